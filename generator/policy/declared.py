"""The form that a declaration has: classes and annotations read into ``forms``."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.policy import marks
from generator.policy.annotations import Marks, marks_of, peeled
from generator.policy.forms import (
    AnswerForm,
    AnswersForm,
    CodeForm,
    DayForm,
    EitherForm,
    ExactForm,
    FieldForm,
    FlagForm,
    Form,
    ListForm,
    MonthForm,
    RecordForm,
    ScalarForm,
    TableForm,
    TextForm,
    VariantsForm,
    WholeForm,
    WordForm,
)
from generator.scoring import marks as shared
from generator.scoring.rules import declared as rules

_KIND = "kind"


class DeclarationError(Exception):
    """An annotation that says nothing about the data: a bug of ours."""


def form_of(declaration: object) -> Form:
    """The form of values of a class or annotation; raises DeclarationError."""
    bare, found = peeled(declaration)
    if found.one(marks.Answers):
        return AnswersForm()
    if found.one(marks.Answer):
        return AnswerForm()
    kinds = found.one(marks.OneOfKinds)
    if kinds is not None:
        return _form_of_kinds(kinds.kinds)
    either = found.one(marks.Either)
    if either is not None:
        return EitherForm(what=either.what, forms=tuple(_single_forms(get_args(bare))))
    origin, inner = get_origin(bare), get_args(bare)
    if origin in (Union, UnionType):
        return _form_of_union(inner, found)
    if origin is tuple:
        return _form_of_list(inner, found)
    if origin is Mapping:
        return _form_of_table(inner, found)
    if isinstance(bare, type):
        return _form_of_record(bare) if is_dataclass(bare) else _form_of_single(bare, found)
    raise DeclarationError(declaration)


def _form_of_single(bare: type, found: Marks) -> Form:
    if issubclass(bare, StrEnum):
        some = found.one(marks.Words)
        words = tuple(each.value for each in bare) if some is None else some.words
        return WordForm(words=words, value_of=bare)
    if bare is bool:
        return FlagForm()
    if bare is int:
        between = found.one(rules.Between)
        if between is not None:
            return WholeForm(at_least=between.least, at_most=between.most)
        bounds = found.one(shared.Whole) or shared.Whole()
        return WholeForm(at_least=bounds.at_least, at_most=bounds.at_most)
    if bare is Decimal:
        exact = found.one(shared.Exact) or shared.Exact()
        return ExactForm(above=exact.above, at_most=exact.at_most)
    if bare is date:
        return DayForm()
    if bare is str:
        return _form_of_text(found)
    raise DeclarationError(bare)


def _form_of_text(found: Marks) -> Form:
    if found.one(rules.Asks) or found.one(rules.ChoiceOf) or found.one(rules.Follows):
        return _form_of_rule_code(found)
    declares, refers = found.one(marks.Declares), found.one(shared.Refers)
    words = found.one(marks.Words)
    if words is not None:
        return WordForm(words=words.words)
    if found.one(shared.InSnake):
        return CodeForm(declares=declares, refers=refers)
    if found.one(marks.AsDay):
        return DayForm(as_text=True)
    if found.one(marks.AsMonth):
        return MonthForm()
    blank = found.one(marks.BlankToo) is not None
    return TextForm(blank=blank, declares=declares, refers=refers)


def _form_of_rule_code(found: Marks) -> Form:
    """A code in a rule: of a question, of a reading, or of a choice."""
    if found.one(rules.ChoiceOf):
        return CodeForm(identifies=True)
    asks = found.one(rules.Asks) is not None
    refers = shared.Refers("question" if asks else "reading", uses=True)
    return CodeForm(refers=refers, identifies=asks)


def _single_forms(members: tuple[object, ...]) -> Iterator[ScalarForm]:
    for member in members:
        if member is NoneType:
            continue
        form = form_of(member)
        if isinstance(
            form, AnswersForm | AnswerForm | ListForm | TableForm | RecordForm | VariantsForm
        ):
            raise DeclarationError(member)
        yield form


def _form_of_union(members: tuple[object, ...], found: Marks) -> Form:
    """The form of a value that may be left out."""
    given = [member for member in members if member is not NoneType]
    if set(given) == {int, Decimal}:
        form = form_of(Annotated[(Decimal, *found.all)] if found.all else Decimal)
        assert isinstance(form, ExactForm)
        return replace(form, or_whole=True)
    if len(given) != 1:
        raise DeclarationError(members)
    return form_of(Annotated[(given[0], *found.all)] if found.all else given[0])


def _form_of_list(inner: tuple[object, ...], found: Marks) -> Form:
    entries, once = found.one(shared.Entries), found.one(shared.Once)
    item = form_of(inner[0])
    first = item.fields[0] if isinstance(item, RecordForm) else None
    identified = first is not None and isinstance(first.form, CodeForm) and first.form.identifies
    return ListForm(
        item=item,
        at_least=1 if entries is None else entries.at_least,
        length=None if inner[-1] is Ellipsis else len(inner),
        once=once.what if once is not None else first.key if first and identified else "",
    )


def _form_of_table(inner: tuple[object, ...], found: Marks) -> Form:
    value = form_of(inner[1])
    keys = found.one(marks.Keys)
    if keys is None:
        key = form_of(inner[0])
        return TableForm(value=value, key=key if isinstance(key, CodeForm) else CodeForm())
    fields = (
        FieldForm(name=name, key=name, form=value, is_needed=name not in keys.optional)
        for name in (*keys.names, *keys.optional)
    )
    return RecordForm(build=dict, fields=tuple(fields))


@cache
def _form_of_record(cls: type) -> Form:
    """The form of a dataclass; where one of its fields is a tag, one form for each of the tag's words."""
    hints = get_type_hints(cls, include_extras=True)
    declared = [
        (_field(field, hints[field.name]), marks_of(hints[field.name])) for field in fields(cls)
    ]

    def build(values: dict[str, object]) -> object:
        return cls(**values)

    excluded = {field.excludes for field, _ in declared}
    declared = [
        (replace(field, excludes=field.name) if field.name in excluded else field, found)
        for field, found in declared
    ]
    tag = next((field for field, found in declared if found.one(marks.Tag)), None)
    if tag is None:
        return RecordForm(build=build, fields=tuple(field for field, _ in declared))
    words = tag.form.words if isinstance(tag.form, WordForm) else ("true", "false")
    return VariantsForm(
        by=tag.key,
        records={
            word: RecordForm(build=build, fields=tuple(_fields_with(word, declared)))
            for word in words
        },
    )


