"""The set-up does each step once, does it again when its ground has changed, and repairs itself."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import checkout
import chromium
import debian
import prepare
import programs
import pytest
import stamps

type Answer = tuple[bool, str, str]


class Machine:
    """A checkout of its own, on a machine where programs are only written down, not run."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.commands: list[str] = []
        self.failing: tuple[str, ...] = ()
        self.before_answer: Callable[[str], None] = lambda _: None

    def call(self, command: Sequence[str], seconds: float | None = None) -> Answer:
        del seconds
        said = " ".join(command).replace(f"{self.root}/", "")
        self.commands.append(said)
        self.before_answer(said)
        if any(word in said for word in self.failing):
            return False, "", "it broke"
        return True, "v20.1.0" if said.endswith("node --version") else "3.13.0", ""

    def installs(self) -> list[str]:
        """What was installed or made since the last time this was asked."""
        done = [said for said in self.commands if {"install", "venv", "ci"} & set(said.split())]
        self.commands.clear()
        return done


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    stand_on(tmp_path, monkeypatch)
    for name in ("pyproject.toml", "package.json", "package-lock.json", ".setup/requirements.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"the first {name}", encoding="utf-8")
    (tmp_path / ".setup" / "node-requirements.txt").touch()
    monkeypatch.delenv("PYTHON", raising=False)
    monkeypatch.setattr(programs, "call", machine.call)
    put_on_path(monkeypatch, lambda _: True)
    return machine


def put_on_path(monkeypatch: pytest.MonkeyPatch, is_there: Callable[[str], bool]) -> None:
    def which(name: str, *, path: str | None = None) -> str | None:
        del path
        return f"/usr/bin/{name}" if is_there(name) else None

    monkeypatch.setattr("shutil.which", which)


def stand_on(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every path of the checkout lie below another root."""
    before = checkout.ROOT
    for name, path in vars(checkout).items():
        if name.isupper():
            monkeypatch.setattr(checkout, name, root / path.relative_to(before))


# Stamps.


def test_a_second_set_up_installs_nothing(machine: Machine) -> None:
    assert prepare.main(["site"]) == 0
    assert len(machine.installs()) == 4
    assert prepare.main(["site"]) == 0
    assert machine.installs() == []


def test_a_changed_python_lock_starts_the_virtual_environment_anew(machine: Machine) -> None:
    prepare.prepare_python()
    machine.installs()
    (machine.root / ".setup" / "requirements.txt").write_text("another", encoding="utf-8")
    prepare.prepare_python()
    assert any("venv --clear" in said for said in machine.installs())


def test_a_changed_npm_lock_installs_only_the_npm_packages(machine: Machine) -> None:
    assert prepare.main(["site"]) == 0
    machine.installs()
    (machine.root / "package-lock.json").write_text("another", encoding="utf-8")
    assert prepare.main(["site"]) == 0
    (only,) = machine.installs()
    assert only.startswith("npm ci --ignore-scripts")


def test_a_moved_checkout_makes_its_virtual_environment_anew(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare.prepare_python()
    machine.installs()
    moved = tmp_path.with_name(f"{tmp_path.name} moved")
    tmp_path.rename(moved)
    stand_on(moved, monkeypatch)
    prepare.prepare_python()
    assert any("venv --clear" in said for said in machine.installs())


def test_a_virtual_environment_whose_python_is_gone_is_made_anew(machine: Machine) -> None:
    prepare.prepare_python()
    machine.installs()
    machine.failing = ("print(sys.version)",)
    prepare.prepare_python()
    assert any("venv --clear" in said for said in machine.installs())


def test_naming_another_python_makes_the_virtual_environment_anew(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare.prepare_python()
    machine.installs()
    monkeypatch.setenv("PYTHON", "/some/other/python3")
    prepare.prepare_python()
    assert any("venv --clear" in said for said in machine.installs())


@pytest.mark.parametrize("step", ["venv --clear", "--require-hashes", "--editable", "npm ci"])
def test_a_step_that_failed_is_done_again_by_the_next_run(
    machine: Machine, step: str, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.failing = (step,)
    assert prepare.main(["site"]) == 1
    assert machine.installs()[-1].count(step) == 1
    assert "it broke" in capsys.readouterr().err
    machine.failing = ()
    assert prepare.main(["site"]) == 0
    assert any(step in said for said in machine.installs())


def test_an_interrupted_step_leaves_no_stamp(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(said: str) -> None:
        if "--require-hashes" in said:
            raise KeyboardInterrupt

    machine.before_answer = interrupt
    assert prepare.main(["site"]) == 130
    assert "the next run goes on" in capsys.readouterr().err
    assert not list(machine.root.glob(".venv/stamp*"))


def test_a_file_that_is_absent_hashes_differently_from_an_empty_one(tmp_path: Path) -> None:
    absent = stamps.hash_of(tmp_path / "lock")
    (tmp_path / "lock").touch()
    assert stamps.hash_of(tmp_path / "lock") != absent


# Node.


@pytest.mark.parametrize("answer", ["v16.20.0", "", "not a version"])
def test_a_node_too_old_or_broken_is_replaced_by_one_in_the_virtual_environment(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr(prepare, "output_of", lambda _: answer)
    prepare.prepare_node()
    assert any("node-requirements.txt" in said for said in machine.installs())


def test_a_node_without_npm_is_not_taken(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_path(monkeypatch, lambda name: name != "npm")
    prepare.prepare_node()
    assert any("node-requirements.txt" in said for said in machine.installs())


def test_a_fitting_node_is_used_as_it_is(machine: Machine) -> None:
    prepare.prepare_node()
    assert not any("node-requirements.txt" in said for said in machine.installs())


# Chromium.


def offer(monkeypatch: pytest.MonkeyPatch, *browsers: Path, working: Path | None) -> None:
    monkeypatch.setattr(prepare, "browsers", lambda: iter(map(str, browsers)))
    monkeypatch.setattr(prepare, "opens_a_page", lambda browser: browser == str(working))


def test_the_first_browser_that_opens_a_page_is_recorded(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, working = machine.root / "broken", machine.root / "working"
    offer(monkeypatch, broken, working, working=working)
    prepare.prepare_browser()
    assert checkout.BROWSER.read_text(encoding="utf-8") == f"{working}\n"


def test_a_recorded_browser_is_neither_looked_for_nor_tried_again(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    working = machine.root / "working"
    working.touch()
    offer(monkeypatch, working, working=working)
    prepare.prepare_browser()
    offer(monkeypatch, working=None)
    prepare.prepare_browser()
    assert checkout.BROWSER.is_file()


def test_a_recorded_browser_that_is_gone_is_replaced(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = machine.root / "old", machine.root / "new"
    offer(monkeypatch, old, working=old)
    prepare.prepare_browser()
    offer(monkeypatch, new, working=new)
    prepare.prepare_browser()
    assert checkout.BROWSER.read_text(encoding="utf-8") == f"{new}\n"


def test_without_any_browser_the_set_up_goes_on_and_says_so(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    offer(monkeypatch, working=None)
    prepare.prepare_browser()
    assert not checkout.BROWSER.exists()
    assert "no Chromium could be had" in capsys.readouterr().out


def test_debians_browser_is_installed_only_when_no_other_works(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    machine.failing = ("playwright install",)
    last = list(chromium.browsers())
    assert last
    order = [said for said in machine.installs() if "install" in said]
    assert "playwright install" in order[0]
    assert order[-1].startswith("apt-get")
    assert order[-1].endswith("chromium")
    assert next(chromium.browsers()).startswith("/usr/bin/")
    assert not any("apt-get" in said for said in machine.installs())


def test_nothing_is_installed_on_a_system_where_we_may_not(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    machine.failing = ("sudo -n true",)
    assert not debian.apt_install("chromium")
    assert machine.installs() == []


# Running programs.


def test_a_failed_step_says_what_failed_what_the_tool_said_and_what_to_do(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.failing = ("npm ci",)
    assert prepare.main(["site"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert "  | it broke" in said
    assert said[-1].startswith("set-up: the npm packages could not be installed: check the network")


def test_an_unknown_goal_is_a_wrong_command_line() -> None:
    assert prepare.main(["everything"]) == 2


def test_a_program_past_its_time_limit_is_ended_with_all_it_started(tmp_path: Path) -> None:
    child = tmp_path / "child"
    script = f"sleep 60 & echo $! > '{child}'; wait"
    assert not programs.succeeds(["/bin/sh", "-c", script], seconds=0.5)
    pid = int(child.read_text(encoding="utf-8"))
    for _ in range(50):
        if not is_running(pid):
            return
        time.sleep(0.1)
    pytest.fail(f"process {pid} outlived its parent")


def is_running(pid: int) -> bool:
    """Tell whether a process does anything still; one that ended unseen (a zombie) does not."""
    status = Path(f"/proc/{pid}/stat")
    if status.exists():
        return status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return not sys.platform.startswith("linux")


def test_a_program_that_does_not_exist_is_a_failure_not_a_crash() -> None:
    assert not programs.succeeds(["/nowhere/at/all"])
    assert programs.output_of(["/nowhere/at/all"]) is None
