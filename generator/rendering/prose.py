"""Prose of the data: figures by reference in a sandbox, then Markdown, then worked examples in their places."""

from collections.abc import Callable

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.loading.model import PolicyText
from generator.paging.citations import Citation, cite
from generator.paging.figures import UnknownFigureError, fact, figure, multiple, window, yuan_of
from generator.paging.worked_examples import WorkedExample, WorkedExamples
from generator.rendering.filters import grouped, shown
from generator.rendering.markdown import mark, to_html


class ProseError(Exception):
    """A text asks for something that is not there, or can't be read as a template."""


class ProseRenderer:
    """Turns texts of one policy into HTML."""

    def __init__(
        self,
        policy: PolicyText,
        examples: WorkedExamples,
        show_example: Callable[[WorkedExample], Markup],
        show_certainty: Callable[[Citation], Markup],
    ) -> None:
        """``show_example`` renders the component of a worked example, ``show_certainty`` that of a citation."""
        self._policy = policy
        self._examples = examples
        self._show_example = show_example
        self._show_certainty = show_certainty
        self._sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)

    def html(self, text: str, name: str, *, top_level: int = 2) -> Markup:
        """The text as HTML; ``name`` tells it in messages. Raises ProseError."""
        blocks: dict[int, Markup] = {}

        def case(case_name: str) -> str:
            number = len(blocks)
            blocks[number] = self._show_example(self._examples.named(case_name))
            return f"\n\n{mark(number)}\n\n"

        def certainty(code: str) -> str:
            number = len(blocks)
            receipt = fact(self._policy.facts, code).receipt
            blocks[number] = self._show_certainty(cite(receipt, self._policy.documents))
            return mark(number)

        policy, edition = self._policy, self._policy.current
        scoring = policy.scoring.editions[-1]
        try:
            filled = self._sandbox.from_string(text).render(
                figure=lambda path: shown(figure(edition, path)),
                reference_level=lambda month: shown(
                    yuan_of(policy.yardsticks.reference_level, month)
                ),
                statutory_average=lambda month: shown(
                    yuan_of(policy.yardsticks.statutory_average, month)
                ),
                edition={
                    "title": edition.title,
                    "in_force": {"from": edition.in_force_from, "to": edition.in_force_to},
                },
                standard_score=edition.standard_score,
                fact=lambda code: grouped(fact(policy.facts, code).value),
                certainty=certainty,
                multiple=lambda question: multiple(scoring, question),
                window=lambda question: window(scoring, question),
                case=case,
            )
        except KeyError as error:
            raise ProseError(f"{name}: there is no case named {error}") from error
        except (TemplateError, UnknownFigureError) as error:
            line = getattr(error, "lineno", None)
            raise ProseError(f"{name}{f':{line}' if line else ''}: {error}") from error
        return to_html(filled, top_level=top_level, blocks=blocks).html
