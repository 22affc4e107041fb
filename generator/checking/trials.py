"""Cases put to a changed policy: does any of them notice?

What the unchanged policy gives is worked out once for each case; a change to one indicator then costs
one assessment a case, and a whole verdict only where that comes out otherwise.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.checking.cases import request_of
from generator.checking.expectations import differences
from generator.checking.running import Runnable, RunnableEdition
from generator.loading.model import Case
from generator.scoring.assess import assess
from generator.scoring.errors import RequestError
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding
from generator.scoring.model import Edition, Indicator, IndicatorCode, Policy
from generator.scoring.request import Request
from generator.scoring.verdict import judge, verdict_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A case with what the unchanged policy makes of it."""

    case: Case
    request: Request
    facts: Facts
    findings: dict[IndicatorCode, Finding]

    @property
    def has_ledger(self) -> bool:
        """Whether contributions decide its counts."""
        return self.request.contributions is not None


def trials_of(run: Runnable, edition: RunnableEdition) -> tuple[Trial, ...]:
    """The trials of an edition's cases, all of which come true."""
    made = []
    for placed in edition.cases:
        request = request_of(placed.case.request, run.policy)
        facts = request.facts()
        findings = {each.code: assess(each.rule, facts) for each in edition.edition.indicators}
        made.append(Trial(case=placed.case, request=request, facts=facts, findings=findings))
    return tuple(made)


def rule_is_noticed(indicator: Indicator, trials: Iterable[Trial]) -> bool:
    """Whether a case fails when the edition has this changed indicator."""
    for trial in trials:
        before, after = trial.findings[indicator.code], assess(indicator.rule, trial.facts)
        same = (before.low, before.high, before.status) == (after.low, after.high, after.status)
        if same:
            continue
        findings = {**trial.findings, indicator.code: after}
        verdict = verdict_of(trial.facts.edition, trial.facts.on, findings)
        if differences(trial.case, verdict):
            return True
    return False


def edition_is_noticed(edition: Edition, trials: Iterable[Trial]) -> bool:
    """Whether a case fails under this changed edition, whose rules are as they were."""
    return any(
        differences(trial.case, verdict_of(edition, trial.facts.on, trial.findings))
        for trial in trials
    )


def policy_is_noticed(policy: Policy, trials: Iterable[Trial]) -> bool:
    """Whether a case fails under this changed policy, whatever was changed in it."""
    for trial in trials:
        try:
            request = _asked_of(trial, policy)
            verdict = judge(request.facts())
        except RequestError:
            return True
        if differences(trial.case, verdict):
            return True
    return False


def _asked_of(trial: Trial, policy: Policy) -> Request:
    """The trial's request, put to another policy; readings it did not choose follow that policy's defaults."""
    own = trial.request.policy.readings
    chosen = {
        code: choice
        for code, choice in trial.request.readings.items()
        if choice != own[code].default
    }
    edition = next(each for each in policy.editions if each.code == trial.request.edition.code)
    return replace(
        trial.request,
        policy=policy,
        edition=edition,
        readings={code: reading.default for code, reading in policy.readings.items()} | chosen,
    )
