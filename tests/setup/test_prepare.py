"""The set-up does each step once, again when what it was made from has changed, and never half."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COPIED = (".setup", "pyproject.toml", "package.json", "package-lock.json", ".npmrc")
UV = """#!/bin/sh
echo "uv $*" >>"$LOG"
[ ! -f "$LOG.fail" ] || exit 1
case "$1" in venv)
    mkdir -p .venv/bin
    echo "VIRTUAL_ENV=$PWD/.venv" >.venv/bin/activate
    printf '#!/bin/sh\\n' >.venv/bin/python
    chmod +x .venv/bin/python
    ;;
esac
"""
NPM = """#!/bin/sh
echo "npm $*" >>"$LOG"
mkdir -p node_modules
"""
NODE = "#!/bin/sh\nexit 0\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A checkout, and programs that only note what is asked of them."""

    checkout: Path
    programs: Path
    log: Path

    def prepare(self, goal: str = "site", *, fails: bool = False, **more: str) -> list[str]:
        """What the set-up called for this goal."""
        self.log.write_text("", encoding="utf-8")
        environment: Mapping[str, str] = {
            "PATH": f"{self.programs}:/usr/bin:/bin",
            "LOG": str(self.log),
            **more,
        }
        done = subprocess.run(
            [self.checkout / ".setup" / "prepare", goal],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode != 0) == fails, done.stderr
        return [" ".join(line.split()[:3]) for line in self.log.read_text("utf-8").splitlines()]


def put(program: Path, text: str) -> None:
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    checkout = tmp_path / "a checkout"
    checkout.mkdir()
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, checkout / name)
    programs = tmp_path / "programs"
    for name, text in {"npm": NPM, "node": NODE, "chromium": NODE}.items():
        put(programs / name, text)
    put(checkout / ".cache" / "uv" / "bin" / "uv", UV)
    put(checkout / ".cache" / "uv" / "bin" / "python", "#!/bin/sh\n")
    pinned = subprocess.run(
        ["cksum"], input=(ROOT / ".setup" / "uv.txt").read_bytes(), capture_output=True, check=True
    )
    (checkout / ".cache" / "uv" / "prepared").write_bytes(pinned.stdout)
    return Machine(checkout=checkout, programs=programs, log=tmp_path / "log")


EVERYTHING = ["uv venv --quiet", "uv pip sync", "uv pip install", "npm ci --ignore-scripts"]


def test_a_second_set_up_installs_nothing(machine: Machine) -> None:
    assert machine.prepare() == EVERYTHING
    assert machine.prepare() == []
    assert machine.prepare("test") == []


def test_a_changed_lock_is_synced_into_the_environment_that_is_there(machine: Machine) -> None:
    machine.prepare()
    with (machine.checkout / ".setup" / "requirements.txt").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    assert machine.prepare() == ["uv pip sync", "uv pip install"]
    (machine.checkout / "package-lock.json").write_text("{}", encoding="utf-8")
    assert machine.prepare() == ["npm ci --ignore-scripts"]


def test_a_moved_checkout_makes_its_environment_anew(machine: Machine, tmp_path: Path) -> None:
    machine.prepare()
    moved = Machine(checkout=tmp_path / "moved", programs=machine.programs, log=machine.log)
    machine.checkout.rename(moved.checkout)
    assert moved.prepare() == EVERYTHING[:3]


def test_an_environment_whose_python_is_gone_is_made_anew(machine: Machine) -> None:
    machine.prepare()
    (machine.checkout / ".venv" / "bin" / "python").unlink()
    assert machine.prepare() == EVERYTHING[:3]


def test_a_python_that_is_named_is_the_one_that_is_used(machine: Machine) -> None:
    machine.prepare()
    assert machine.prepare(PYTHON="/opt/python3.14") == EVERYTHING[:3]
    assert machine.prepare(PYTHON="/opt/python3.14") == []


def test_a_step_that_failed_is_done_again(machine: Machine) -> None:
    failing = Path(f"{machine.log}.fail")
    failing.touch()
    assert "npm ci --ignore-scripts" not in machine.prepare(fails=True)
    failing.unlink()
    assert machine.prepare() == EVERYTHING


def test_a_machine_without_node_gets_one_from_its_lock(machine: Machine) -> None:
    put(machine.programs / "node", "#!/bin/sh\nexit 1\n")
    machine.prepare()
    synced = next(line for line in machine.log.read_text("utf-8").splitlines() if "sync" in line)
    assert synced.endswith(".setup/requirements.txt .setup/node-requirements.txt")


@pytest.mark.parametrize("place", [".cache", ".cache/setup.lock"])
def test_where_nothing_can_be_kept_the_place_and_the_fix_are_said(
    machine: Machine, place: str
) -> None:
    shutil.rmtree(machine.checkout / ".cache")
    (machine.checkout / place).parent.mkdir(exist_ok=True)
    (machine.checkout / place).symlink_to("/proc/nothing/at/all")
    done = subprocess.run(
        [machine.checkout / ".setup" / "prepare", "site"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"set-up: nothing can be kept in {machine.checkout}/.cache:"
        " make it a folder that can be written, on a disk with room\n"
    )


def test_an_unknown_goal_is_refused(machine: Machine) -> None:
    assert machine.prepare("nothing", fails=True) == []


@pytest.mark.skipif(not os.access("/usr/bin/sh", os.X_OK), reason="no POSIX shell here")
@pytest.mark.parametrize("name", ["prepare", "browsers"])
def test_the_scripts_are_what_a_posix_shell_reads(name: str) -> None:
    assert subprocess.run(["sh", "-n", ROOT / ".setup" / name], check=False).returncode == 0
