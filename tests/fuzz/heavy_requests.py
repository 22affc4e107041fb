"""Requests that ask for much: many rows, many records, long spans, long pastes. All are hypothesis strategies."""

from datetime import date, timedelta

from hypothesis import strategies as st

from generator.pasting.paste import LONGEST_LINE, LONGEST_PASTE, MOST_LINES
from generator.scorer import METHODS
from generator.scoring.answers import MOST_DATES, MOST_ENTRIES
from generator.scoring.dates import month_of, write_month
from generator.scoring.model import Edition, Policy
from generator.scoring.questions import Kind, Question
from tests.fuzz.costly import request_text

_FIRST_MONTH = 1980 * 12
_LAST_MONTH = 2101 * 12 - 1
_YEARS_AHEAD = 40
_AT_ONCE = 20
_BASES = st.sampled_from((5000, 10_000, 12_000, 24_000, 36_000)) | st.integers(1, 60_000)
_PIECES = (
    *(
        "2023-01",
        "2023年1月",
        "202301",
        "-",
        "至",
        "~",
        " ",
        "\u3000",
        "\t",
        "12000",
        "12,000.00",
        "日",
        "x",
    ),
    *(
        "一",
        "元",
        "合计",
        "，",
        "/",
        ".",
        "0",
        "2023-02-30",
        "缴费基数",
        "\r",
        "：",
        "（",
        "1e9",
        "２０２３",
    ),
)

type Answers = dict[str, object]


def heavy_requests(policy: Policy, method: str) -> st.SearchStrategy[str]:
    """The JSON text of requests to one method."""
    match method:
        case "paste_json":
            return _pastes()
        case "scores_json":
            return _lists(policy)
        case "years_json":
            return _years(policy)
        case _:
            return _asked(policy, method)


def methods() -> tuple[str, ...]:
    """Everything that a scorer can be asked."""
    return tuple(METHODS)


@st.composite
def _asked(draw: st.DrawFn, policy: Policy, method: str) -> str:
    edition = draw(st.sampled_from(policy.editions))
    on = draw(st.dates(edition.first, edition.last))
    answers: Answers = {}
    with_ledger = method == "ledger_json" or draw(st.booleans())
    for question in edition.questions.values():
        is_counted = question.from_ledger is not None and with_ledger
        if question.kind is Kind.LEDGER:
            if with_ledger:
                answers[question.code] = draw(_ledgers(on))
        elif not is_counted and draw(st.integers(0, 9)):
            answers[question.code] = draw(_answers(question, edition, on))
    if draw(st.booleans()):
        readings = draw(st.lists(st.sampled_from(list(policy.readings.values())), unique=True))
        chosen = {each.code: draw(st.sampled_from(list(each.choices))) for each in readings}
        answers["readings"] = chosen
    request: dict[str, object] = {"policy": policy.code, "on": on.isoformat(), "answers": answers}
    return request_text(request | draw(_beside(method, on)))


@st.composite
def _beside(draw: st.DrawFn, method: str, on: date) -> dict[str, object]:
    """What a method takes beyond a score request."""
    later = on + timedelta(days=draw(st.integers(0, 365 * _YEARS_AHEAD)))
    match method:
        case "timeline_json":
            return {"until": later.isoformat()} | draw(_assumed(on))
        case "outlook_json":
            ends = {"permit_ends": later.isoformat()}
            years = draw(st.fixed_dictionaries({"years": st.integers(1, _YEARS_AHEAD)}))
            return {**ends, **years, "deadlines": {"middle_exam": on.year + 1}} | draw(_assumed(on))
        case "plans_json":
            return draw(st.sampled_from(({}, {"by": later.isoformat()}))) | draw(_assumed(on))
        case "reverse_json":
            return {"by": later.isoformat()}
        case _:
            return {}


