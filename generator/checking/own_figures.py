"""Do sentences and titles beside a rule say figures of their own, which stay behind where the rule changes?"""

import re
from collections.abc import Iterator, Sequence

from generator.checking.prose import figures_typed
from generator.checking.prose_places import place_within
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic, Note
from generator.policy.checklist import ListedCondition
from generator.policy.conditions import ConditionFile
from generator.policy.marked import values_of
from generator.policy.places import Places
from generator.reading import Node
from generator.reading.nodes import follow, scalars

_NUMBER = re.compile(r"(?<![0-9.])[0-9]{1,3}(?![0-9.])")
_MONTHS_OF_A_YEAR = 12


def check_own_figures(view: View) -> Iterator[Diagnostic]:
    """Figures typed into sentences, and titles of conditions that name other months than their rules."""
    policy = view.folder.policy.node
    sentences = [follow(policy, key) for key in ("sentences", "timeline", "plans")]
    for edition in view.scored:
        sentences += [follow(each.node, "sentences") for each in edition.indicators]
        for entry in edition.folder.conditions:
            sentences.append(follow(entry.file.node, "sentences"))
            if entry.file.value is not None:
                yield from check_title(entry.file.value, view.places)
    yield from _typed(sentences)


def _typed(sentences: Sequence[Node | None]) -> Iterator[Diagnostic]:
    for node in sentences:
        for sentence in scalars(node):
            for figure in figures_typed(sentence.text):
                yield Diagnostic(
                    code=Code.TYPED_FIGURE,
                    place=place_within(sentence, figure),
                    message=f"“{figure}” is typed into the sentence",
                    hint="say it by a word in braces that the sentence offers, such as {points}",
                )


def check_title(condition: ConditionFile | ListedCondition, places: Places) -> Iterator[Diagnostic]:
    """A title with numbers that leaves out the months that the rule needs."""
    months = values_of(condition.rule).get("months")
    said = {int(number) for number in _NUMBER.findall(condition.title)}
    if not isinstance(months, int) or not said:
        return
    if months not in said and months not in {years * _MONTHS_OF_A_YEAR for years in said}:
        yield Diagnostic(
            code=Code.DISAGREES,
            place=places.of(condition, "title"),
            message=f"the title has numbers, but not the {months} months of the rule",
            hint="write a title for this rule",
            notes=(
                Note(place=places.of(condition.rule, "months"), text="the rule says them here"),
            ),
        )
