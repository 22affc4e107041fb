"""policy.yaml: the policy's code and names and the sentences of the verdict as a whole."""

from generator.loading.shapes import CODE, TEXT, RecordShape

VERDICT_SENTENCES = (
    "meets_standard",
    "below_standard",
    "undecided",
    "undecided_below",
    "undecided_meets",
    "vetoed",
)

POLICY = RecordShape(
    required={
        "policy": CODE,
        "title": TEXT,
        "sentences": RecordShape(required=dict.fromkeys(VERDICT_SENTENCES, TEXT)),
    }
)
