"""indicators/<section>/<code>.yaml: an indicator with its rule, sources and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from generator.policy.evidence import FigureReceipt, Receipt, by_figure, weakest, with_clause
from generator.policy.marks import Declares, OneOfKinds, Sources
from generator.policy.plain import Plain
from generator.scoring.codec import write_rule
from generator.scoring.codes import QuestionCode, Section
from generator.scoring.marks import Code, Key, Once
from generator.scoring.model import Indicator
from generator.scoring.only_if import OnlyIf, questions_of
from generator.scoring.rules.kinds import KINDS
from generator.scoring.rules.rule import Rule

SECTIONS = tuple(section.value for section in Section)
"""The folders of indicators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFile:
    """What the file of an indicator says."""

    code: Annotated[Code, Key("indicator"), Declares("indicator")]
    title: str
    clause: str
    source: Annotated[Receipt, Sources()]
    rule: Annotated[Rule, OneOfKinds(KINDS)]
    sentences: Mapping[str, str]
    exceptions: Annotated[tuple[FigureReceipt, ...], Key("except"), Once("figure")] = ()
    only_if: OnlyIf | None = None
    """The answer without which the indicator gives nothing, whatever its rule finds."""
    needs_paper: bool = True
    """Whether something has to be brought for it; no where what everyone brings or the authority's records show it."""

    @property
    def reads(self) -> tuple[QuestionCode, ...]:
        """The questions whose answers decide it."""
        return questions_of(self.rule, self.only_if)

    def scoring(self, section: str) -> Indicator:
        """What scoring needs of it."""
        return Indicator(
            code=self.code,
            section=Section(section),
            title=self.title,
            clause=self.clause,
            certainty=weakest(self.source, *(each.receipt for each in self.exceptions)).value,
            rule=self.rule,
            sentences=self.sentences,
            only_if=self.only_if,
            reads=self.reads,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorText:
    """An indicator as pages show it: what scoring knows of it, where it comes from and what is said about it."""

    indicator: Indicator
    receipt: Receipt
    exceptions: Mapping[str, Receipt]
    """By the path of the figure inside the file, such as ``rule.gate.months``."""
    text: str
    """Which of the policy's texts is about it; empty where the edition has none."""
    placed_examples: tuple[str, ...]
    """The cases that this text places itself."""

    @property
    def rule(self) -> Mapping[str, Plain]:
        """The plain data of its rule."""
        return write_rule(self.indicator.rule)

    @property
    def code(self) -> str:
        """The indicator's code."""
        return self.indicator.code


def indicator_text(
    file: IndicatorFile, section: str, text: str, *, placed_examples: tuple[str, ...]
) -> IndicatorText:
    """The indicator of a file in the folder of a section; ``text`` is the name of the text about it."""
    return IndicatorText(
        indicator=file.scoring(section),
        receipt=with_clause(file.source, file.clause),
        exceptions=by_figure(file.exceptions, file.clause),
        text=text,
        placed_examples=placed_examples,
    )
