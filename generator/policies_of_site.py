"""All policies of the data, checked, each with where it stands and with what answers requests about it."""

from generator.checking import load_checked
from generator.checking.checklist import load_checked_checklist
from generator.kept import key_of
from generator.listed_part import Listed
from generator.loading.checklist import Checklist
from generator.loading.policies import policies_in
from generator.paging.placement import placements
from generator.paging.self_check_page import cases_file
from generator.policy_part import Answered, introduced, with_all_search_words
from generator.scorer import Scorer
from generator.standing import BuildOptions, code_key


def policies_of_site(options: BuildOptions) -> tuple[list[Answered], list[Listed]]:
    """Those with points, and those without. Raises DataErrors for mistakes in the data."""
    name = options.shown or options.policy_data.as_posix()
    placed = policies_in(options.policy_data, name, options.cache)
    loaded = with_all_search_words(
        [
            load_checked_checklist(each.folder, each.shown, options.cache)
            if each.is_checklist
            else load_checked(each.folder, shown=each.shown, cache=options.cache)
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
        else:
            rules = key_of(code_key(), policy.scoring_text)
            cases = cases_file(policy.cases, score_json, options.cache / "cases", rules)
            answered.append(
                Answered(policy=policy, placement=placement, score_json=score_json, cases=cases)
            )
    return answered, listed
