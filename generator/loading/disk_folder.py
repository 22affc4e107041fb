"""A folder on disk: what is in it, and whether that is what should be.

Links are not followed: what they lead to is no part of the policy, and its text would be published.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Place, Source, nearest


class DiskFolder:
    """A folder on disk and what is visible in it."""

    def __init__(self, path: Path, shown: str) -> None:
        self.path = path
        self.shown = shown
        self.place = Place(source=Source(shown))
        self.problem = ""
        self.files: list[str] = []
        self.folders: list[str] = []
        self.links: list[str] = []
        try:
            for entry in sorted(path.iterdir(), key=lambda entry: entry.name):
                if not entry.name.startswith("."):
                    self._names_like(entry).append(entry.name)
        except OSError as error:
            self.problem = error.strerror or "it can't be read"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in a folder that can be read."""
        return not (self.files or self.folders or self.links or self.problem)

    def _names_like(self, entry: Path) -> list[str]:
        if entry.is_symlink():
            return self.links
        return self.folders if entry.is_dir() else self.files

    def below(self, name: str) -> "DiskFolder":
        """The folder of that name in this one."""
        return DiskFolder(self.path / name, f"{self.shown}/{name}")

    def place_of(self, name: str) -> Place:
        """The top of the file or folder of that name in this one."""
        return Place(source=Source(f"{self.shown}/{name}"))


def unexpected(
    folder: DiskFolder, files: tuple[str, ...], folders: tuple[str, ...], needed: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """What is there and not expected; of what is expected, files and ``needed`` folders that are not there."""
    if not folder.path.exists():
        message, hint = "there is no such folder", "check the path"
        yield _said(Code.MISSING_FILE, folder.place, message, hint)
        return
    if folder.problem:
        message = f"the folder can't be read: {folder.problem}"
        yield _said(Code.UNREADABLE, folder.place, message)
        return
    if folder.is_empty:
        message, hint = "the folder is empty", "restore what was in it, or remove it"
        yield _said(Code.MISSING_FILE, folder.place, message, hint)
        return
    for name in folder.links:
        message, hint = "this is a link, and links are not followed", "put the file itself here"
        yield _said(Code.UNREADABLE, folder.place_of(name), message, hint)
    stray_files = [name for name in folder.files if name not in files]
    stray_folders = [name for name in folder.folders if name not in folders]
    for name in files:
        if name not in folder.files and name not in folder.links:
            yield _missing(folder, name, stray_files, stray_folders)
    for name in folders:
        is_there = name in folder.folders or name in folder.links
        if (name in needed or name in stray_files) and not is_there:
            yield _missing(folder, name, stray_folders, stray_files)
    for name in stray_files:
        yield _said(Code.UNUSED_FILE, folder.place_of(name), "nothing reads this file")
    for name in stray_folders:
        yield _said(Code.UNUSED_FILE, folder.place_of(name), "nothing reads this folder")


def _missing(folder: DiskFolder, name: str, strays: list[str], others: list[str]) -> Diagnostic:
    """What is wrong where something is missing; a stray that it may be counts as a stray no more."""
    kind = "file" if "." in name else "folder"
    place = folder.place_of(name)
    if name in others:
        others.remove(name)
        other = "folder" if kind == "file" else "file"
        return _said(Code.NOT_A_FILE, place, f"this is a {other} where a {kind} has to be")
    renamed = nearest(name, strays)
    hint = "restore it, or write it: docs/policy-data-format.md says what it holds"
    if renamed is not None:
        strays.remove(renamed)
        hint = f"there is {folder.shown}/{renamed}; was it renamed?"
    return _said(Code.MISSING_FILE, place, f"the {kind} {name} is missing", hint)


def _said(code: Code, place: Place, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, place=place, message=message, hint=hint)
