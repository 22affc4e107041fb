"""Pages that are one Markdown text of the policy's ``pages`` folder."""

from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseBody:
    """``name`` tells the text in messages, ``text`` is Markdown."""

    name: str
    lead: str
    text: str


def path_page(policy: PolicyText) -> Page:
    """From the permit to the notice, and the yearly renewal."""
    return Page(
        address=addresses.PATH,
        template="pages/prose.html.j2",
        title="办理流程",
        description="从办居住证到拿积分通知单，再到每年续办：每一步谁来办、在哪里办、要多久。",
        body=ProseBody(
            name="pages/path.md",
            lead="从办居住证到拿积分通知单，再到每年续办：每一步谁来办、在哪里办、要多久。",
            text=policy.pages.get("path", ""),
        ),
    )
