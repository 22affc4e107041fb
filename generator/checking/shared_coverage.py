"""The same question about what all editions share: yardsticks, what the ledger decides, readings."""

from collections.abc import Iterator, Sequence
from functools import partial

from generator.checking.changes import Figure, figures_in, with_value
from generator.checking.coverage import unnoticed
from generator.checking.references import references
from generator.checking.running import Runnable
from generator.checking.trials import Trial, default_is_noticed, ledger_is_noticed
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic
from generator.loading.evidence import Plain
from generator.reading import Node
from generator.reading.nodes import follow, items, scalar
from generator.scoring.codec import read_policy
from generator.scoring.model import Policy


def check_shared_coverage(
    run: Runnable, view: View, trials: Sequence[Trial]
) -> Iterator[Diagnostic]:
    """Figures and readings that none of all editions' cases stands on."""
    for figure in _figures(view):
        yield from unnoticed(run.document, figure, partial(_notices_ledger, trials))
    yield from _check_readings(run, view, trials)


def _figures(view: View) -> Iterator[Figure]:
    named = {each.code.text for each in references(view) if each.by_rule}
    for position, question in enumerate(items(view.folder.questions.node, "questions")):
        code = scalar(question, "question")
        if code is None or code.text not in named:
            continue
        path = ("questions", position, "from_ledger")
        yield from figures_in(follow(question, "from_ledger"), path)
    file = view.folder.yardsticks.node
    for history, positions in (
        ("reference_level", _all(file, "reference_level")),
        ("statutory_average", _standing_in(file)),
    ):
        periods = items(file, history)
        for position in positions:
            yuan = follow(periods[position], "yuan")
            yield from figures_in(yuan, ("yardsticks", history, position, "yuan"))


def _all(file: Node | None, history: str) -> Iterator[int]:
    return (position for position, _ in enumerate(items(file, history)))


def _standing_in(file: Node | None) -> Iterator[int]:
    """The periods of the statutory average that can stand in where the reference level is not established."""
    levels = items(file, "reference_level")
    end = scalar(levels[-1], "to") if levels else None
    for position, period in enumerate(items(file, "statutory_average")):
        last = scalar(period, "to")
        if end is not None and last is not None and last.text > end.text:
            yield position


def _check_readings(run: Runnable, view: View, trials: Sequence[Trial]) -> Iterator[Diagnostic]:
    chosen = {item for trial in trials for item in trial.request.readings.items()}
    named = {each.code.text for each in references(view) if each.by_rule}
    for position, (code, reading) in enumerate(run.policy.readings.items()):
        if code not in named:
            continue
        table = view.readings.get(code)
        default = scalar(table, "default")
        for choice in items(table, "choices"):
            own = scalar(choice, "code")
            if own is None or default is None:
                continue
            if own.text != reading.default:
                if (code, own.text) not in chosen:
                    message = f"no case takes the reading {code} as {own.text}"
                    yield Diagnostic(
                        code=Code.EDGE_WITHOUT_CASE,
                        place=own.place,
                        message=message,
                        hint=f"add a case with answers: {{readings: {{{code}: {own.text}}}, …}}",
                    )
                changed = with_value(run.document, ("readings", position, "default"), own.text)
                if not default_is_noticed(_policy(changed), code, trials):
                    yield Diagnostic(
                        code=Code.EDGE_WITHOUT_CASE,
                        place=default.place,
                        message=f"no case holds the default {reading.default}: with {own.text} all would come out the same",
                        hint="add a case in which the reading decides",
                    )


def _notices_ledger(trials: Sequence[Trial], document: Plain) -> bool:
    return ledger_is_noticed(_policy(document), trials)


def _policy(document: Plain) -> Policy:
    assert isinstance(document, dict)
    return read_policy(document)
