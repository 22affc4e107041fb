"""Imported only by the one method that needs it."""


def answer(text: str) -> str:
    """The text backwards."""
    return text[::-1]