@st.composite
def _assumed(draw: st.DrawFn, on: date) -> dict[str, object]:
    """Nothing, a base that goes on, a pause, or no more paying."""
    start = write_month(month_of(on) + draw(st.integers(0, 240)))
    base = draw(st.sampled_from((5000, 12000, 24000, 36000)))
    choices: tuple[dict[str, object] | None, ...] = (
        None,
        {"base": base},
        {"base": base, "from": start},
        {"base": None},
    )
    assumed = draw(st.sampled_from(choices))
    return {} if assumed is None else {"assume": assumed}


def _lists(policy: Policy) -> st.SearchStrategy[str]:
    """Some score requests at once: the bounds are for so many, a longer list takes its time."""
    requests = st.lists(_asked(policy, "score_json"), min_size=1, max_size=_AT_ONCE)
    return requests.map(lambda texts: f"[{','.join(texts)}]")


@st.composite
def _years(draw: st.DrawFn, policy: Policy) -> str:
    edition = draw(st.sampled_from(policy.editions))
    on = draw(st.dates(edition.first, edition.last))
    bases = {write_month(month_of(on) - back): 12000 for back in range(draw(st.integers(0, 600)))}
    return request_text({"policy": policy.code, "on": on.isoformat(), "bases": bases})


@st.composite
def _ledgers(draw: st.DrawFn, on: date) -> list[dict[str, object]]:
    """Rows one after another, past and still to come: long or short, close or apart, at a few bases in turn."""
    count = draw(st.sampled_from((0, 1, 60, 240, MOST_ENTRIES)))
    lengths = draw(st.lists(st.sampled_from((1, 1, 2, 5, 12, 40)), min_size=1, max_size=5))
    gaps = draw(st.lists(st.integers(0, 3) | st.integers(0, 13), min_size=1, max_size=5))
    bases = draw(st.lists(_BASES, min_size=1, max_size=5))
    start = draw(st.integers(-12 * _YEARS_AHEAD, 12 * _YEARS_AHEAD))
    month = min(max(month_of(on) + start, _FIRST_MONTH), _LAST_MONTH - 1)
    rows: list[dict[str, object]] = []
    for position in range(count):
        last = month + lengths[position % len(lengths)] - 1
        if last > _LAST_MONTH:
            break
        rows.append(
            {
                "from": write_month(month),
                "to": write_month(last),
                "base": bases[position % len(bases)],
            }
        )
        month = last + 1 + gaps[position % len(gaps)]
    goes_on: bool = draw(st.booleans())
    if rows and goes_on:
        del rows[-1]["to"]
        rows[-1]["ongoing"] = True
    return rows


def _answers(question: Question, edition: Edition, on: date) -> st.SearchStrategy[object]:
    match question.kind:
        case Kind.YES_NO:
            return st.booleans()
        case Kind.CHOICE:
            return st.sampled_from(list(question.choices))
        case Kind.DATE:
            return st.dates(date(1930, 1, 1), on).map(date.isoformat)
        case Kind.DATES:
            dates = st.dates(date(1990, 1, 1), edition.last).map(date.isoformat)
            return st.integers(0, MOST_DATES).flatmap(
                lambda most: st.lists(dates, min_size=most // 2, max_size=most)
            )
        case Kind.COUNT:
            return st.integers(0, question.at_most or 1500)
        case Kind.PERCENT:
            return st.integers(0, 100)
        case _:
            return st.integers(0, 10**9)


@st.composite
def _pastes(draw: st.DrawFn) -> str:
    """A few pieces, each repeated, the whole repeated again: what makes a regular expression try and try again."""
    pieces = draw(
        st.lists(
            st.tuples(st.sampled_from(_PIECES), st.integers(1, LONGEST_LINE)),
            min_size=1,
            max_size=8,
        )
    )
    line = "".join(piece * times for piece, times in pieces)[:LONGEST_LINE]
    lines = draw(st.integers(1, min(MOST_LINES, LONGEST_PASTE // (len(line) + 1))))
    return request_text({"lines": "\n".join([line] * lines)})
