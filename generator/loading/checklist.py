"""A folder of a policy without points, to everything it says."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic
from generator.loading.disk_folder import DiskFolder
from generator.loading.file_reader import FileReader
from generator.loading.folder import DataFile, said
from generator.loading.scoring_policy import scoring_text
from generator.policy.checklist import ChecklistCase, ChecklistFile, ListedCondition
from generator.policy.places import Places
from generator.policy.questions import QuestionsFile
from generator.policy.sources import Document
from generator.reading.kept_trees import KeptTrees
from generator.scoring.assembly import edition_of
from generator.scoring.model import NEVER, Policy, Timeline
from generator.scoring.yardsticks import Yardsticks

CONDITIONS: Final = "conditions.yaml"
"""The file by which such a folder is told from that of a policy with points."""
_NEEDED: Final = ("policy.yaml", "sources.yaml", "questions.yaml", CONDITIONS, "cases.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistFolder:
    """Its files, and the mistakes that each has in itself."""

    policy: DataFile[ChecklistFile]
    sources: DataFile[tuple[Document, ...]]
    questions: DataFile[QuestionsFile]
    conditions: DataFile[tuple[ListedCondition, ...]]
    cases: DataFile[tuple[ChecklistCase, ...]]
    places: Places
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """What pages are made from."""

    file: ChecklistFile
    documents: Mapping[str, Document]
    questions: QuestionsFile
    conditions: tuple[ListedCondition, ...]
    scoring: Policy
    scoring_text: str
    requests: Mapping[str, str]
    """The request of each case, as JSON, by the case's name."""

    @property
    def checked_on(self) -> date:
        """The last day on which a document was looked at."""
        return _day(self.documents.values())


def read_checklist(
    folder: Path, shown: str, *, only_scoring: bool = False, cache: Path | None = None
) -> ChecklistFolder:
    """Everything in the folder; messages call it ``shown``. Mistakes never stop the reading."""
    left_out = frozenset({"sources.yaml", "cases.yaml"} if only_scoring else ())
    reader = FileReader(KeptTrees(cache), left_out, only_scoring=only_scoring)
    root = DiskFolder(folder, shown)
    reader.expect(root, _NEEDED, ())
    return ChecklistFolder(
        policy=reader.table(root, "policy.yaml", ChecklistFile, "the policy"),
        sources=reader.list_of(root, "sources.yaml", Document, "the list of sources"),
        questions=reader.table(root, "questions.yaml", QuestionsFile, "the file"),
        conditions=reader.list_of(root, CONDITIONS, ListedCondition, "the list of conditions"),
        cases=reader.list_of(root, "cases.yaml", ChecklistCase, "the list of cases"),
        places=reader.places,
        diagnostics=tuple(reader.found),
    )


def checklist(folder: ChecklistFolder) -> Checklist:
    """What a folder without mistakes says."""
    policy = checklist_policy(folder)
    documents = said(folder.sources)
    return Checklist(
        file=said(folder.policy),
        documents={document.code: document for document in documents},
        questions=said(folder.questions),
        conditions=said(folder.conditions),
        scoring=policy,
        scoring_text=scoring_text(policy),
        requests={
            case.name: request_of(policy.code, case, _day(documents)) for case in said(folder.cases)
        },
    )


def checklist_policy(folder: ChecklistFolder) -> Policy:
    """The model that scoring runs: one edition without points, in force on any day, as its days are not established."""
    file = said(folder.policy)
    questions = tuple(question.scoring for question in said(folder.questions).questions)
    edition = edition_of(
        code="",
        first=date.min,
        last=NEVER,
        standard_score=0,
        window_end="",
        indicators=(),
        conditions=tuple(each.scoring for each in said(folder.conditions)),
        exclusive=(),
        capped=(),
        questions=questions,
    )
    return Policy(
        code=file.code,
        sentences={"not_scored": file.no_verdict},
        timeline=Timeline(because={}, assumptions={}),
        plans={},
        changes={},
        readings={},
        default_readings={},
        yardsticks=Yardsticks(reference_level=(), statutory_average=(), unestablished=""),
        questions={question.code: question for question in questions},
        editions=(edition,),
    )


def request_of(policy: str, case: ChecklistCase, on: date) -> str:
    """The request of a case, as JSON; the day decides nothing but what a ledger counts."""
    request = {"policy": policy, "on": on.isoformat(), "answers": dict(case.answers)}
    return json.dumps(request, ensure_ascii=False, separators=(",", ":"))


def _day(documents: Iterable[Document]) -> date:
    return max(document.checked_on for document in documents)
