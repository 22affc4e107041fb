"""The words of messages about values that do not have their form."""

from generator.diagnostics import Code, Diagnostic, Note, Place, nearest
from generator.reading import Hole, Listing, Node, Scalar, Table


def shown(node: Node) -> str:
    """A node as messages quote it."""
    match node:
        case Scalar(text=""):
            return "nothing" if node.plain else 'the empty text ""'
        case Scalar():
            return f'"{short(node.text.strip(), 40)}"'
        case Listing():
            return "a list"
        case Table():
            return "a table"
        case Hole():
            return "something unreadable"


def short(text: str, most: int = 60) -> str:
    """The text, cut after so many characters."""
    return text if len(text) <= most else text[:most] + "…"


def choice_hint(word: str, known: tuple[str, ...]) -> str:
    """The nearest known word, then all of them."""
    close = nearest(word, known)
    meant = f"did you mean {close}? " if close else ""
    return f"{meant}known here: {', '.join(known)}" if known else "nothing is known here"


def wrong(node: Node, name: str, needed: str, hint: str) -> Diagnostic:
    """A value of the wrong type."""
    return Diagnostic(
        code=Code.WRONG_TYPE,
        place=node.place,
        message=f"{name} must be {needed}, found {shown(node)}",
        hint=hint,
    )


def malformed(node: Scalar, name: str) -> Diagnostic:
    """A code that is not one."""
    return Diagnostic(
        code=Code.MALFORMED_CODE,
        place=node.place,
        message=f"{name} must be a code in lower_snake, found {shown(node)}",
    )


def blank(place: Place, name: str) -> Diagnostic:
    """A text with nothing in it."""
    return Diagnostic(code=Code.BLANK, place=place, message=f"{name} is empty")


def out_of_bounds(node: Node, name: str, bounds: str) -> Diagnostic:
    """A number that is too small or too large."""
    return Diagnostic(
        code=Code.OUT_OF_BOUNDS,
        place=node.place,
        message=f"{name} must be {bounds}, found {shown(node)}",
        hint=f"check the figure; {name} can be {bounds}",
    )


def no_such_date(node: Node, name: str, needed: str) -> Diagnostic:
    """A date or month that no calendar has."""
    return Diagnostic(
        code=Code.NO_SUCH_DATE,
        place=node.place,
        message=f"{name} is {shown(node)}, which does not exist",
        hint=f"check month and day: {name} must be {needed}, from 1900 to 2199",
    )


def unknown_word(node: Scalar, name: str, words: tuple[str, ...]) -> Diagnostic:
    """A word that is not on its closed list."""
    return Diagnostic(
        code=Code.UNKNOWN_WORD,
        place=node.place,
        message=f"{name} can't be {shown(node)}",
        hint=choice_hint(node.text, words),
    )


def given_twice(kind: str, code: str, again: Place, first: Place) -> Diagnostic:
    """A code or name that stands where it stood before."""
    return Diagnostic(
        code=Code.DUPLICATE_CODE,
        place=again,
        message=f'the {kind} "{short(code)}" is given twice',
        notes=(Note(place=first, text="it is given here first"),),
    )


def misfit(node: Table, keys: tuple[str, ...], name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.MISFIT,
        place=node.place,
        message=f"this does not look like {name}, whose keys are {', '.join(keys)}",
    )


def unknown_key(key: Scalar, keys: tuple[str, ...], name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.UNKNOWN_KEY,
        place=key.place,
        message=f'{name} has no key "{key.text}"',
        hint=choice_hint(key.text, keys),
        key=key.text,
    )


def missing_key(node: Table, key: str, name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.MISSING_KEY,
        place=node.place,
        message=f"{name} needs the key {key}",
        hint=f"add {key.partition(' ')[0]}: to this entry",
        key=key,
    )


def no_source(node: Table, key: str, name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.NO_SOURCE,
        place=node.place,
        message=f"{name} has figures without a source: it needs the key {key}",
    )