def _form_of_kinds(kinds: Mapping[str, type]) -> Form:
    """A record of one of several classes; its kind is a key of the file and no field of the class."""
    return VariantsForm(
        by=_KIND, records={kind: _form_of_kind(kind, cls) for kind, cls in kinds.items()}
    )


def _form_of_kind(kind: str, cls: type) -> RecordForm:
    form = form_of(cls)
    if not isinstance(form, RecordForm):
        raise DeclarationError(cls)
    tag = FieldForm(name=_KIND, key=_KIND, form=WordForm(words=(kind,)), is_needed=True)

    def build(values: dict[str, object]) -> object:
        return cls(**{name: value for name, value in values.items() if name != _KIND})

    return RecordForm(build=build, fields=(tag, *form.fields))


def _fields_with(word: str, declared: list[tuple[FieldForm, Marks]]) -> Iterator[FieldForm]:
    for field, found in declared:
        only, one_of = found.one(marks.Only), found.one(marks.OneOf)
        if one_of is not None and one_of.words and word not in one_of.words:
            field = replace(field, one_of="")  # noqa: PLW2901  -- the same field, with this word
        if only is None:
            yield field
        elif word in (*only.needed, *only.allowed):
            yield replace(field, is_needed=word in only.needed)


def _field(field: Field[Any], annotation: object) -> FieldForm:
    found = marks_of(annotation)
    key, excludes, one_of = (
        found.one(shared.Key),
        found.one(shared.Excludes),
        found.one(marks.OneOf),
    )
    without = found.one(rules.Without)
    return FieldForm(
        name=field.name,
        key=field.name.removesuffix("_") if key is None else key.name,
        form=form_of(annotation),
        is_needed=field.default is MISSING and field.default_factory is MISSING,
        is_inline=found.one(marks.Inline) is not None,
        sources=found.one(marks.Sources) is not None,
        excludes=excludes.group if excludes is not None else without.field if without else "",
        one_of="" if one_of is None else one_of.group,
    )
