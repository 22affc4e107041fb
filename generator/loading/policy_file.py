"""policy.yaml: the policy's code and names and the sentences of the verdict, timelines and plans as a whole."""

from generator.loading.shapes import CODE, TEXT, RecordShape
from generator.scoring.rules.kinds import KINDS

VERDICT_SENTENCES = (
    "meets_standard",
    "below_standard",
    "undecided",
    "undecided_below",
    "undecided_meets",
    "vetoed",
)

TIMELINE_CAUSES = (
    *(cause for kind in KINDS.values() for cause in kind.causes),
    "exclusive",
    "exclusive_less",
    "edition",
)

TIMELINE_ASSUMPTIONS = (
    "unchanged",
    "counts",
    "ledger",
    "ledger_ends",
    "edition",
    "beyond_edition",
    "unverified",
)

PLAN_SENTENCES = (
    "none",
    "vetoed",
    "beyond_edition",
    "window",
    "base_impossible",
    "insured_impossible",
    "insured_needs",
)

_TIMELINE = RecordShape(
    required={
        "because": RecordShape(required=dict.fromkeys(TIMELINE_CAUSES, TEXT)),
        "assumptions": RecordShape(required=dict.fromkeys(TIMELINE_ASSUMPTIONS, TEXT)),
    }
)

POLICY = RecordShape(
    required={
        "policy": CODE,
        "title": TEXT,
        "sentences": RecordShape(required=dict.fromkeys(VERDICT_SENTENCES, TEXT)),
    },
    optional={
        "timeline": _TIMELINE,
        "plans": RecordShape(required=dict.fromkeys(PLAN_SENTENCES, TEXT)),
    },
)
