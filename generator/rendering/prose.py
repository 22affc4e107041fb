"""Prose of the data: figures by reference in a sandbox, then Markdown, then worked examples in their places."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.loading.model import PolicyText
from generator.paging.citations import Citation, cite, cite_sources, document
from generator.paging.figures import UnknownFigureError, fact
from generator.paging.worked_examples import WorkedExample, WorkedExamples
from generator.policy.sources import Document
from generator.rendering.markdown import mark, to_html
from generator.rendering.references import references
from generator.rendering.terms import links_of


class ProseError(Exception):
    """A text asks for something that is not there, or can't be read as a template."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownInProse:
    """How what texts place by reference is rendered: each the component of that name."""

    example: Callable[[WorkedExample], Markup]
    certainty: Callable[[Citation], Markup]
    official: Callable[[Document], Markup]
    basis: Callable[[tuple[Citation, ...]], Markup]
    policy: Callable[[str, str], Markup]
    """A policy of the site by its code, and the words of the link."""


class LineFiller:
    """Fills the figures of one policy into texts: each is a template, and its own name."""

    def __init__(self, policy: PolicyText, compiled: BytecodeCache | None = None) -> None:
        """``compiled`` keeps texts as templates, by what they say."""
        self._policy = policy
        self._sandbox = ImmutableSandboxedEnvironment(
            loader=FunctionLoader(str),
            undefined=StrictUndefined,
            autoescape=False,
            bytecode_cache=compiled,
        )

    def filled(
        self,
        text: str,
        name: str,
        edition: str = "",
        *,
        more: Mapping[str, Callable[..., str]] = MappingProxyType({}),
    ) -> str:
        """The text with its figures, those of ``edition`` or the one in force; ``name`` tells it in messages.

        Raises ProseError.
        """
        if "{" not in text:
            return text
        try:
            known = references(self._policy, edition or self._policy.current.code)
            return self._sandbox.get_template(text).render(**known, **more)
        except KeyError as error:
            raise ProseError(f"{name}: there is no case named {error}") from error
        except (TemplateError, UnknownFigureError) as error:
            line = getattr(error, "lineno", None)
            raise ProseError(f"{name}{f':{line}' if line else ''}: {error}") from error


class ProseRenderer:
    """Turns texts of one policy into HTML."""

    def __init__(
        self,
        policy: PolicyText,
        examples: WorkedExamples,
        show: "ShownInProse",
        compiled: BytecodeCache | None = None,
    ) -> None:
        """``show`` renders what texts place by reference; ``compiled`` keeps texts as templates, by what they say."""
        self._policy = policy
        self._examples = examples
        self._show = show
        self._terms = links_of(policy.glossary)
        self._filler = LineFiller(policy, compiled)

    def html(
        self,
        text: str,
        name: str,
        edition: str = "",
        *,
        top_level: int = 2,
        pictures: Mapping[str, Markup] | None = None,
    ) -> Markup:
        """The text as HTML; ``name`` tells it in messages, ``pictures`` are those that its page has.

        Figures are those of ``edition`` or the one in force. Raises ProseError.
        """
        blocks: dict[int, Markup] = {}

        documents = self._policy.documents

        def word(shown: Markup) -> str:
            blocks[len(blocks)] = shown
            return mark(len(blocks) - 1)

        def paragraph(shown: Markup) -> str:
            return f"\n\n{word(shown)}\n\n"

        def picture(key: str) -> str:
            if pictures is None or key not in pictures:
                raise UnknownFigureError(f"the page has no picture {key}")
            return paragraph(pictures[key])

        def certainty(code: str) -> str:
            said_of = self._policy.editions[edition or self._policy.current.code]
            receipt = fact(self._policy, said_of, code).receipt
            return word(self._show.certainty(cite(receipt, documents)))

        more: dict[str, Callable[..., str]] = {
            "case": lambda case: paragraph(self._show.example(self._examples.named(case, edition))),
            "certainty": certainty,
            "picture": picture,
            "official": lambda code: word(self._show.official(document(documents, code))),
            "policy": lambda code, words: word(self._show.policy(code, words)),
            "basis": lambda sources: paragraph(self._show.basis(cite_sources(sources, documents))),
        }
        filled = self._filler.filled(text, name, edition, more=more)
        return to_html(filled, top_level=top_level, blocks=blocks, terms=self._terms)

    def line(self, text: str, name: str, edition: str = "") -> str:
        """A line that is no Markdown, with its figures filled in, those of ``edition`` or the one in force."""
        return self._filler.filled(text, name, edition)
