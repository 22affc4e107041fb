"""``generator score``: the contract of requests and verdicts on the command line."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests.cli.running import COMMAND, PROJECT, TOY_POLICY, generator, request

TOY = ["--policy-data", str(TOY_POLICY)]
GOOD = json.dumps(request(volunteer=True), ensure_ascii=False).encode()
BAD = json.dumps(request(volunteer="maybe")).encode()


def answers(output: bytes) -> list[dict[str, object]]:
    assert output.endswith(b"\n") or not output
    return [json.loads(line) for line in output.split(b"\n")[:-1]]


def test_a_request_file_gives_one_verdict_and_a_line_feed(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "request.json"
    file.write_bytes(b"\n" + GOOD + b"\n")
    assert main(["score", str(file), *TOY]) == 0
    (verdict,) = answers(capsysbinary.readouterr().out)
    assert verdict["edition"] == "2022-01-01"


def test_a_request_may_span_lines_and_come_from_standard_input() -> None:
    pretty = json.dumps(request(volunteer=True), indent=2).encode()
    done = generator("score", "-", *TOY, given=pretty)
    assert (done.returncode, len(answers(done.stdout)), done.stderr) == (0, 1, b"")


def test_a_bad_request_is_answered_with_its_path_and_exit_code_1() -> None:
    done = generator("score", "-", *TOY, given=BAD)
    (answer,) = answers(done.stdout)
    assert done.returncode == 1
    assert answer["error"]["path"] == "answers.volunteer"  # type: ignore[index]
    assert done.stderr == b""


def test_lines_are_answered_in_order_and_a_bad_one_stops_nothing() -> None:
    done = generator("score", "-", "--lines", *TOY, given=b"\n".join([GOOD, BAD, b"", b"{", GOOD]))
    kinds = ["error" in answer for answer in answers(done.stdout)]
    assert kinds == [False, True, True, True, False]
    assert done.returncode == 1


def test_a_line_feed_at_the_end_is_no_further_line() -> None:
    once = generator("score", "-", "--lines", *TOY, given=GOOD + b"\n")
    twice = generator("score", "-", "--lines", *TOY, given=GOOD + b"\n\n")
    assert [len(answers(once.stdout)), once.returncode] == [1, 0]
    assert [len(answers(twice.stdout)), twice.returncode] == [2, 1]


def test_no_lines_give_no_answers() -> None:
    done = generator("score", "-", "--lines", *TOY)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_only_line_feeds_part_lines() -> None:
    odd = GOOD.replace(b"volunteer", "volunteer\u2028\u0085\x0b\x0c".encode())
    done = generator("score", "-", "--lines", *TOY, given=odd + b"\r\n" + GOOD + b"\r\n")
    assert ["error" in answer for answer in answers(done.stdout)] == [True, False]


def test_what_is_not_utf_8_is_a_bad_request() -> None:
    done = generator("score", "-", "--lines", *TOY, given=b"\xff\xfe\n" + GOOD + b"\n")
    assert ["error" in answer for answer in answers(done.stdout)] == [True, False]
    assert done.returncode == 1


def test_a_byte_order_mark_before_the_request_is_passed_over() -> None:
    assert generator("score", "-", *TOY, given=b"\xef\xbb\xbf" + GOOD).returncode == 0


def test_each_line_is_answered_before_the_next_is_read() -> None:
    with subprocess.Popen(
        [*COMMAND, "score", "-", "--lines", *TOY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=PROJECT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(3):
            process.stdin.write(GOOD + b"\n")
            process.stdin.flush()
            assert b'"edition"' in process.stdout.readline()
        process.stdin.close()
        assert process.wait(timeout=300) == 0


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GBK"])
def test_the_output_is_utf_8_whatever_the_locale(locale: str) -> None:
    environment = {"LC_ALL": locale, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = generator("score", "-", *TOY, given=GOOD, environment=environment)
    assert "志愿者" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("name", ["nowhere.json", ".", "a\nb"])
def test_a_request_file_that_cannot_be_read_is_one_clear_line(name: str) -> None:
    done = generator("score", name, *TOY)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"generator score: can't read ")
    assert b"Traceback" not in done.stderr


def test_broken_data_is_reported_on_standard_error() -> None:
    done = generator("score", "-", "--policy-data", "nowhere", given=GOOD)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"nowhere:1:1: error P101: there is no such folder" in done.stderr


def test_data_that_only_the_whole_check_finds_wrong_is_reported_too(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    policy = shutil.copytree(TOY_POLICY, tmp_path / "toy")
    edition = policy / "editions" / "2022-01-01" / "edition.yaml"
    text = edition.read_text("utf-8")
    edition.write_text(text.replace("window_end: window_end", "window_end: nothing"), "utf-8")
    file = tmp_path / "request.json"
    file.write_bytes(GOOD)
    assert main(["score", str(file), "--policy-data", str(policy)]) == 1
    assert b'error P305: there is no reading "nothing"' in capsysbinary.readouterr().err


def test_a_reader_that_goes_away_ends_the_answers_quietly() -> None:
    with subprocess.Popen(
        [*COMMAND, "score", "-", "--lines", *TOY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=PROJECT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write((GOOD + b"\n") * 3)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=300) == 1
