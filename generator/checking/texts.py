"""Do the references in Markdown texts lead to figures and cases that are there? Is every fact given somewhere?"""

from collections.abc import Iterator

from generator.checking.guide import guide_scalars
from generator.checking.prose_places import place_at, place_within
from generator.checking.text_references import facts_used, mistakes
from generator.checking.text_targets import Targets, targets_of
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic
from generator.reading import Scalar, TextFile
from generator.reading.nodes import scalars


def check_texts(view: View) -> Iterator[Diagnostic]:
    """References that can't be read or lead nowhere, and facts that no text gives."""
    if view.current is None:
        return
    pages = [page.text for page in view.folder.pages.values()]
    heads = [found for page in view.folder.pages.values() for found in scalars(page.head.node)]
    texts = list(pages)
    for edition in view.shown:
        targets = targets_of(view, edition)
        for text in pages:
            yield from _check_text(text, targets)
        for head in heads:
            yield from _check_head(head, targets)
    for edition in view.scored:
        targets = targets_of(view, edition)
        own = [*edition.folder.texts.values()]
        texts += own
        for text in own:
            yield from _check_text(text, targets)
    if view.facts.is_whole:
        yield from _check_facts(
            view, [*(each.text for each in texts), *(each.text for each in heads)]
        )


def _check_text(text: TextFile, targets: Targets) -> Iterator[Diagnostic]:
    for mistake in mistakes(text.text, targets):
        first = mistake.part.split("\n", maxsplit=1)[0]
        yield Diagnostic(
            code=mistake.code,
            place=place_at(text.text, mistake.start, len(first), text.source),
            message=mistake.message,
            hint=mistake.hint,
        )


def _check_head(found: Scalar, targets: Targets) -> Iterator[Diagnostic]:
    for mistake in mistakes(found.text, targets):
        yield Diagnostic(
            code=mistake.code,
            place=place_within(found, mistake.part),
            message=mistake.message,
            hint=mistake.hint,
        )


def _check_facts(view: View, texts: list[str]) -> Iterator[Diagnostic]:
    texts += [found.text for found in guide_scalars(view)]
    used = {code for text in texts for code in facts_used(text)}
    policy = view.folder.policy.value
    if policy is not None and policy.renewal is not None:
        used |= {policy.renewal.window, policy.renewal.kept}
    for code in view.facts.codes:
        if code.code not in used:
            yield Diagnostic(
                code=Code.UNUSED, place=code.place, message=f'no text gives the fact "{code.code}"'
            )
