"""All policies of the data, checked, each with where it stands and with what answers requests about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.building.kept_site import KeptPolicy, KeptSite
from generator.building.listed_part import Listed
from generator.building.policy_part import Answered, introduced, with_all_search_words
from generator.checking import load_checked
from generator.checking.changed_texts import sound_texts
from generator.checking.checklist import load_checked_checklist
from generator.kept import key_of
from generator.loading.checklist import Checklist
from generator.loading.policies import PlacedPolicy, policies_in
from generator.paging.placement import placements
from generator.paging.self_check_page import cases_again, cases_file
from generator.scorer import Scorer
from generator.standing import BuildOptions, code_key
from generator.writing.browser_side import NO_BROWSER_SIDE, BrowserSide, build_browser_sides


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliciesOfSite:
    """The policies with points and those without."""

    answered: tuple[Answered, ...]
    listed: tuple[Listed, ...]

    @property
    def all(self) -> tuple[Answered | Listed, ...]:
        """Those with points first."""
        return (*self.answered, *self.listed)

    def sides(self, options: BuildOptions) -> dict[str, BrowserSide]:
        """What each of them has in the browser, by its place. Raises EngineBuildError."""
        sides = [NO_BROWSER_SIDE for _ in self.all]
        if options.with_engine:
            sides = build_browser_sides(
                [each.scored for each in self.all],
                options.templates,
                options.cache,
                stock_runtime=options.stock_runtime,
                first_gear=options.first_gear,
            )
        return {each.placement.place: side for each, side in zip(self.all, sides, strict=True)}


def policies_of_site(options: BuildOptions, kept_site: KeptSite | None = None) -> PoliciesOfSite:
    """All of them. Raises DataErrors for mistakes in the data.

    Where ``kept_site`` has all of them as they were checked and their texts are still sound, they are taken from there.
    """
    name = options.shown or options.policy_data.as_posix()
    placed = policies_in(options.policy_data, name, options.cache)
    before = {} if kept_site is None else _still_sound(placed, kept_site)
    checklists = {
        each.place: load_checked_checklist(each.folder, each.shown, options.cache)
        for each in placed
        if each.is_checklist
    }
    if before:
        loaded = [checklists.get(each.place) or before[each.place].policy for each in placed]
    else:
        loaded = with_all_search_words(
            [
                checklists.get(each.place)
                or load_checked(each.folder, shown=each.shown, cache=options.cache)
                for each in placed
            ]
        )
    placement_of = placements(
        [introduced(policy, each.place) for policy, each in zip(loaded, placed, strict=True)]
    )
    answered: list[Answered] = []
    listed: list[Listed] = []
    for policy, placement in zip(loaded, placement_of, strict=True):
        score_json = Scorer(policy.scoring).score_json
        if isinstance(policy, Checklist):
            listed.append(Listed(policy=policy, placement=placement, score_json=score_json))
            continue
        known = before.get(placement.place)
        folder = options.cache / "cases"
        cases = None if known is None else cases_again(known.cases, folder)
        if cases is None:
            rules = key_of(code_key(), policy.scoring_text)
            cases = cases_file(policy.cases, score_json, folder, rules)
        answered.append(
            Answered(
                policy=policy,
                placement=placement,
                score_json=score_json,
                cases=cases,
                composed=() if known is None else known.composed,
            )
        )
    return PoliciesOfSite(answered=tuple(answered), listed=tuple(listed))


def _still_sound(placed: Iterable[PlacedPolicy], kept_site: KeptSite) -> dict[str, KeptPolicy]:
    """The policies with points, by place, with their texts as they are now; none where it is not so of all."""
    found: dict[str, KeptPolicy] = {}
    for each in placed:
        if each.is_checklist:
            continue
        known = kept_site.policy(each.place)
        texts = None if known is None else sound_texts(each.folder, known.policy.texts)
        if known is None or texts is None:
            return {}
        found[each.place] = replace(known, policy=replace(known.policy, texts=texts))
    return found
