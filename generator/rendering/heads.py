"""What pages of text are called and begin with, where that gives figures: lists and the search show it, too."""

from dataclasses import replace

from generator.loading.model import PolicyText
from generator.policy.pages import ProsePage
from generator.rendering.prose import LineFiller


def with_filled_heads(policy: PolicyText) -> PolicyText:
    """The policy with the figures of the edition in force in titles, leads and descriptions. Raises ProseError."""
    filler = LineFiller(policy)
    return replace(
        policy, pages={name: _filled(page, filler) for name, page in policy.pages.items()}
    )


def _filled(page: ProsePage, filler: LineFiller) -> ProsePage:
    name = f"pages/{page.name}.md"
    return replace(
        page,
        title=filler.filled(page.title, name),
        lead=filler.filled(page.lead, name),
        description=filler.filled(page.description, name),
    )
