"""Where the values of the data stand in its files: a table beside the values, asked by record and field.

Records are told apart by identity, as two equal ones may stand in two places: ask with the very value that
``fit`` returned.
"""

from dataclasses import dataclass

from generator.diagnostics import Place
from generator.policy.forms import RecordForm
from generator.reading import Listing, Node, Table
from generator.scoring.marks import Refers

type Step = str | int
"""A field of a record, a key of a table or a position in a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A code or name by which something is declared, and the table that it stands in."""

    kind: str
    code: str
    place: Place
    table: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A code where it is used; ``to`` says what should declare it."""

    to: Refers
    code: str
    place: Place


class UnknownValueError(Exception):
    """A place was asked for of something that no file said: a bug of ours."""


@dataclass(frozen=True, slots=True)
class _Kept:
    value: object
    """Kept so that its identity stays its own."""
    table: Table
    form: RecordForm


class Places:
    """The places of the values of a policy's files."""

    def __init__(self) -> None:
        self._kept: dict[int, _Kept] = {}

    def keep(self, value: object, table: Table, form: RecordForm) -> None:
        """Remember where a record stands."""
        self._kept[id(value)] = _Kept(value, table, form)

    def take_over(self, others: "Places") -> None:
        """Remember what these know, too."""
        self._kept.update(others._kept)  # noqa: SLF001  -- of its own class

    def of(self, owner: object, *path: Step) -> Place:
        """The place of a value under a record: ``of(band, "below")``, ``of(group, "members", 1)``.

        That of the innermost part on the way that is written, where the rest was left out.
        """
        return self._follow(owner, path)[0]

    def of_key(self, owner: object, *path: Step) -> Place:
        """The place of a field's or table's key; the record's own where it is not written."""
        return self._follow(owner, path)[1]

    def has(self, owner: object, *path: Step) -> bool:
        """Whether the file says something there."""
        return self._follow(owner, path)[2]

    def node(self, owner: object, field: str = "") -> Node | None:
        """What the file says of a record, or of one of its fields, as it was read."""
        kept = self._of(owner)
        return kept.table if not field else kept.table.get(_key(kept.form, field))

    def _of(self, owner: object) -> _Kept:
        kept = self._kept.get(id(owner))
        if kept is None:
            raise UnknownValueError(owner)
        return kept

    def _follow(self, owner: object, path: tuple[Step, ...]) -> tuple[Place, Place, bool]:
        kept = self._of(owner)
        node: Node = kept.table
        place = key_place = node.place
        for position, step in enumerate(path):
            name = _key(kept.form, step) if position == 0 and isinstance(step, str) else step
            found = _step(node, name)
            if found is None:
                return place, key_place, False
            node, key_place = found
            place = node.place
        return place, key_place, True


def _step(node: Node, step: Step) -> tuple[Node, Place] | None:
    if isinstance(node, Table) and isinstance(step, str):
        entry = node.entry(step)
        return None if entry is None else (entry.value, entry.key.place)
    if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
        return node.items[step], node.items[step].place
    return None


def _key(form: RecordForm, field: str) -> str:
    return next((each.key for each in form.flat if each.name == field), field)
