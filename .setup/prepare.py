"""Sets the checkout up: `prepare.py site` for building, `prepare.py test` for testing as well.

Each step leaves a stamp beside what it made, naming by hash all that it was made from, and only once
it has fully succeeded. A later run compares stamps and does, offline, nothing more; after an
interruption, a changed lock or a moved checkout the step is simply done again. Only the standard
library is used, as this runs before anything is installed.
"""

import fcntl
import hashlib
import os
import platform
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETUP = ROOT / ".setup"
CACHE = ROOT / ".cache"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_MODULES = ROOT / "node_modules"
BROWSER = CACHE / "browser"
"""One line, the path of the Chromium that the tests drive; absent where none could be had."""

OLDEST_NODE = 18
SYSTEM_BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
OPEN_A_PAGE = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    browser = p.chromium.launch(executable_path=sys.argv[1])
    page = browser.new_page()
    page.set_content("<title>it works</title>")
    assert page.title() == "it works"
    browser.close()
"""
PLAYWRIGHTS_OWN = """
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    print(p.chromium.executable_path)
"""


class SetUpError(Exception):
    """A step failed: what failed, what the tool said, and what to do about it."""

    def __init__(self, what: str, hint: str, output: str = "") -> None:
        super().__init__(what)
        self.hint = hint
        self.output = output


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


# The steps.


def prepare_python() -> None:
    """Make the virtual environment and put the locked packages and the project itself into it."""
    lock = SETUP / "requirements.txt"
    stamp = VENV / "stamp"
    if not is_fresh(stamp, python_key(lock)):
        say(f"making .venv with Python {platform.python_version()}")
        make_virtual_environment()
        say("installing the locked Python packages, each checked by hash")
        install(lock)
        write(stamp, python_key(lock))

    stamp = VENV / "stamp-project"
    key = hash_of(ROOT / "pyproject.toml")
    if not is_fresh(stamp, key):
        say("installing the project itself, editable")
        run(
            [*PIP, "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
            what="the project could not be installed",
            hint="see pyproject.toml",
        )
        write(stamp, key)


def prepare_node() -> None:
    """Make node available and install the locked npm packages, Pyodide and esbuild."""
    lock = SETUP / "node-requirements.txt"
    stamp = VENV / "stamp-node"
    key = hash_of(lock)
    if not (has_system_node() or is_fresh(stamp, key)):
        say(f"no node {OLDEST_NODE} or newer with npm here: installing one into .venv from PyPI")
        install(lock)
        write(stamp, key)

    stamp = NODE_MODULES / ".stamp"
    key = hash_of(
        ROOT / "package.json", ROOT / "package-lock.json", platform.system(), platform.machine()
    )
    if not is_fresh(stamp, key):
        say("installing the Pyodide runtime and esbuild from npm")
        stamp.unlink(missing_ok=True)
        run(
            ["npm", "ci", "--ignore-scripts", "--include=optional", "--no-audit", "--no-fund"],
            what="the npm packages could not be installed",
            hint="check the network and npm's own settings, then run again",
        )
        write(stamp, key)


def prepare_browser() -> None:
    """Find a Chromium that really opens a page, and record its path; go on without where none does."""
    stamp = CACHE / "browser.stamp"
    if BROWSER.is_file():
        recorded = BROWSER.read_text(encoding="utf-8").strip()
        if Path(recorded).exists() and is_fresh(stamp, browser_key(recorded)):
            return
    say("looking for a Chromium for the tests")
    for candidate in browsers():
        if opens_a_page(candidate):
            say(f"the tests use {candidate}")
            write(BROWSER, candidate + "\n")
            write(stamp, browser_key(candidate))
            return
    BROWSER.unlink(missing_ok=True)
    say("no Chromium could be had, so browser tests can't run: install one and run again")


def prepare_font() -> None:
    """Give screenshots Chinese glyphs where root may simply install a font; never more than tried."""
    tried = CACHE / "font.stamp"
    if tried.exists() or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    if not (shutil.which("fc-list") and output_of(["fc-list", ":lang=zh"])):
        say("installing a Chinese font for screenshots")
        apt_install("fonts-noto-cjk")
    write(tried, "tried")


# Python.

PIP = (str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet")


def python_key(lock: Path) -> str:
    """Hash all that the virtual environment depends on: its lock, place and very interpreter."""
    version = output_of([str(PYTHON), "-I", "-c", "import sys; print(sys.version)"])
    if version is None:
        return "no working interpreter"
    if os.environ.get("PYTHON") and version.strip() != sys.version:
        return "another Python is asked for"
    return hash_of(lock, str(VENV), version)


def make_virtual_environment() -> None:
    """Start from an empty .venv; where Debian split pip off its Python, get that first if we may."""
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not succeeds([sys.executable, "-c", "import ensurepip"]):
        say(f"this Python comes without ensurepip: installing {package}")
        apt_install(package)
    run(
        command,
        what=f"{sys.executable} can't make a virtual environment",
        hint=f"install its venv module (Debian: apt-get install {package}), then run again",
    )


def install(lock: Path) -> None:
    """Install exactly what a lock names, wheels only, each checked by hash."""
    run(
        [*PIP, "install", "--require-hashes", "--only-binary=:all:", "--requirement", str(lock)],
        what=f"the packages of {lock.relative_to(ROOT)} could not be installed",
        hint="check the network and pip's own settings, then run again",
    )


# Node.


def has_system_node() -> bool:
    """Tell whether PATH has a node that is new enough, and npm with it."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    path = os.pathsep.join(folder for folder in folders if Path(folder) != VENV / "bin")
    node, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
    version = (output_of([node, "--version"]) or "") if node and npm else ""
    major = version.strip().removeprefix("v").partition(".")[0]
    return major.isdecimal() and int(major) >= OLDEST_NODE


