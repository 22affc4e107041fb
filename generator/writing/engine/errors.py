"""Failures of the engine's build: what is wrong, where, and what to do about it."""


class EngineBuildError(Exception):
    """The engine cannot be built; the message names the place and the fix."""
