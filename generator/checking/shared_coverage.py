"""The same question about what all editions share: yardsticks, what the ledger decides, readings, choices."""

from collections.abc import Iterator, Sequence
from functools import partial

from generator.checking.changes import Figure, Path, with_value
from generator.checking.coverage import unnoticed
from generator.checking.question_choices import choice_codes
from generator.checking.references import references
from generator.checking.running import Runnable
from generator.checking.trials import Trial, default_is_noticed, ledger_is_noticed
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic
from generator.policy.marked import marked
from generator.policy.plain import Plain
from generator.policy.yardsticks import History, YardstickPeriod, YardsticksText
from generator.scoring.codec import read_policy
from generator.scoring.model import Policy
from generator.scoring.rules.declared import ChoiceOf
from generator.scoring.rules.rule import Rule


def check_shared_coverage(
    run: Runnable, view: View, trials: Sequence[Trial]
) -> Iterator[Diagnostic]:
    """Figures and readings that none of all editions' cases stands on."""
    for figure in _figures(view):
        yield from unnoticed(run.document, figure, partial(_notices_ledger, trials))
    yield from _check_readings(run, view, trials)
    yield from _check_choices(view, trials)


def _figures(view: View) -> Iterator[Figure]:
    named = _used_by_rules(view)
    form, yardsticks = view.folder.questions.value, view.folder.yardsticks.value
    for position, question in enumerate(() if form is None else form.questions):
        source = question.from_ledger
        if source is None or question.code not in named:
            continue
        for key, value in (
            ("window_months", source.window_months),
            ("multiple", source.multiple),
        ):
            if value is not None:
                path: Path = ("questions", position, "from_ledger", key)
                place = view.places.of(source, key)
                yield Figure(key=key, value=value, place=place, paths=(path,))
    for history in () if yardsticks is None else History:
        assert yardsticks is not None
        for position, period in enumerate(yardsticks.periods(history)):
            if _decides(period, history, yardsticks):
                path = ("yardsticks", history.value, position, "yuan")
                place = view.places.of(period, "yuan")
                yield Figure(key="yuan", value=period.yuan, place=place, paths=(path,))


def _decides(period: YardstickPeriod, history: History, file: YardsticksText) -> bool:
    """Whether a period decides a score: of the average only one that can stand in for the level."""
    return history is History.REFERENCE_LEVEL or period.to > file.reference_level[-1].to


def _used_by_rules(view: View) -> set[str]:
    return {use.reference.code for use in references(view) if use.reference.to.uses}


def _check_readings(run: Runnable, view: View, trials: Sequence[Trial]) -> Iterator[Diagnostic]:
    chosen = {item for trial in trials for item in trial.request.readings.items()}
    named = _used_by_rules(view)
    for position, code in enumerate(run.policy.readings):
        reading = view.readings.get(code)
        if code not in named or reading is None:
            continue
        for choice in reading.choices:
            if choice.code == reading.default:
                continue
            if (code, choice.code) not in chosen:
                yield Diagnostic(
                    code=Code.EDGE_WITHOUT_CASE,
                    place=view.places.of(choice, "code"),
                    message=f"no case takes the reading {code} as {choice.code}",
                    hint=f"add a case with answers: {{readings: {{{code}: {choice.code}}}, …}}",
                )
            changed = with_value(run.document, ("readings", position, "default"), choice.code)
            if not default_is_noticed(_policy(changed), code, trials):
                yield Diagnostic(
                    code=Code.EDGE_WITHOUT_CASE,
                    place=view.places.of(reading, "default"),
                    message=f"no case holds the default {reading.default}: with {choice.code} all would come out the same",
                    hint="add a case in which the reading decides",
                )


def _check_choices(view: View, trials: Sequence[Trial]) -> Iterator[Diagnostic]:
    """Choices that a rule has no row for and that no case of its edition picks: perhaps the row was forgotten."""
    silent: dict[tuple[str, str, str], list[str]] = {}
    for edition in view.scored:
        picked = [
            trial.facts.answers for trial in trials if trial.request.edition.code == edition.name
        ]
        for code, indicator in edition.declared.values.items():
            for question, listed in _listed(indicator.rule).items():
                for choice in choice_codes(view.questions.get(question)):
                    if choice not in listed and not any(
                        answers.get(question) == choice for answers in picked
                    ):
                        silent.setdefault((question, choice, code), []).append(edition.name)
    for (question, choice, code), editions in silent.items():
        text = view.questions.get(question)
        assert text is not None
        entry = next(each for each in text.choices if each.code == choice)
        yield Diagnostic(
            code=Code.EDGE_WITHOUT_CASE,
            place=view.places.of(entry, "code"),
            message=f"{choice} gives nothing for {code} in {', '.join(editions)}, and no case there picks it",
            hint="where it gives something, say so in the rule of that edition; else add a case that picks it",
        )


def _listed(rule: Rule) -> dict[str, set[str]]:
    """The choices that a rule has a row for, by their question."""
    listed: dict[str, set[str]] = {}
    for row in marked(rule, ChoiceOf):
        listed.setdefault(str(row.beside(row.mark.field)), set()).add(str(row.value))
    return listed


def _notices_ledger(trials: Sequence[Trial], document: Plain) -> bool:
    return ledger_is_noticed(_policy(document), trials)


def _policy(document: Plain) -> Policy:
    assert isinstance(document, dict)
    return read_policy(document)
