"""The files of the folder ``guide`` and the guide that they make."""

from collections.abc import Mapping

from generator.loading.guide.changelog import CHANGELOG, build_changes
from generator.loading.guide.claims import CLAIMS, build_claims
from generator.loading.guide.comparison import COMPARISON, build_comparison
from generator.loading.guide.faq import FAQ, build_faq
from generator.loading.guide.model import Guide
from generator.loading.guide.papers import PAPERS, build_papers
from generator.loading.guide.risks import RISKS, build_risks
from generator.loading.guide.self_assessment import SELF_ASSESSMENT, build_self_assessment
from generator.loading.shapes import Shape
from generator.reading import Node

GUIDE_FILES: Mapping[str, tuple[Shape, str]] = {
    "claims": (CLAIMS, "the file of claims"),
    "faq": (FAQ, "the file of questions"),
    "papers": (PAPERS, "the list of papers"),
    "risks": (RISKS, "the list of risks"),
    "self_assessment": (SELF_ASSESSMENT, "the official form"),
    "comparison": (COMPARISON, "the comparison"),
    "changelog": (CHANGELOG, "the list of changes"),
}
"""By name without ``.yaml``: the shape of the file and what messages call it."""


def build_guide(nodes: Mapping[str, Node | None]) -> Guide:
    """The guide of a policy; empty where it has no such folder."""
    if not nodes:
        return Guide()
    return Guide(
        claims=build_claims(nodes["claims"]),
        faq=build_faq(nodes["faq"]),
        papers=build_papers(nodes["papers"]),
        risks=build_risks(nodes["risks"]),
        self_assessment=build_self_assessment(nodes["self_assessment"]),
        comparison=build_comparison(nodes["comparison"]),
        changes=build_changes(nodes["changelog"]),
    )
