"""What the last build made of each policy, kept under the hash of all that it was made from but the texts.

Of each place in the site one piece is kept: the next build's takes its place. Pickles are read only where the code that
wrote them is the very code that reads.
"""

import pickle
from collections.abc import Callable, Hashable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final, cast, override

from generator.building.made_pages import NO_PAGES, MadePages
from generator.building.policy_part import PolicyPart
from generator.building.rendered_site import Composed
from generator.kept import keep, key_of, recall
from generator.loading.model import PolicyText
from generator.paging.self_check_page import CasesFile

_PAGES: Final = "pages"
_POLICY: Final = "policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPolicy:
    """A policy as it was checked, with texts that were sound, and all that was made of it but pages as text."""

    policy: PolicyText
    cases: CasesFile
    """Without what it holds, which is kept for itself."""
    composed: tuple[Composed, ...]


class KeptSite:
    """The pieces of a site in the folder ``cache``; ``key`` is the hash of all inputs but the texts."""

    def __init__(self, cache: Path, key: str) -> None:
        self._folder = cache / "site"
        self._key = key.encode()

    def pages(self, place: str) -> MadePages:
        """The pages of the policy at a place, each with the text that it was made of; none where none are kept."""
        made = self._recall(_PAGES, place)
        return made if isinstance(made, MadePages) else NO_PAGES

    def keep_pages(self, place: str, pages: MadePages) -> None:
        """Keeps the pages."""
        self._keep(_PAGES, place, pages)

    def policy(self, place: str) -> KeptPolicy | None:
        """The policy at a place; its texts may be others by now."""
        found = self._recall(_POLICY, place)
        return found if isinstance(found, KeptPolicy) else None

    def keep_policy(self, part: PolicyPart) -> None:
        """Keeps the policy."""
        given = part.answered
        cases = replace(given.cases, files={})
        piece = KeptPolicy(policy=given.policy, cases=cases, composed=part.text.composed)
        self._keep(_POLICY, given.placement.place, piece)

    def _recall(self, name: str, place: str) -> object:
        whole = recall(self._folder, name, key_of(place))
        if whole is None or not whole.startswith(self._key):
            return None
        return pickle.loads(whole[len(self._key) :])  # noqa: S301  (sealed, and by this very code)

    def _keep(self, name: str, place: str, piece: object) -> None:
        content = BytesIO()
        content.write(self._key)
        _Pickler(content, pickle.HIGHEST_PROTOCOL).dump(piece)
        keep(self._folder, name, key_of(place), content.getvalue())


class _Pickler(pickle.Pickler):
    """Writes frozen records so that they are read in half the time: ``dataclasses`` looks up the fields of each anew."""

    @override
    def reducer_override(self, obj: object) -> Any:
        if isinstance(obj, type) or "__slots__" not in type(obj).__dict__ or not is_dataclass(obj):
            return NotImplemented
        return _record, (type(obj), *(getattr(obj, each.name) for each in fields(obj)))


def _record(kind: type[Any], *values: object) -> object:
    record = object.__new__(kind)
    for put, value in zip(_setters(cast("Hashable", kind)), values, strict=True):
        put(record, value)
    return record


@cache
def _setters(kind: Hashable) -> tuple[Callable[[object, object], None], ...]:
    """What sets the fields of a record, frozen or not."""
    return tuple(getattr(kind, each.name).__set__ for each in fields(cast("type[Any]", kind)))
