"""The scorer and the people of the timeline's tests."""

from tests.timeline.conftest import ask, nobody, scorer

__all__ = ["ask", "nobody", "scorer"]
