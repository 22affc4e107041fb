"""Prose of the data: figures by reference in a sandbox, then Markdown, then worked examples in their places."""

from collections.abc import Callable, Mapping

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.loading.model import PolicyText
from generator.paging.citations import Citation, cite
from generator.paging.figures import UnknownFigureError, fact
from generator.paging.worked_examples import WorkedExample, WorkedExamples
from generator.rendering.markdown import mark, to_html
from generator.rendering.references import references
from generator.rendering.terms import TermLinks


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
        self._terms = TermLinks(policy.glossary)
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

        current = self._policy.current.code
        filled = self._filled(text, name, current, {"case": case, "certainty": certainty})
        return to_html(filled, top_level=top_level, blocks=blocks, terms=self._terms)

    def line(self, text: str, name: str, edition: str | None = None) -> str:
        """A line that is no Markdown, with its figures filled in, those of ``edition`` or the one in force."""
        return self._filled(text, name, edition or self._policy.current.code, {})

    def _filled(
        self, text: str, name: str, edition: str, more: Mapping[str, Callable[[str], str]]
    ) -> str:
        if "{" not in text:
            return text
        try:
            known = references(self._policy, edition)
            return self._sandbox.from_string(text).render(**known, **more)
        except KeyError as error:
            raise ProseError(f"{name}: there is no case named {error}") from error
        except (TemplateError, UnknownFigureError) as error:
            line = getattr(error, "lineno", None)
            raise ProseError(f"{name}{f':{line}' if line else ''}: {error}") from error
