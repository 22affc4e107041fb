"""A located node as a value of its declaration, or the mistakes in it, each reported once.

What is sound is kept beside what is broken: a list at the top of a file loses the entries with mistakes in
them, further inside a mistake takes the whole entry with it. Codes that are declared and codes that are used
are noted even in broken entries, so that one slip says nothing wrong about others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Code, Diagnostic, nearest
from generator.policy.codes_found import Codes
from generator.policy.declared import form_of
from generator.policy.forms import (
    AnswerForm,
    AnswersForm,
    CodeForm,
    Form,
    ListForm,
    RecordForm,
    ScalarForm,
    TableForm,
    TextForm,
    VariantsForm,
    WordForm,
)
from generator.policy.keys import key_mistakes
from generator.policy.messages import given_twice, malformed, missing_key, unknown_key, wrong
from generator.policy.places import Declaration, Places, Reference
from generator.policy.plain import UnreadableError, plain_of
from generator.policy.scalars import CODE, scalar_of
from generator.reading import Hole, Listing, Node, Scalar, Table

_TABLE = "a table of keys and values"


class _Broken:
    """Stands for a value that could not be made; what is wrong has been reported."""


_BROKEN = _Broken()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted[T]:
    """What a node gives: its value, None where there is none, and all that was found on the way."""

    value: T | None
    mistakes: tuple[Diagnostic, ...]
    declarations: tuple[Declaration, ...]
    references: tuple[Reference, ...]


def fit[T](node: Node, declaration: type[T], name: str, places: Places) -> Fitted[T]:
    """The record that the node says, which messages call by ``name``; ``places`` gets to know where its parts stand."""
    fitting = _Fitting(places)
    value = fitting.value(node, form_of(declaration), name, is_top=True)
    return fitting.fitted(value if isinstance(value, declaration) else None)


def fit_all[T](
    node: Node, declaration: type[T], name: str, places: Places
) -> Fitted[tuple[T, ...]]:
    """The records of a list, as far as they are sound."""
    fitting = _Fitting(places)
    form = ListForm(item=form_of(declaration))
    found = fitting.value(node, form, name, is_top=True)
    sound = found if isinstance(found, tuple) else ()
    return fitting.fitted(tuple(each for each in sound if isinstance(each, declaration)))


@dataclass(slots=True)
class _Fitting:
    """One node on its way, and what is noted about it."""

    places: Places
    found: list[Diagnostic] = field(default_factory=list)
    codes: Codes = field(default_factory=Codes)

    def fitted[T](self, value: T | None) -> Fitted[T]:
        return Fitted(
            value=value,
            mistakes=tuple(self.found),
            declarations=tuple(self.codes.declared),
            references=tuple(self.codes.used),
        )

    def value(self, node: Node, form: Form, name: str, *, is_top: bool = False) -> object:
        match form:
            case _ if isinstance(node, Hole):
                return _BROKEN
            case AnswersForm():
                return self._answers(node, name)
            case AnswerForm():
                return _plain(node)
            case ListForm():
                return self._list(node, form, name, is_top=is_top)
            case RecordForm():
                return self._record(node, form, name, is_top=is_top)
            case VariantsForm():
                return self._variant(node, form, name, is_top=is_top)
            case TableForm():
                return self._table(node, form, name)
            case _:
                return self._scalar(node, form, name)

    def _wrong(self, mistake: Diagnostic) -> _Broken:
        self.found.append(mistake)
        return _BROKEN

    def _scalar(self, node: Node, form: ScalarForm, name: str) -> object:
        if isinstance(form, CodeForm | TextForm) and form.refers is not None:
            self.codes.use(node, form.refers)
        found = scalar_of(node, form, name)
        return self._wrong(found) if isinstance(found, Diagnostic) else found

    def _list(self, node: Node, form: ListForm, name: str, *, is_top: bool) -> object:
        if not isinstance(node, Listing):
            hint = f"write each entry of {name} on a line after a dash"
            return self._wrong(wrong(node, name, "a list", hint))
        count = len(node.items)
        if form.length is not None and count != form.length:
            self._wrong(
                Diagnostic(
                    code=Code.BLANK if not count else Code.OUT_OF_BOUNDS,
                    place=node.place,
                    message=f"{name} must have {form.length} entries, found {count}",
                    hint=f"give {name} exactly {form.length} entries",
                )
            )
        elif count < form.at_least:
            self._wrong(
                Diagnostic(
                    code=Code.BLANK,
                    place=node.place,
                    message=f"{name} must have at least {form.at_least} entries, found {count or 'none'}",
                )
            )
        made = [self.value(item, form.item, f"an entry of {name}") for item in node.items]
        if form.once:
            self._check_once(node.items, form)
        sound = tuple(each for each in made if each is not _BROKEN)
        return sound if is_top or len(sound) == count else _BROKEN

    def _check_once(self, items: Sequence[Node], form: ListForm) -> None:
        first: dict[str, Scalar] = {}
        for item in items:
            code: Node | None = item
            if isinstance(item, Table) and isinstance(form.item, RecordForm):
                code = item.get(form.item.fields[0].key)
            if not isinstance(code, Scalar) or not code.text:
                continue
            if code.text in first:
                twice = given_twice(form.once, code.text, code.place, first[code.text].place)
                self.found.append(twice)
            first.setdefault(code.text, code)

    def _table(self, node: Node, form: TableForm, name: str) -> object:
        if not isinstance(node, Table):
            return self._wrong(wrong(node, name, _TABLE, f"write {name} as key: value lines"))
        if not node.entries:
            message = f"{name} has no entries"
            self._wrong(Diagnostic(code=Code.BLANK, place=node.place, message=message))
        made: dict[str, object] = {}
        for entry in node.entries:
            if form.key.refers is not None:
                self.codes.use(entry.key, form.key.refers)
            if not CODE.fullmatch(entry.key.text):
                self._wrong(malformed(entry.key, "a key"))
            made[entry.key.text] = self.value(entry.value, form.value, entry.key.text)
        return _BROKEN if _BROKEN in made.values() else made

    def _answers(self, node: Node, name: str) -> object:
        if not isinstance(node, Table):
            hint = "write each answer as question: answer"
            return self._wrong(wrong(node, name, "a table of answers", hint))
        self.codes.use_answers(node)
        return _plain(node)

    def _variant(self, node: Node, form: VariantsForm, name: str, *, is_top: bool) -> object:
        if not isinstance(node, Table):
            return self._wrong(wrong(node, name, _TABLE, f"write {name} as key: value lines"))
        words = tuple(form.records)
        kind = node.get(form.by)
        if isinstance(kind, Scalar) and kind.text in form.records:
            named = f"{name} with {form.by}: {kind.text}"
            return self._record(node, form.records[kind.text], named, is_top=is_top)
        self.codes.declare(node, form.records[words[0]])
        if kind is not None:
            self.value(kind, WordForm(words=words), form.by)
            return _BROKEN
        stray = next(
            (entry.key for entry in node.entries if nearest(entry.key.text, [form.by])), None
        )
        if stray is None:
            return self._wrong(missing_key(node, form.by, name))
        return self._wrong(unknown_key(stray, (form.by,), name))

    def _record(self, node: Node, form: RecordForm, name: str, *, is_top: bool) -> object:
        if not isinstance(node, Table):
            hint = f"its keys are: {', '.join(form.keys)}"
            return self._wrong(wrong(node, name, _TABLE, hint))
        self.codes.declare(node, form)
        wrong_keys = key_mistakes(node, form, name)
        self.found += wrong_keys
        if any(each.code is Code.MISFIT for each in wrong_keys):
            return _BROKEN
        made = self._made(node, form, is_top=is_top)
        if made is None or wrong_keys:
            return _BROKEN
        value = form.build(made)
        self.places.keep(value, node, form)
        return value

    def _made(
        self, node: Table, form: RecordForm, *, is_top: bool = False
    ) -> dict[str, object] | None:
        """The values of the fields that the table gives, by their name; None where one is broken."""
        made: dict[str, object] = {}
        for each in form.fields:
            entry = node.entry(each.key)
            if each.is_inline and isinstance(each.form, RecordForm):
                made[each.name] = self._inline(node, each.form)
            elif entry is not None:
                is_list = isinstance(each.form, ListForm)
                made[each.name] = self.value(
                    entry.value, each.form, each.key, is_top=is_top and is_list
                )
        return None if _BROKEN in made.values() else made

    def _inline(self, node: Table, form: RecordForm) -> object:
        made = self._made(node, form)
        if made is None or any(each.is_needed and each.name not in made for each in form.fields):
            return _BROKEN
        value = form.build(made)
        self.places.keep(value, node, form)
        return value


def _plain(node: Node) -> object:
    try:
        return plain_of(node)
    except UnreadableError:
        return _BROKEN
