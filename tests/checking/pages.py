"""The pages of a policy as texts, without an engine beside them: what a change of data says on them."""

from generator.building.rendered_site import SiteText, site_text
from generator.loading.model import PolicyText
from generator.paging.compose import EngineFacts
from generator.paths import SITE_TEMPLATES
from generator.scorer import Scorer


def pages_of(policy: PolicyText) -> SiteText:
    """Return the site of a policy in all versions that its pages have over time."""
    return site_text(
        policy,
        Scorer(policy.scoring).score_json,
        EngineFacts(manifest={}, scoring_hash="", cases_address=""),
        templates=SITE_TEMPLATES,
        assets=(),
    )