# Chromium.


def browsers() -> Iterator[str]:
    """Name the Chromiums worth a try, best first, installing only when what came before failed."""
    playwrights_own = (output_of([str(PYTHON), "-c", PLAYWRIGHTS_OWN]) or "").strip()
    if playwrights_own:
        download = [str(PYTHON), "-m", "playwright", "install", "--no-shell", "chromium"]
        if Path(playwrights_own).exists() or succeeds(download, seconds=120):
            yield playwrights_own
    say("Playwright's own Chromium can't be had or doesn't start here: trying the system's")
    yield from system_browsers()
    if apt_install("chromium"):
        yield from system_browsers()


def system_browsers() -> Iterator[str]:
    return filter(None, map(shutil.which, SYSTEM_BROWSERS))


def browser_key(path: str) -> str:
    """Hash what the proof that a browser works depends on: its path and Playwright's version."""
    return hash_of(SETUP / "requirements.txt", path)


def opens_a_page(browser: str) -> bool:
    return succeeds([str(PYTHON), "-c", OPEN_A_PAGE, browser], seconds=60)


# Debian.


def apt_install(package: str) -> bool:
    """Install a Debian package where we may; False, and no harm done, where we may not or can't."""
    if not shutil.which("apt-get"):
        return False
    if os.geteuid() == 0:
        apt = ["apt-get"]
    elif shutil.which("sudo") and succeeds(["sudo", "-n", "true"], seconds=10):
        apt = ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    else:
        return False
    apt += ["--quiet", "--yes", "--option", "DPkg::Lock::Timeout=120"]
    say(f"installing Debian's package {package}")
    succeeds([*apt, "update"], seconds=300)
    return succeeds([*apt, "install", "--no-install-recommends", package], seconds=900)


# Stamps.


def hash_of(*parts: Path | str) -> str:
    """Hash files by content and texts as they are; an absent file differs from any other."""
    digest = hashlib.sha256()
    for part in parts:
        if isinstance(part, str):
            content = part.encode()
        else:
            content = part.read_bytes() if part.is_file() else b"absent"
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def is_fresh(stamp: Path, key: str) -> bool:
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == key


def write(path: Path, text: str) -> None:
    """Write a stamp or record whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".new")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)


@contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Let a second set-up of the same checkout wait for the first.

    The programs that we run hold the lock too: one that outlives us, killed, is waited for as well.
    """
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "setup.lock").open("w") as lock:
        os.set_inheritable(lock.fileno(), True)  # noqa: FBT003 - takes no keywords
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another set-up of this checkout")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


# Running other programs.


def say(message: str) -> None:
    print(f"set-up: {message}", flush=True)


def environment() -> dict[str, str]:
    """The caller's environment, with .venv first on PATH and without what would lead pip astray."""
    astray = {"PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_NO_BINARY"}
    kept = {name: value for name, value in os.environ.items() if name not in astray}
    kept["PATH"] = f"{VENV / 'bin'}{os.pathsep}{kept.get('PATH', os.defpath)}"
    return kept | {"VIRTUAL_ENV": str(VENV), "DEBIAN_FRONTEND": "noninteractive"}


def call(command: Sequence[str], seconds: float | None = None) -> tuple[bool, str, str]:
    """Run a program without input; tell whether it succeeded in time, what it printed and its errors.

    At the time limit, and when we are interrupted, it is ended with all that it started.
    """
    try:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            start_new_session=True,
            close_fds=False,
        )
    except OSError as error:
        return False, "", str(error)
    with process:
        try:
            printed, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            end(process)
            return False, "", f"no answer within {seconds:g} seconds"
        except BaseException:
            end(process)
            raise
    return process.returncode == 0, printed, errors


def end(process: subprocess.Popen[str]) -> None:
    """End a program with all that it started, gently first."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        with suppress(OSError, subprocess.TimeoutExpired):
            os.killpg(process.pid, how)
            process.wait(timeout=10)
            return


def run(command: Sequence[str], *, what: str, hint: str) -> None:
    is_done, printed, errors = call(command)
    if not is_done:
        raise SetUpError(what, hint, f"$ {shlex.join(command)}\n{printed}\n{errors}")


def succeeds(command: Sequence[str], seconds: float | None = None) -> bool:
    return call(command, seconds)[0]


def output_of(command: Sequence[str]) -> str | None:
    is_done, printed, _ = call(command, seconds=60)
    return printed if is_done else None


if __name__ == "__main__":
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))
