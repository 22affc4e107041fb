"""What is wrong with a request, in words for the person who made it."""


class RequestError(Exception):
    """A request that can't be answered: ``path`` names the place in it, ``message`` the mend, in Chinese."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(path, message)
        self.path = path
        self.message = message


def shown(text: str) -> str:
    """Return user-supplied text as messages may repeat it: short, and without what can't be written as UTF-8."""
    short = text if len(text) <= 40 else text[:40] + "…"
    return short.encode("utf-8", "replace").decode("utf-8")
