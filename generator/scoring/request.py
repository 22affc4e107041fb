"""Read a request: which policy, which day, which edition is in force, what was answered."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from generator.scoring.answers import (
    one_of,
    read_answer,
    read_date,
    read_list,
    read_object,
)
from generator.scoring.codes import QuestionCode, ReadingCode
from generator.scoring.contributions import read_rows
from generator.scoring.dates import month_of
from generator.scoring.errors import RequestError
from generator.scoring.facts import Answer, Facts, window_end_of
from generator.scoring.ledger import Ledger, Row, counted_at, levels_of, paid_before
from generator.scoring.model import Edition, Policy

REQUEST_KEYS = ("policy", "on", "answers")
ASSUMED = "assumed"
"""May stand beside the answers of a file: codes of those that the person did not give. All of them are scored."""
READINGS = "readings"


class Request(NamedTuple):
    """A request that fits the edition in force on its day.

    A question without an answer is not in ``answers``; ``rows`` are those of the ledger as they were given, None where
    there is no ledger; ``readings`` has a choice for every reading of the policy.
    """

    policy: Policy
    edition: Edition
    on: date
    answers: Mapping[QuestionCode, Answer]
    rows: tuple[Row, ...] | None
    readings: Mapping[ReadingCode, str]

    @property
    def ongoing(self) -> Row | None:
        """Return the row of the ledger that is still being paid, if any."""
        return next((row for row in self.rows or () if row.last is None), None)

    def ledger(self) -> Ledger | None:
        """Return the contributions held against the yardsticks."""
        if self.rows is None:
            return None
        yardsticks, ongoing = self.policy.yardsticks, self.ongoing
        return Ledger(
            counted=counted_at(
                paid_before(self.rows, month_of(self.on)),
                self.edition.multiples,
                levels_of(yardsticks, self.readings[yardsticks.unestablished]),
            ),
            ongoing=ongoing.first if ongoing is not None and ongoing.counts else None,
        )

    def facts(self) -> Facts:
        """Return what is known on the day of the request."""
        window_end = window_end_of(self.on, self.edition.window_end, self.readings)
        return Facts(
            self.on,
            self.edition.questions,
            window_end,
            self.policy.yardsticks,
            self.answers,
            self.ledger(),
            self.readings,
        )


def read_request(plain: Any, policy: Policy) -> Request:  # noqa: ANN401 -- JSON value
    """Return the request; raises RequestError with the path and the mend where anything is wrong with it."""
    request = read_object(plain, "", (*REQUEST_KEYS, ASSUMED))
    one_of(_needed(request, "policy"), (policy.code,), "policy")
    on = read_date(_needed(request, "on"), "on")
    edition = edition_on(on, policy)
    known = {**edition.questions, READINGS: None}
    given = read_object(_needed(request, "answers"), "answers", known)
    for place, code in enumerate(read_list(request.get(ASSUMED) or [], ASSUMED)):
        one_of(code, given, f"{ASSUMED}[{place}]")
    read = _answers(given, edition)
    rows = None
    for code in edition.ledgers:
        if given.get(code) is not None:
            rows = read_rows(given[code], f"answers.{code}")
            _refuse_both(read, code, edition)
    _refuse_unborn(read, on, edition)
    chosen = given.get(READINGS)
    readings = policy.default_readings if chosen is None else _readings(chosen, policy)
    return Request(policy, edition, on, read, rows, readings)


def edition_on(on: date, policy: Policy) -> Edition:
    """Return the edition in force on a day; raises RequestError at ``on`` where there is none."""
    for edition in policy.editions:
        if edition.first <= on <= edition.last:
            return edition
    spans = "、".join(map(_span, policy.editions))
    raise RequestError("on", f"{on} 没有可计算的办法版本，请选这些日期之内的一天：{spans}。")


def _span(edition: Edition) -> str:
    return f"{edition.first} 起" if edition.is_endless else f"{edition.first} 至 {edition.last}"


def _needed(request: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401 -- JSON value
    value = request.get(key)
    if value is None:
        raise RequestError(key, f"缺少“{key}”，请补上。")
    return value


def _answers(given: Mapping[str, Any], edition: Edition) -> dict[QuestionCode, Answer]:
    questions, elsewhere = edition.questions, (READINGS, *edition.ledgers)
    try:
        return {
            code: read_answer(value, questions[code], code)
            for code, value in given.items()
            if value is not None and code not in elsewhere
        }
    except RequestError as error:
        raise RequestError(f"answers.{error.path}", error.message) from None


def _refuse_both(answers: Mapping[QuestionCode, Answer], ledger: str, edition: Edition) -> None:
    """Refuse figures that the ledger decides already."""
    for code in answers:
        count = edition.questions[code].from_ledger
        if count is not None and not count.beside_ledger:
            raise RequestError(
                f"answers.{code}",
                f"已经给了逐月缴费记录“{ledger}”，这一项由它算出，请删去其中之一。",
            )


def _refuse_unborn(answers: Mapping[QuestionCode, Answer], on: date, edition: Edition) -> None:
    for code in edition.past_dates:
        born = answers.get(code)
        if isinstance(born, date) and born > on:
            raise RequestError(
                f"answers.{code}", f"{born} 晚于计算日 {on}，请改成计算日当天或更早的日期。"
            )


def _readings(plain: Any, policy: Policy) -> dict[ReadingCode, str]:  # noqa: ANN401 -- JSON value
    chosen = read_object(plain, f"answers.{READINGS}", policy.readings)
    return {
        code: one_of(chosen[code], reading.choices, f"answers.{READINGS}.{code}")
        if chosen.get(code) is not None
        else reading.default
        for code, reading in policy.readings.items()
    }
