"""The toy policy with a small change: how the fixtures in ``bad/`` say what is broken, and others what is added.

A fixture's ``change.txt`` holds commands, one a line: ``remove PATH``, ``rename PATH PATH``, ``folder PATH``,
``empty PATH`` (takes all out of a folder), ``link PATH TARGET``, ``large PATH`` (adds a megabyte of comments), ``guide`` (puts the folder ``toy_guide`` in as the policy's guide) and ``edit PATH``, which is followed by ``-`` lines that the file has (once, in a row) and the ``+`` lines that
take their place; ``+`` lines alone go to the end of the file. A path that begins with ``site_templates/`` is one of a copy
of the site's templates. Files in ``files/`` are copied over the rest.
"""

import shutil
from pathlib import Path

from generator import paths

TOY_POLICY = Path(__file__).parents[1] / "toy_policy"
TEMPLATES = "site_templates"
TOY_GUIDE = Path(__file__).parent / "toy_guide"


def changed_policy(fixture: Path, folder: Path) -> Path:
    """The toy policy in ``folder`` with the change of the fixture applied."""
    policy = folder / "toy"
    shutil.copytree(TOY_POLICY, policy)
    change = fixture / "change.txt"
    text = change.read_text("utf-8") if change.exists() else ""
    if f" {TEMPLATES}/" in text:
        shutil.copytree(paths.SITE_TEMPLATES, policy.with_name(TEMPLATES))
    apply(text, policy)
    if (fixture / "files").is_dir():
        shutil.copytree(fixture / "files", policy, dirs_exist_ok=True)
    return policy


def apply(change: str, policy: Path) -> None:
    """Carry the commands out."""
    file = policy
    change = change.replace(f" {TEMPLATES}/", f" ../{TEMPLATES}/")
    old: list[str] = []
    new: list[str] = []
    for line in [*change.split("\n"), ""]:
        if new and not line.startswith("+"):
            _replace(file, old, new)
            old, new = [], []
        if line.startswith("-"):
            old.append(line[1:])
            continue
        if line.startswith("+"):
            new.append(line[1:])
            continue
        if old:
            _replace(file, old, new)
            old = []
        file = _command(line.split(), policy, file)


def _command(words: list[str], policy: Path, file: Path) -> Path:
    match words:
        case ["edit", name]:
            return policy / name
        case ["remove", name] if (policy / name).is_dir():
            shutil.rmtree(policy / name)
        case ["remove", name]:
            (policy / name).unlink()
        case ["rename", old, new]:
            (policy / old).rename(policy / new)
        case ["folder", name]:
            (policy / name).mkdir()
        case ["guide"]:
            shutil.copytree(TOY_GUIDE, policy / "guide")
        case ["empty", name]:
            shutil.rmtree(policy / name)
            (policy / name).mkdir()
        case ["link", name, target]:
            (policy / name).unlink(missing_ok=True)
            (policy / name).symlink_to(target)
        case ["large", name]:
            with (policy / name).open("a", encoding="utf-8") as file_opened:
                file_opened.write("# …\n" * 200_000)
        case []:
            pass
        case _:
            raise ValueError(words)
    return file


def _replace(file: Path, old: list[str], new: list[str]) -> None:
    text = file.read_text("utf-8")
    before, after = (_block(lines) for lines in (old, new))
    if not old:
        file.write_text(text + after, "utf-8")
        return
    assert f"\n{text}".count(f"\n{before}") == 1, f"{file.name} must have once: {before}"
    file.write_text(f"\n{text}".replace(f"\n{before}", f"\n{after}")[1:], "utf-8")


def _block(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
