"""The set-up finds a fitting Python wherever it is kept, or says in one line how to get one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

STUB = """#!/bin/sh
exec '{python}' -I -c 'import sys
sys.version_info = ({version}, 0)
sys._base_executable = sys.argv[2]
if not {has_venv}: sys.modules["ensurepip"] = None
exec(sys.argv[1])' "$3" "$0"
"""


def put_python(folder: Path, name: str, version: str, *, has_venv: bool = True) -> Path:
    """Put an interpreter that claims to be of a version into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    stub = folder / name
    text = STUB.format(python=sys.executable, version=version.replace(".", ", "), has_venv=has_venv)
    stub.write_text(text, encoding="utf-8")
    stub.chmod(0o755)
    return stub


def find_python(
    *path: Path, home: Path, usual: Path | None = None, python: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the search with that PATH and home; `usual` stands for the machine's own folders."""
    environment = {"PATH": os.pathsep.join(map(str, path)), "HOME": str(home)}
    if python:
        environment["PYTHON"] = str(python)
    return subprocess.run(
        ["/bin/sh", str(ROOT / ".setup" / "find-python"), *([str(usual)] if usual else [])],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("versions", "chosen"),
    [
        (["3.12"], "3.12"),
        (["3.11", "3.12"], "3.12"),
        (["3.12", "3.14"], "3.14"),
        (["3.12", "3.13", "3.14"], "3.13"),
        (["3.12", "3.15"], "3.12"),
        (["3.15"], "3.15"),
        (["3.9", "4.0"], "4.0"),
    ],
)
def test_prefers_3_13_then_3_14_then_3_12_then_newer_ones(
    tmp_path: Path, versions: list[str], chosen: str
) -> None:
    found = {version: put_python(tmp_path / version, "python3", version) for version in versions}
    search = find_python(
        *(python.parent for python in found.values()), home=tmp_path, usual=tmp_path
    )
    assert search.stdout == f"{found[chosen]}\n"
    assert search.returncode == 0


def test_finds_a_python_that_is_not_the_default_python3(tmp_path: Path) -> None:
    put_python(tmp_path / "bin", "python3", "3.9")
    wanted = put_python(tmp_path / "bin", "python3.12", "3.12")
    search = find_python(tmp_path / "bin", home=tmp_path, usual=tmp_path)
    assert search.stdout == f"{wanted}\n"


def test_finds_a_python_that_is_on_path_under_the_bare_name_python_only(tmp_path: Path) -> None:
    wanted = put_python(tmp_path / "bin", "python", "3.14")
    search = find_python(tmp_path / "bin", home=tmp_path, usual=tmp_path)
    assert search.stdout == f"{wanted}\n"


@pytest.mark.parametrize(
    "place", [".pyenv/versions/3.13.0/bin", ".local/share/uv/python/cpython-3.13-any/bin"]
)
def test_finds_a_python_that_a_version_manager_keeps_off_path(tmp_path: Path, place: str) -> None:
    put_python(tmp_path / "bin", "python3", "3.11")
    wanted = put_python(tmp_path / "my home" / place, "python3.13", "3.13")
    search = find_python(tmp_path / "bin", home=tmp_path / "my home")
    assert search.stdout == f"{wanted}\n"


def test_passes_over_a_shim_that_answers_with_an_error(tmp_path: Path) -> None:
    shim = put_python(tmp_path / "shims", "python3.13", "3.13")
    shim.write_text("#!/bin/sh\necho 'command not found' >&2; exit 127\n", encoding="utf-8")
    wanted = put_python(tmp_path / "bin", "python3.12", "3.12")
    search = find_python(tmp_path / "shims", tmp_path / "bin", home=tmp_path, usual=tmp_path)
    assert search.stdout == f"{wanted}\n"
    assert not search.stderr


def test_prefers_a_python_that_can_make_virtual_environments(tmp_path: Path) -> None:
    put_python(tmp_path / "without", "python3.13", "3.13", has_venv=False)
    wanted = put_python(tmp_path / "with", "python3.12", "3.12")
    search = find_python(tmp_path / "without", tmp_path / "with", home=tmp_path, usual=tmp_path)
    assert search.stdout == f"{wanted}\n"


def test_refuses_in_one_line_when_all_are_too_old(tmp_path: Path) -> None:
    for version in ("2.7", "3.6", "3.11"):
        put_python(tmp_path / "bin", f"python{version}", version)
        put_python(tmp_path / "bin", "python3", version)
    search = find_python(tmp_path / "bin", home=tmp_path, usual=tmp_path)
    assert search.returncode != 0
    assert not search.stdout
    assert len(search.stderr.splitlines()) == 1
    assert "Python 3.12 or newer is needed" in search.stderr
    assert "install it" in search.stderr


def test_takes_the_python_that_the_caller_names(tmp_path: Path) -> None:
    put_python(tmp_path / "bin", "python3.13", "3.13")
    named = put_python(tmp_path / "elsewhere", "mine", "3.12")
    search = find_python(tmp_path / "bin", home=tmp_path, python=named)
    assert search.stdout == f"{named}\n"


def test_refuses_a_named_python_that_is_too_old_rather_than_take_another(tmp_path: Path) -> None:
    put_python(tmp_path / "bin", "python3.13", "3.13")
    named = put_python(tmp_path / "elsewhere", "mine", "3.11")
    search = find_python(tmp_path / "bin", home=tmp_path, python=named)
    assert search.returncode != 0
    assert not search.stdout
    assert len(search.stderr.splitlines()) == 1
    assert str(named) in search.stderr
