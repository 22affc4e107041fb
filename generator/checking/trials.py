"""Cases put to a changed policy: does any of them notice?

What the unchanged policy gives is worked out once for each case; a change to one indicator then costs
one assessment a case, and a whole verdict only where that comes out otherwise.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.loading.expectations import differences
from generator.policy.cases import Case
from generator.scoring.codes import IndicatorCode, ReadingCode
from generator.scoring.conditions import stand_of
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding
from generator.scoring.model import Condition, Edition, Indicator, Policy
from generator.scoring.request import Request
from generator.scoring.verdict import Verdict, verdict_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A case with what the unchanged policy makes of it."""

    case: Case
    request: Request
    facts: Facts
    findings: dict[IndicatorCode, Finding]

    def verdict(self, *changed: tuple[IndicatorCode, Finding]) -> Verdict:
        """What comes out, where these indicators find something else than they do."""
        findings = {**self.findings, **dict(changed)}
        return verdict_of(self.request.edition, self.facts.on, findings)

    @property
    def has_ledger(self) -> bool:
        """Whether contributions decide its counts."""
        return self.request.rows is not None


def trial_of(case: Case, request: Request) -> Trial:
    """The trial of a case that asks this."""
    facts = request.facts()
    findings = {each.code: each.assess(facts) for each in request.edition.indicators}
    return Trial(case=case, request=request, facts=facts, findings=findings)


def rule_is_noticed(indicator: Indicator, trials: Iterable[Trial]) -> bool:
    """Whether a case fails when its edition has this changed indicator."""
    return any(_notices(trial, trial.facts, [indicator]) for trial in trials)


def condition_is_noticed(condition: Condition, trials: Iterable[Trial]) -> bool:
    """Whether a case fails when its edition has this changed condition."""
    return any(
        stand_of(condition, trial.facts).standing != standing
        for trial in trials
        if (standing := trial.case.expect.conditions.get(condition.code)) is not None
    )


def edition_is_noticed(edition: Edition, trials: Iterable[Trial]) -> bool:
    """Whether a case fails under this changed edition, whose rules are as they were."""
    return any(
        differences(trial.case, verdict_of(edition, trial.facts.on, trial.findings))
        for trial in trials
    )


def ledger_is_noticed(policy: Policy, trials: Iterable[Trial]) -> bool:
    """Whether a case fails under this policy, in which what a ledger decides was changed."""
    for trial in trials:
        if trial.has_ledger:
            request = _asked_of(trial, policy)
            facts = request.facts()
            if _notices(trial, facts, filter(_counts_ledger(facts), request.edition.indicators)):
                return True
    return False


def default_is_noticed(policy: Policy, reading: ReadingCode, trials: Iterable[Trial]) -> bool:
    """Whether a case fails under this policy, in which the default of a reading was changed."""
    for trial in trials:
        request = _asked_of(trial, policy)
        facts = request.facts()
        names_it = [each for each in request.edition.indicators if reading in each.rule.readings()]
        if trial.has_ledger and not names_it:
            names_it = list(filter(_counts_ledger(facts), request.edition.indicators))
        if _notices(trial, facts, names_it):
            return True
    return False


def _notices(trial: Trial, facts: Facts, indicators: Iterable[Indicator]) -> bool:
    """Whether the case fails when these indicators find this in the facts, or would but for the cap of a group.

    What lies above the cap of its group in any case, no case can tell: one that has it is all that can be asked for.
    """
    changed: dict[IndicatorCode, Finding] = {}
    for indicator in indicators:
        before, after = trial.findings[indicator.code], indicator.assess(facts)
        if (before.low, before.high, before.status) != (after.low, after.high, after.status):
            changed[indicator.code] = after
    if not changed:
        return False
    if differences(trial.case, trial.verdict(*changed.items())):
        return True
    capped_of = trial.request.edition.capped_of
    return all(
        code in capped_of and min(trial.findings[code].low, found.low) >= capped_of[code].cap
        for code, found in changed.items()
    )


def _counts_ledger(facts: Facts) -> Callable[[Indicator], bool]:
    return lambda indicator: any(
        facts.question(code).from_ledger is not None for code in indicator.rule.questions()
    )


def _asked_of(trial: Trial, policy: Policy) -> Request:
    """The trial's request, put to another policy; readings it did not choose follow that policy's defaults."""
    own = trial.request.policy.readings
    chosen = {
        code: choice
        for code, choice in trial.request.readings.items()
        if choice != own[code].default
    }
    edition = next(each for each in policy.editions if each.code == trial.request.edition.code)
    return trial.request._replace(
        policy=policy,
        edition=edition,
        readings={code: reading.default for code, reading in policy.readings.items()} | chosen,
    )
