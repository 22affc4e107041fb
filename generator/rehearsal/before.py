"""Whether the very same was rehearsed before and went well. Nothing heavy is imported to find out."""

from generator.kept import keep, recall
from generator.standing import BuildOptions, inputs_key


def has_gone_well(options: BuildOptions) -> bool:
    """Whether nothing was wrong with the very same inputs."""
    return recall(options.cache / "rehearsed", "rehearsed", inputs_key(options)) is not None


def note_gone_well(options: BuildOptions) -> None:
    """Keeps that nothing is wrong with these inputs."""
    keep(options.cache / "rehearsed", "rehearsed", inputs_key(options), b"")
