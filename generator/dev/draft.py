"""The site as it is saved: policies read anew where their files changed, a page rendered when it is asked for.

Nothing is checked beyond what reading and rendering find by themselves; whoever wants to know all waits for the check.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from generator.building.listed_part import Listed
from generator.building.policy_part import introduced, with_all_search_words
from generator.building.rendered_site import SiteText, site_text
from generator.checking import check_folder
from generator.dev.engines import Engines
from generator.diagnostics import DataErrors, Severity
from generator.loading import policy_text, read_policy_folder
from generator.loading.checklist import Checklist, checklist, read_checklist
from generator.loading.file_memory import FileMemory
from generator.loading.model import PolicyText
from generator.loading.policies import DECIDING, PlacedPolicy, policies_in
from generator.paging.placement import placements
from generator.rehearsal.templates import Templates
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.environment import load_words
from generator.rendering.policies import pages_above
from generator.rendering.search_index import SEARCH_INDEX, Entry, search_script
from generator.scorer import Scorer
from generator.standing import BuildOptions
from generator.writing.assets import collect_assets
from generator.writing.links import resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPolicy:
    """A policy as its files say it now, and where they lie."""

    placed: PlacedPolicy
    policy: PolicyText | Checklist


def read_policies(
    options: BuildOptions,
    memory: FileMemory,
    before: tuple[ReadPolicy, ...] = (),
    changed: frozenset[Path] = frozenset(),
) -> tuple[ReadPolicy, ...]:
    """All policies; one of ``before`` is taken over where none of the changed files lies in its folder.

    Raises DataErrors for what can't be read.
    """
    shown = options.shown or options.policy_data.as_posix()
    known = {each.placed: each for each in before}
    found: list[ReadPolicy] = []
    stay = before and not any(file.name in DECIDING for file in changed)
    for placed in known if stay else policies_in(options.policy_data, shown, options.cache):
        old = known.get(placed)
        if old is not None and not any(file.is_relative_to(placed.folder) for file in changed):
            found.append(old)
        else:
            found.append(ReadPolicy(placed=placed, policy=_read(placed, options, memory)))
    return tuple(found)


def _read(
    placed: PlacedPolicy, options: BuildOptions, memory: FileMemory
) -> PolicyText | Checklist:
    if placed.is_checklist:
        listed = read_checklist(placed.folder, placed.shown, cache=options.cache)
        if listed.diagnostics:
            raise DataErrors(listed.diagnostics)
        return checklist(listed)
    folder = read_policy_folder(placed.folder, placed.shown, cache=options.cache, memory=memory)
    try:
        return policy_text(folder)
    except DataErrors:
        raise
    except Exception:
        # What files say one by one is sound: the check knows what does not hold across them.
        errors = [each for each in check_folder(folder) if each.severity is Severity.ERROR]
        if errors:
            raise DataErrors(errors) from None
        raise


class Draft:
    """The pages of one state of the files; each is rendered when it is asked for."""

    def __init__(
        self,
        read: tuple[ReadPolicy, ...],
        engines: Engines,
        options: BuildOptions,
        compiled: CompiledTemplates,
    ) -> None:
        self.read = read
        self._options = options
        self._engines = engines
        self._compiled = compiled
        self._assets = collect_assets(options.templates)
        self._made: dict[str, SiteText | Listed | None] = {}
        policies = with_all_search_words([each.policy for each in read])
        self.introduced = tuple(
            introduced(policy, each.placed.place)
            for policy, each in zip(policies, read, strict=True)
        )
        self._by_place = {
            placement.place: (policy, placement)
            for policy, placement in zip(policies, placements(self.introduced), strict=True)
        }

    def take_styles(self) -> None:
        """Style sheet and pictures as they are now; pages stay as they are but for the names of these."""
        self._assets = collect_assets(self._options.templates)

    @property
    def is_ahead_of_engine(self) -> bool:
        """Whether a policy scores otherwise than the engine that pages start."""
        by_place = self._engines.by_place
        return any(
            each.placed.place not in by_place
            or by_place[each.placed.place].scores_by != each.policy.scoring_text
            for each in self.read
        )

    def file(self, address: str) -> bytes | None:
        """What stands at an address of the site; None where nothing does. Raises DataErrors for a template's mistakes."""
        made = self._assets.files.get(address) or self._engines.files.get(address)
        if made is not None:
            return made
        if address == SEARCH_INDEX:
            return self._search_index()
        html = self._html(address)
        return None if html is None else html.encode()

    def _html(self, address: str) -> str | None:
        """The page at an address of the site, with its links made."""
        place = max(
            (each for each in self._by_place if address.startswith(each)), key=len, default=""
        )
        inside = address.removeprefix(place)
        try:
            text = self._text(place, inside)
            if text is None and (not place or not inside):
                text = pages_above(self.introduced, self._options.templates, self._compiled).get(
                    address
                )
        except DataErrors:
            raise
        except Exception as error:
            templates = Templates(self._options.templates, self._options.templates.name)
            words = load_words(self._options.templates, compiled=self._compiled)
            raise DataErrors([templates.mistake_or_raise(error, words)]) from error
        if text is None:
            return None
        return resolve(inside, text, self._names(place), root="/", place=place)

    def _text(self, place: str, address: str) -> str | None:
        """The page of a policy with ``site:`` links; None where it has none there."""
        part = self._part(place)
        if isinstance(part, Listed):
            side = self._engines.by_place[place].side
            pages = part.page(side, self._options.templates, self._compiled, self._names(place), "")
            return pages.get(address)
        return None if part is None else part.html({address}).get(address)

    def _part(self, place: str) -> SiteText | Listed | None:
        """The pages of the policy at a place, made when the first of them is asked for; None where there is none."""
        if place not in self._made:
            self._made[place] = self._part_now(place)
        return self._made[place]

    def _part_now(self, place: str) -> SiteText | Listed | None:
        if place not in self._by_place:
            return None
        policy, placement = self._by_place[place]
        score_json = Scorer(policy.scoring).score_json
        if isinstance(policy, Checklist):
            return Listed(policy=policy, placement=placement, score_json=score_json)
        engine = self._engines.by_place.get(place)
        if engine is None or engine.facts is None:
            return None
        return site_text(
            policy,
            score_json,
            engine.facts,
            templates=self._options.templates,
            assets=self._names(place),
            base_url=self._options.base_url,
            placement=placement,
            compiled=self._compiled,
        )

    def _search_index(self) -> bytes:
        """What the search finds: all pages are rendered for it."""
        entries: list[Entry] = []
        for place in self._by_place:
            part = self._part(place)
            if isinstance(part, Listed):
                entries += part.entries()
            elif part is not None:
                found = part.entries(part.texts())
                entries += (replace(each, address=place + each.address) for each in found)
        return search_script(entries).encode()

    def _names(self, place: str) -> dict[str, str]:
        """What templates may link to beside pages, by plain name."""
        engine = self._engines.by_place.get(place)
        return {
            **self._assets.names,
            **self._engines.guide.names,
            **({} if engine is None else engine.side.names),
            SEARCH_INDEX: SEARCH_INDEX,
        }
