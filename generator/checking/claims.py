"""Does what the engine makes of a claim's case agree with the verdict on the claim?"""

from collections.abc import Iterator

from generator.checking.running import Runnable, request_of
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic
from generator.loading.expectations import differences
from generator.policy.cases import Case, CaseText
from generator.policy.guide.claims import Claim, ClaimVerdict
from generator.scoring.verdict import judge


def check_claims(run: Runnable, view: View) -> Iterator[Diagnostic]:
    """Right claims whose ``claimed`` is not what comes out, and wrong ones whose is."""
    guide = view.folder.guide
    claims = None if guide is None else guide.claims.value
    cases = {each.case.name: each.case for edition in run.editions for each in edition.cases}
    for claim in () if claims is None else claims.claims:
        case = cases.get(claim.cases[0]) if claim.cases else None
        if claim.claimed is None or case is None:
            continue
        yield from _check_claim(claim, case, run, view)


def _check_claim(claim: Claim, case: Case, run: Runnable, view: View) -> Iterator[Diagnostic]:
    claimed = CaseText(name=case.name, expect=claim.claimed or case.expect)
    asked = Case(text=claimed, edition=case.edition, topic="claims", place="", request=case.request)
    found = differences(asked, judge(request_of(case.request, run.policy)))
    is_right = claim.verdict is ClaimVerdict.RIGHT
    if claim.verdict not in {ClaimVerdict.RIGHT, ClaimVerdict.WRONG} or is_right is not bool(found):
        return
    told = "; ".join(found.values()) or "what it says is just what comes out"
    yield Diagnostic(
        code=Code.CONTRADICTED_CLAIM,
        place=view.places.of(claim, "verdict"),
        message=f"the claim {claim.code} is said to be {claim.verdict}, but in its case {told}",
        hint="correct the verdict, or what the claim is taken to say (claimed)",
    )
