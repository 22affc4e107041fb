"""Does a policy without points hold together, and do its cases come true?"""

import json
from collections.abc import Iterator
from pathlib import Path

from generator.checking.own_figures import check_title
from generator.checking.style import style_mistakes, words_in
from generator.diagnostics import Code, DataErrors, Diagnostic, Place, in_order
from generator.loading.checklist import (
    Checklist,
    ChecklistFolder,
    checklist,
    checklist_policy,
    read_checklist,
    request_of,
)
from generator.loading.folder import said
from generator.policy.checklist import ListedCondition
from generator.policy.marked import marked
from generator.policy.messages import choice_hint
from generator.policy.questions import QuestionsFile
from generator.scorer import Scorer
from generator.scoring.rules.declared import Asks, ChoiceOf


def check_checklist(folder: Path, shown: str, cache: Path | None = None) -> tuple[Diagnostic, ...]:
    """Every mistake in the folder, sorted by place; messages call it ``shown``."""
    read = read_checklist(folder, shown, cache=cache)
    return in_order(read.diagnostics or tuple(_mistakes(read)))


def load_checked_checklist(folder: Path, shown: str, cache: Path | None = None) -> Checklist:
    """Everything that the folder says, after all checks; raises DataErrors with every mistake."""
    read = read_checklist(folder, shown, cache=cache)
    found = read.diagnostics or tuple(_mistakes(read))
    if found:
        raise DataErrors(found)
    return checklist(read)


def _mistakes(folder: ChecklistFolder) -> Iterator[Diagnostic]:
    """Those across files; where there are none, cases that do not come true and standings without a case."""
    found = [*_references(folder), *_conditions(folder)]
    yield from found
    files = (folder.policy, folder.sources, folder.questions, folder.conditions, folder.cases)
    for passage in words_in(file.node for file in files):
        yield from style_mistakes(passage)
    for condition in said(folder.conditions):
        yield from check_title(condition, folder.places)
    if not found:
        yield from _cases(folder)


def _references(folder: ChecklistFolder) -> Iterator[Diagnostic]:
    """Codes that nothing declares."""
    declared: dict[str, set[str]] = {}
    files = (folder.policy, folder.sources, folder.questions, folder.conditions, folder.cases)
    for file in files:
        for each in file.declarations:
            declared.setdefault(each.kind, set()).add(each.code)
    for file in files:
        for used in file.references:
            known = declared.get(used.to.kind, set())
            if used.code not in known:
                yield Diagnostic(
                    code=Code.UNKNOWN_REFERENCE,
                    place=used.place,
                    message=f'there is no {used.to.kind} "{used.code}"',
                    hint=choice_hint(used.code, tuple(sorted(known))),
                )


def _conditions(folder: ChecklistFolder) -> Iterator[Diagnostic]:
    """Questions of a wrong kind, choices that are none, sentences and questions that are missing or not used."""
    form, places = said(folder.questions), folder.places
    questions = {question.code: question for question in form.questions}
    read: set[str] = set()
    for condition in said(folder.conditions):
        read.update(condition.rule.questions())
        yield from _sentences(condition, folder)
        for asking in marked(condition.rule, Asks):
            question = questions.get(str(asking.value))
            if question is not None and question.kind not in asking.mark.kinds:
                place = places.of(asking.owner, asking.field)
                message = f"{question.code} is a question of the kind {question.kind}"
                yield Diagnostic(code=Code.WRONG_KIND, place=place, message=message)
        for choosing in marked(condition.rule, ChoiceOf):
            question = questions.get(str(choosing.beside(choosing.mark.field)))
            known = [choice.code for choice in question.choices] if question else []
            for code in choosing.value if isinstance(choosing.value, tuple) else ():
                if question is not None and code not in known:
                    yield Diagnostic(
                        code=Code.UNKNOWN_REFERENCE,
                        place=places.of(choosing.owner, choosing.field),
                        message=f'{question.code} has no choice "{code}"',
                        hint=choice_hint(str(code), tuple(known)),
                    )
    yield from _unused(form, read, folder)


def _unused(form: QuestionsFile, read: set[str], folder: ChecklistFolder) -> Iterator[Diagnostic]:
    for question in form.questions:
        if question.code not in read:
            place = folder.places.of(question)
            message = f"no condition reads the question {question.code}"
            yield Diagnostic(code=Code.UNUSED, place=place, message=message)


def _sentences(condition: ListedCondition, folder: ChecklistFolder) -> Iterator[Diagnostic]:
    said_here = condition.sentences
    needed = {each.value for each in condition.rule.standings}
    place: Place = folder.places.of_key(condition, "sentences")
    for key in sorted(needed - said_here.keys()):
        message = f"the sentence {key} is missing"
        yield Diagnostic(code=Code.MISSING_SENTENCE, place=place, message=message)
    for key in sorted(said_here.keys() - needed):
        message = f'this rule never says "{key}"'
        yield Diagnostic(code=Code.UNKNOWN_SENTENCE, place=place, message=message)


def _cases(folder: ChecklistFolder) -> Iterator[Diagnostic]:
    """Cases that do not come true; then standings of conditions that no case expects."""
    policy = checklist_policy(folder)
    scorer = Scorer(policy)
    day = max(document.checked_on for document in said(folder.sources))
    held: set[tuple[str, str]] = set()
    failed = False
    for case in said(folder.cases):
        answer = json.loads(scorer.score_json(request_of(policy.code, case, day)))
        place = folder.places.of(case)
        if "error" in answer:
            failed = True
            message = f"{answer['error']['path']}: {answer['error']['message']}"
            yield Diagnostic(code=Code.BAD_CASE, place=place, message=message)
            continue
        stands = {each["condition"]: each["status"] for each in answer["conditions"]}
        for code, expected in case.expect.items():
            held.add((code, expected))
            if stands.get(code) != expected:
                failed = True
                message = f"{code} is expected to be {expected}, and is {stands.get(code)}"
                yield Diagnostic(code=Code.FAILED_CASE, place=place, message=message)
    if failed:
        return
    for condition in said(folder.conditions):
        for standing in condition.rule.standings:
            if (condition.code, standing.value) not in held:
                place = folder.places.of(condition)
                message = f"no case expects {condition.code} to be {standing}"
                yield Diagnostic(code=Code.EDGE_WITHOUT_CASE, place=place, message=message)
