"""JSON Schemas of the data files, made from the same declarations: completion and hints while one types.

They say what a file may hold by itself. What holds across files, and every message, is ``generator check``'s.
``python -m generator.policy.schema FOLDER`` writes one file a kind of data file.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.policy.cases import CaseText
from generator.policy.checklist import ChecklistCase, ChecklistFile, ListedCondition
from generator.policy.conditions import ConditionFile
from generator.policy.declared import form_of
from generator.policy.editions import EditionText
from generator.policy.facts import Fact
from generator.policy.forms import (
    AnswerForm,
    AnswersForm,
    CodeForm,
    DayForm,
    EitherForm,
    ExactForm,
    FlagForm,
    Form,
    ListForm,
    MonthForm,
    RecordForm,
    TableForm,
    TextForm,
    VariantsForm,
    WholeForm,
    WordForm,
)
from generator.policy.glossary import Term
from generator.policy.guide.changelog import Change
from generator.policy.guide.claims import Claims
from generator.policy.guide.comparison import Comparison
from generator.policy.guide.deadlines import Deadline
from generator.policy.guide.faq import FrequentQuestions
from generator.policy.guide.papers import Paper
from generator.policy.guide.risks import Risk
from generator.policy.guide.self_assessment import SelfAssessment
from generator.policy.indicators import IndicatorFile
from generator.policy.people import Person
from generator.policy.policy_file import PolicyFile
from generator.policy.questions import QuestionsFile
from generator.policy.readings import ReadingText
from generator.policy.scalars import CODE
from generator.policy.search_words import SearchWord
from generator.policy.sources import Document
from generator.policy.witnesses import WitnessesFile
from generator.policy.yardsticks import YardsticksText

type Schema = dict[str, Any]

TABLES: Mapping[str, type] = {
    "policy": PolicyFile,
    "yardsticks": YardsticksText,
    "questions": QuestionsFile,
    "edition": EditionText,
    "indicator": IndicatorFile,
    "condition": ConditionFile,
    "claims": Claims,
    "faq": FrequentQuestions,
    "self_assessment": SelfAssessment,
    "comparison": Comparison,
    "witnesses": WitnessesFile,
    "checklist": ChecklistFile,
}
"""The files that are one table, by the name of their schema."""

LISTS: Mapping[str, type] = {
    "sources": Document,
    "readings": ReadingText,
    "people": Person,
    "glossary": Term,
    "facts": Fact,
    "search": SearchWord,
    "cases": CaseText,
    "papers": Paper,
    "risks": Risk,
    "deadlines": Deadline,
    "changelog": Change,
    "conditions": ListedCondition,
    "checklist_cases": ChecklistCase,
}
"""The files that are a list of such tables."""

_DIFFERENCES = frozenset({"edition", "indicator", "condition"})
"""Files that may leave out what the edition before says."""

_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MONTH = "^[0-9]{4}-[0-9]{2}$"
_CODE = f"^{CODE.pattern}$"


def schemas() -> dict[str, Schema]:
    """The schema of each kind of file, by its name."""
    made = {name: _schema(form_of(declaration)) for name, declaration in TABLES.items()}
    for name in _DIFFERENCES:
        made[name] = _without_required(made[name])
    made |= {
        name: _schema(ListForm(item=form_of(declaration))) for name, declaration in LISTS.items()
    }
    return {
        name: {"$schema": "http://json-schema.org/draft-07/schema#", **schema}
        for name, schema in sorted(made.items())
    }


def write(folder: Path) -> None:
    """Write all schemas as ``<name>.json``; files of kinds that are no more are taken out."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()
    for name, schema in schemas().items():
        (folder / f"{name}.json").write_text(text_of(schema), "utf-8")


def text_of(schema: Schema) -> str:
    """The text of a schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _schema(form: Form) -> Schema:
    match form:
        case TextForm():
            return {"type": "string"} if form.blank else {"type": "string", "minLength": 1}
        case CodeForm():
            return {"type": "string", "pattern": _CODE}
        case WordForm():
            return {"enum": list(form.words)}
        case WholeForm():
            return {"type": "integer", "minimum": form.at_least, "maximum": form.at_most}
        case ExactForm():
            above, at_most = float(form.above), float(form.at_most)
            return {"type": "number", "exclusiveMinimum": above, "maximum": at_most}
        case FlagForm():
            return {"type": "boolean"}
        case DayForm():
            return {"type": "string", "pattern": _DAY}
        case MonthForm():
            return {"type": "string", "pattern": _MONTH}
        case EitherForm():
            return {"anyOf": [_schema(each) for each in form.forms]}
        case AnswersForm():
            return {"type": "object"}
        case AnswerForm():
            return {}
        case ListForm():
            return _list(form)
        case TableForm():
            names = {"pattern": _CODE}
            value = _schema(form.value)
            return {"type": "object", "propertyNames": names, "additionalProperties": value}
        case RecordForm():
            return _record(form)
        case VariantsForm():
            tagged = [_tagged(form.by, word, record) for word, record in form.records.items()]
            return {"anyOf": tagged}


def _list(form: ListForm) -> Schema:
    ends = {"minItems": form.at_least}
    if form.length is not None:
        ends = {"minItems": form.length, "maxItems": form.length}
    return {"type": "array", "items": _schema(form.item), **ends}


def _record(form: RecordForm) -> Schema:
    keys = form.flat
    schema: Schema = {
        "type": "object",
        "properties": {each.key: _schema(each.form) for each in keys},
        "required": [each.key for each in keys if each.is_needed],
        "additionalProperties": False,
    }
    needed = {each.one_of for each in keys if each.one_of}
    apart = {each.excludes for each in keys if each.excludes}
    among: list[Schema] = [
        {"anyOf": [{"required": [each.key]} for each in keys if each.one_of == group]}
        for group in sorted(needed)
    ]
    for group in sorted(apart):
        names = [each.key for each in keys if each.excludes == group]
        among += [
            {"not": {"required": [one, two]}}
            for position, one in enumerate(names)
            for two in names[position + 1 :]
        ]
    return {**schema, "allOf": among} if among else schema


def _tagged(by: str, word: str, form: RecordForm) -> Schema:
    schema = _record(form)
    tag = schema["properties"][by]
    value = word == "true" if tag == {"type": "boolean"} else word
    schema["properties"] = {**schema["properties"], by: {"const": value}}
    return schema


def _without_required(schema: Any) -> Any:  # noqa: ANN401  -- a schema, or a part of one
    """The same for a file that may leave out what the edition before, or its document, says."""
    if isinstance(schema, list):
        return [_without_required(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    is_record = "properties" in schema
    return {
        key: _without_required(value)
        for key, value in schema.items()
        if not (is_record and key == "required")
    }


if __name__ == "__main__":
    write(Path(sys.argv[1]))
