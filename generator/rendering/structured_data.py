"""Structured data for search engines: only what stands on the page itself."""

from collections.abc import Callable

from markupsafe import Markup

from generator.paging.questions_page import QuestionsBody
from generator.policy.plain import Plain
from generator.rendering.prose import ProseRenderer


def questions_data(prose: ProseRenderer) -> Callable[[QuestionsBody], Plain]:
    """Makes the questions and answers of a page as schema.org has them."""

    def data(body: QuestionsBody) -> Plain:
        return {
            "@context": "https://schema.org",
            "@type": "FAQPage",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": prose.line(entry.asks, body.name),
                    "acceptedAnswer": {
                        "@type": "Answer",
                        "text": _plain(prose.html(entry.answer, body.name)),
                    },
                }
                for group in body.groups
                for entry in group.entries
            ],
        }

    return data


def _plain(html: Markup) -> str:
    return html.striptags()
