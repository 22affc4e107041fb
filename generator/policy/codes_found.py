"""The codes that a file declares and those that it uses, noted even in entries with mistakes in them."""

from dataclasses import dataclass, field

from generator.policy.forms import CodeForm, RecordForm, TextForm
from generator.policy.places import Declaration, Reference
from generator.reading import Node, Scalar, Table
from generator.scoring.marks import Refers

READINGS_KEY = "readings"
"""Stands among the answers of a request and chooses readings."""

_QUESTION, _READING = Refers("question"), Refers("reading")


@dataclass(slots=True)
class Codes:
    """What was found so far, each with its place."""

    declared: list[Declaration] = field(default_factory=list)
    used: list[Reference] = field(default_factory=list)

    def use(self, node: Node, to: Refers) -> None:
        """Note a code that refers to something."""
        if isinstance(node, Scalar) and node.text.strip():
            self.used.append(Reference(to=to, code=node.text.strip(), place=node.place))

    def use_answers(self, answers: Table) -> None:
        """Note the questions that are answered, and the readings that are chosen beside them."""
        for entry in answers.entries:
            if entry.key.text != READINGS_KEY:
                self.use(entry.key, _QUESTION)
            elif isinstance(entry.value, Table):
                for choice in entry.value.entries:
                    self.use(choice.key, _READING)

    def declare(self, node: Table, form: RecordForm) -> None:
        """Note the codes by which a record declares something."""
        for each in form.flat:
            declares = each.form.declares if isinstance(each.form, CodeForm | TextForm) else None
            code = node.get(each.key)
            if declares is not None and isinstance(code, Scalar) and code.text.strip():
                self.declared.append(
                    Declaration(
                        kind=declares.kind,
                        code=code.text.strip(),
                        place=code.place,
                        table=node.place,
                    )
                )
