"""Files of a policy read one by one: what each says, and the mistakes in it, collected."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from generator.diagnostics import Code, Diagnostic, Place
from generator.loading.disk_folder import DiskFolder, unexpected
from generator.loading.file_memory import FileMemory, Said
from generator.loading.folder import DataFile
from generator.policy.fit import Fitted, fit, fit_all
from generator.policy.places import Places
from generator.reading import Node, TextFile, read_text
from generator.reading.kept_trees import KeptTrees

_MARKDOWN = ".md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A file as YAML, before anything else is known of it."""

    place: Place
    node: Node | None
    is_sound: bool


class FileReader:
    """Reads files and remembers where their values stand; mistakes never stop it, they are in ``found``."""

    def __init__(
        self,
        trees: KeptTrees,
        left_out: frozenset[str],
        *,
        only_scoring: bool,
        memory: FileMemory | None = None,
    ) -> None:
        self.trees = trees
        self.memory = memory
        """What files said before, where the process goes on."""
        self.left_out = left_out
        """Names of files that are not looked at."""
        self.only_scoring = only_scoring
        self.found: list[Diagnostic] = []
        self.places = Places()

    def table[T](
        self, folder: DiskFolder, name: str, declaration: type[T], what: str
    ) -> DataFile[T]:
        """A file that is one table."""
        return self._remembered(
            folder,
            name,
            (declaration, what),
            lambda reader: reader.fitted(reader.parsed(folder, name), declaration, what),
        )

    def list_of[T](
        self, folder: DiskFolder, name: str, declaration: type[T], what: str
    ) -> DataFile[tuple[T, ...]]:
        """A file that is a list of tables."""

        def made(reader: FileReader) -> DataFile[tuple[T, ...]]:
            parsed = reader.parsed(folder, name)
            node = parsed.node
            fitted = None if node is None else fit_all(node, declaration, what, reader.places)
            return reader.file(parsed, fitted)

        return self._remembered(folder, name, ("list", declaration, what), made)

    def parsed(self, folder: DiskFolder, name: str) -> Parsed:
        """A file as YAML; without a node where it is left out, missing or can't be read."""
        return self._remembered(
            folder, name, "parsed", lambda reader: reader.parse_now(folder, name)
        )

    def _remembered[T](
        self, folder: DiskFolder, name: str, made_as: Hashable, make: Callable[["FileReader"], T]
    ) -> T:
        """What is made of a file, by this reader or, with a memory, by one of its own if it says something new."""
        memory = self.memory
        if memory is None or name not in folder.files or name in self.left_out:
            return make(self)

        def made() -> Said[T]:
            reader = FileReader(self.trees, self.left_out, only_scoring=self.only_scoring)
            value = make(reader)
            return Said(value=value, found=tuple(reader.found), places=reader.places)

        said = memory.said(folder.path / name, f"{folder.shown}/{name}", made_as, made)
        self.found += said.found
        self.places.take_over(said.places)
        return said.value

    def parse_now(self, folder: DiskFolder, name: str) -> Parsed:
        """The file as YAML, whatever it said before."""
        nothing = Parsed(place=folder.place_of(name), node=None, is_sound=False)
        if name not in folder.files or name in self.left_out:
            return nothing
        text = self.text_now(folder, name)
        if text is None:
            return nothing
        node, mistakes = self.trees.parse(text)
        self.found += mistakes
        return Parsed(place=Place(source=text.source), node=node, is_sound=not mistakes)

    def _text(self, folder: DiskFolder, name: str) -> TextFile | None:
        return self._remembered(folder, name, "text", lambda each: each.text_now(folder, name))

    def text_now(self, folder: DiskFolder, name: str) -> TextFile | None:
        """The file as text, whatever it said before; None where it can't be read."""
        text, unreadable = read_text(folder.path / name, f"{folder.shown}/{name}")
        self.found += unreadable
        return text

    def fit[T](self, node: Node | None, declaration: type[T], what: str) -> Fitted[T] | None:
        """What is made of a node; None where there is none."""
        return None if node is None else fit(node, declaration, what, self.places)

    def fitted[T](self, parsed: Parsed, declaration: type[T], what: str) -> DataFile[T]:
        """A file with the one table that it says."""
        return self.file(parsed, self.fit(parsed.node, declaration, what))

    def file[T](
        self, parsed: Parsed, fitted: Fitted[T] | None, said_by: Iterable[str] = ()
    ) -> DataFile[T]:
        """The file with what was made of it and of the files ``said_by``; mistakes of others that it takes over are said there."""
        if fitted is None:
            return DataFile(place=parsed.place, node=parsed.node, value=None, sound=False)
        here = {parsed.place.source.name, *said_by}
        self.found += [each for each in fitted.mistakes if each.place.source.name in here]
        return DataFile(
            place=parsed.place,
            node=parsed.node,
            value=fitted.value,
            sound=parsed.is_sound and not fitted.mistakes,
            declarations=fitted.declarations,
            references=fitted.references,
        )

    def named(self, folder: DiskFolder, suffix: str) -> list[str]:
        """The files of the folder that end in the suffix; whatever else is there is reported."""
        names = [name for name in folder.files if name.endswith(suffix)]
        self.expect(folder, names, ())
        return names

    def texts(self, parent: DiskFolder, name: str) -> dict[str, TextFile]:
        """The Markdown files of a folder in the folder, by their name without ``.md``; none where there is none.

        One that can't be read has no text, so that nobody is told to write it.
        """
        if name not in parent.folders:
            return {}
        folder = parent.below(name)
        texts: dict[str, TextFile] = {}
        for file_name in self.named(folder, _MARKDOWN):
            text = self._text(folder, file_name)
            if text is None:
                text = TextFile(source=folder.place_of(file_name).source, text="")
            elif not text.text.strip():
                self.report(Code.EMPTY, folder.place_of(file_name), "the file is empty")
            texts[file_name.removesuffix(_MARKDOWN)] = text
        return texts

    def expect(
        self,
        folder: DiskFolder,
        files: Iterable[str],
        folders: Iterable[str],
        needed: Iterable[str] = (),
    ) -> None:
        """Reports what is there and not expected, and files and ``needed`` folders that are not there."""
        self.found += unexpected(folder, tuple(files), tuple(folders), tuple(needed))

    def report(self, code: Code, place: Place, message: str, hint: str = "") -> None:
        """Notes a mistake."""
        self.found.append(Diagnostic(code=code, place=place, message=message, hint=hint))
