"""Sets the checkout up: `prepare.py site` for building, `prepare.py test` for testing as well.

Each step leaves a stamp beside what it made, naming by hash all that it was made from, and only once
it has fully succeeded. A later run compares stamps and does, offline, nothing more; after an
interruption, a changed lock or a moved checkout the step is simply done again. Only the standard
library is used, as this runs before anything is installed.
"""

import os
import platform
import shutil
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import checkout
from chromium import browsers, opens_a_page
from debian import apt_install
from programs import SetUpError, output_of, run, say, succeeds
from stamps import hash_of, is_fresh, only_one_at_a_time, write

OLDEST_NODE = 18


def main(arguments: Sequence[str]) -> int:
    """Do the steps for one goal; 0 when all is ready, 1 when a step failed, 2 for an unknown goal."""
    if list(arguments) not in (["site"], ["test"]):
        print("usage: prepare.py site|test", file=sys.stderr)
        return 2
    try:
        with only_one_at_a_time():
            prepare_python()
            prepare_node()
            if "test" in arguments:
                prepare_browser()
                prepare_font()
    except SetUpError as failure:
        for line in failure.output.strip().splitlines()[-15:]:
            print(f"  | {line}", file=sys.stderr)
        print(f"set-up: {failure}: {failure.hint}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("set-up: interrupted; the next run goes on from here", file=sys.stderr)
        return 130
    return 0


def prepare_python() -> None:
    """Make the virtual environment and put the locked packages and the project itself into it."""
    lock = checkout.LOCK
    stamp = checkout.VENV / "stamp"
    if not is_fresh(stamp, python_key(lock)):
        say(f"making .venv with Python {platform.python_version()}")
        make_virtual_environment()
        say("installing the locked Python packages, each checked by hash")
        install(lock)
        write(stamp, python_key(lock))

    stamp = checkout.VENV / "stamp-project"
    key = hash_of(checkout.ROOT / "pyproject.toml")
    if not is_fresh(stamp, key):
        say("installing the project itself, editable")
        pip_install(
            *("--no-deps", "--no-build-isolation", "--editable", str(checkout.ROOT)),
            what="the project itself could not be installed",
            hint="put right what is said above, most likely in pyproject.toml, then run again",
        )
        write(stamp, key)


def prepare_node() -> None:
    """Make node available and install the locked npm packages: Pyodide, esbuild, qr; TypeScript for the tests."""
    lock = checkout.NODE_LOCK
    stamp = checkout.VENV / "stamp-node"
    key = hash_of(lock)
    if not (has_system_node() or is_fresh(stamp, key)):
        say(f"no node {OLDEST_NODE} or newer with npm here: installing one into .venv from PyPI")
        install(lock)
        write(stamp, key)

    stamp = checkout.NODE_MODULES / ".stamp"
    key = hash_of(
        checkout.ROOT / "package.json",
        checkout.ROOT / "package-lock.json",
        platform.system(),
        platform.machine(),
    )
    if not is_fresh(stamp, key):
        say("installing Pyodide, esbuild, qr and TypeScript from npm")
        stamp.unlink(missing_ok=True)
        run(
            ["npm", "ci", "--ignore-scripts", "--include=optional", "--no-audit", "--no-fund"],
            what="the npm packages could not be installed",
            hint="check the network and npm's own settings, then run again",
        )
        write(stamp, key)


def prepare_browser() -> None:
    """Find a Chromium that really opens a page, and record its path; go on without where none does."""
    stamp = checkout.CACHE / "browser.stamp"
    if checkout.BROWSER.is_file():
        recorded = checkout.BROWSER.read_text(encoding="utf-8").strip()
        if Path(recorded).exists() and is_fresh(stamp, browser_key(recorded)):
            return
    say("looking for a Chromium for the tests")
    for candidate in browsers():
        if opens_a_page(candidate):
            say(f"the tests use {candidate}")
            write(checkout.BROWSER, candidate + "\n")
            write(stamp, browser_key(candidate))
            return
    checkout.BROWSER.unlink(missing_ok=True)
    say("no Chromium could be had, so browser tests can't run: install one and run again")


def prepare_font() -> None:
    """Give screenshots Chinese glyphs where root may simply install a font; never more than tried."""
    tried = checkout.CACHE / "font.stamp"
    if tried.exists() or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    if not (shutil.which("fc-list") and output_of(["fc-list", ":lang=zh"])):
        say("installing a Chinese font for screenshots")
        apt_install("fonts-noto-cjk")
    write(tried, "tried")


def python_key(lock: Path) -> str:
    """Hash all that the virtual environment depends on: its lock, place and very interpreter."""
    version = output_of([str(checkout.PYTHON), "-I", "-c", "import sys; print(sys.version)"])
    if version is None:
        return "no working interpreter"
    if os.environ.get("PYTHON") and version.strip() != sys.version:
        return "another Python is asked for"
    return hash_of(lock, str(checkout.VENV), version)


def make_virtual_environment() -> None:
    """Start from an empty .venv; where Debian split pip off its Python, get that first if we may."""
    for stamp in checkout.VENV.glob("stamp*"):
        stamp.unlink()
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not succeeds([sys.executable, "-c", "import ensurepip"]):
        say(f"this Python comes without ensurepip: installing {package}")
        apt_install(package)
    run(
        [sys.executable, "-m", "venv", "--clear", str(checkout.VENV)],
        what=f"{sys.executable} can't make a virtual environment",
        hint=f"install its venv module (Debian: apt-get install {package}), then run again",
    )


def install(lock: Path) -> None:
    """Install exactly what a lock names, wheels only, each checked by hash."""
    pip_install(
        *("--require-hashes", "--only-binary=:all:", "--requirement", str(lock)),
        what=f"the packages of {lock.relative_to(checkout.ROOT)} could not be installed",
        hint="check the network and pip's own settings, then run again",
    )


def pip_install(*arguments: str, what: str, hint: str) -> None:
    pip = (str(checkout.PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input")
    run([*pip, "--quiet", "install", *arguments], what=what, hint=hint)


def has_system_node() -> bool:
    """Tell whether PATH has a node that is new enough, and npm with it."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    path = os.pathsep.join(folder for folder in folders if Path(folder) != checkout.VENV / "bin")
    node, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
    version = (output_of([node, "--version"]) or "") if node and npm else ""
    major = version.strip().removeprefix("v").partition(".")[0]
    return major.isdecimal() and int(major) >= OLDEST_NODE


def browser_key(path: str) -> str:
    """Hash what the proof that a browser works depends on: its path and Playwright's version."""
    return hash_of(checkout.LOCK, path)


if __name__ == "__main__":
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))
