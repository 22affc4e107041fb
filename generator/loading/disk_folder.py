"""A folder on disk: what is in it, and whether that is what should be."""

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
        try:
            for entry in sorted(path.iterdir(), key=lambda entry: entry.name):
                if not entry.name.startswith("."):
                    (self.folders if entry.is_dir() else self.files).append(entry.name)
        except OSError as error:
            self.problem = error.strerror or "it can't be read"

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
    stray_files = [name for name in folder.files if name not in files]
    stray_folders = [name for name in folder.folders if name not in folders]
    for name in files:
        if name not in folder.files:
            yield _missing(folder, name, stray_files, stray_folders)
    for name in folders:
        if (name in needed or name in stray_files) and name not in folder.folders:
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
    hint = "restore it"
    if renamed is not None:
        strays.remove(renamed)
        hint = f"there is {folder.shown}/{renamed}; was it renamed?"
    return _said(Code.MISSING_FILE, place, f"the {kind} {name} is missing", hint)


def _said(code: Code, place: Place, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, place=place, message=message, hint=hint)
