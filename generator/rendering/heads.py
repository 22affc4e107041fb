"""What pages of text are called and begin with, where that gives figures: lists and the search show it, too."""

from dataclasses import replace

from generator.loading.model import PolicyText
from generator.policy.pages import ProsePage
from generator.rendering.prose import filled_line


def with_filled_heads(policy: PolicyText) -> PolicyText:
    """The policy with the figures of the edition in force in titles, leads and descriptions. Raises ProseError."""
    return replace(
        policy, pages={name: _filled(page, policy) for name, page in policy.pages.items()}
    )


def _filled(page: ProsePage, policy: PolicyText) -> ProsePage:
    name = f"pages/{page.name}.md"
    return replace(
        page,
        title=filled_line(policy, page.title, name),
        lead=filled_line(policy, page.lead, name),
        description=filled_line(policy, page.description, name),
    )
