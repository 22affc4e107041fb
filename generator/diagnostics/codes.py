"""The closed list of mistakes that policy data can hold.

The hundreds say where a kind belongs: 1 files and YAML, 2 shape, 3 meaning within and across files,
4 cases, 5 texts, 6 validity, 7 templates, scripts and links of the site. A code never changes its meaning; a retired one is not used again.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Severity(StrEnum):
    """Errors fail the check; warnings are shown and pass."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class _Kind:
    id: str
    summary: str
    hint: str
    severity: Severity = Severity.ERROR


class Code(Enum):
    """A kind of mistake: its stable id, what it means and what usually puts it right."""

    MISSING_FILE = _Kind(
        "P101",
        "a file or folder that has to be there is missing",
        "restore it, or take out what refers to it",
    )
    NOT_A_FILE = _Kind(
        "P102",
        "a folder stands where a file has to be, or the other way round",
        "see docs/policy-data-format.md for what goes where",
    )
    UNREADABLE = _Kind("P103", "a file that can't be read, or may not", "check its permissions")
    NOT_UTF8 = _Kind("P104", "a file is not UTF-8 text", "save the file as UTF-8")
    ODD_CHARACTER = _Kind(
        "P105",
        "a character that nobody sees, editors disagree on, or that only looks like another",
        "take it out; indent with spaces and end lines with a line feed",
    )
    SYNTAX = _Kind(
        "P106",
        "the file is not YAML",
        "look for a missing colon, quote or bracket, or for a wrong indent, here or just above",
    )
    EMPTY = _Kind("P107", "the file is empty", "restore its content, or remove the file")
    DUPLICATE_KEY = _Kind("P108", "a key is given twice", "keep one of the two")
    REFUSED_YAML = _Kind(
        "P109",
        "YAML that the data does without: anchors, aliases, tags, merge keys, directives",
        "write the value out where it is used",
    )
    AMBIGUOUS = _Kind(
        "P110",
        "a word that YAML versions read differently",
        "write true, false or null in lower case, or put quotes around text",
    )
    TOO_DEEP = _Kind("P111", "a file is nested too deeply", "look for a bracket that never closes")
    UNUSED_FILE = _Kind(
        "P112",
        "a file that nothing reads",
        "move it to where it belongs, or remove it; docs/policy-data-format.md says what goes where",
    )
    CUT_OFF = _Kind(
        "P113",
        "a comment that looks like the rest of a text",
        "put a space after the # of a comment, or quotes around a text that holds one",
    )

    UNKNOWN_KEY = _Kind("P201", "a key that this kind of file does not have", "")
    MISSING_KEY = _Kind("P202", "a key that has to be there is missing", "")
    WRONG_TYPE = _Kind("P203", "a value of the wrong type", "")
    OUT_OF_BOUNDS = _Kind("P204", "a number too small or too large", "")
    NO_SUCH_DATE = _Kind("P205", "a date or month that does not exist", "")
    UNKNOWN_WORD = _Kind("P206", "a word that is not on the closed list for its key", "")
    MALFORMED_CODE = _Kind(
        "P207",
        "a code that is not lower_snake",
        "codes are lower-case Latin letters, digits and _ or -, such as base_months_1",
    )
    BLANK = _Kind("P208", "an empty text or list", "write it, or take the key out")
    EXCLUDING_KEYS = _Kind("P209", "two keys that exclude each other", "keep one of the two")
    WRONG_NAME = _Kind(
        "P210",
        "a file or folder whose name differs from the code inside",
        "make the two the same",
    )
    MISFIT = _Kind(
        "P211",
        "an entry whose keys belong to something else",
        "look just above for a key that was lost, or move the entry to where it belongs",
    )

    FROM_AFTER_TO = _Kind("P301", "a span that ends before it begins", "swap or correct the two")
    OVERLAP = _Kind("P302", "bands or periods that overlap", "let each begin where the other ends")
    GAP = _Kind(
        "P303", "a gap between bands or periods", "let each begin where the one before ends"
    )
    DUPLICATE_CODE = _Kind("P304", "a code or name that is given twice", "rename or remove one")
    UNKNOWN_REFERENCE = _Kind("P305", "a reference to something that is not there", "")
    READING_MISMATCH = _Kind("P306", "a reading whose choices are not those that its key has", "")
    EDITIONS_OVERLAP = _Kind(
        "P307", "editions that are in force at the same time", "correct in_force of one of them"
    )
    EDITIONS_GAP = _Kind(
        "P308",
        "days on which no edition is in force, between two editions",
        "correct in_force of one of them, or add the edition between",
    )
    NOT_RISING = _Kind(
        "P309", "rows that have to rise and don't", "put the lowest first and check the figures"
    )
    CAP_TOO_LOW = _Kind(
        "P310",
        "a cap that does not fit the points it caps",
        "check the cap and the points against the clause",
    )
    NOT_LISTED = _Kind(
        "P311",
        "an indicator that is in a file and not on the edition's list, or the other way round",
        "",
    )
    NO_SOURCE = _Kind("P312", "a figure without a source", "state where the figure comes from")
    NO_SUCH_FIGURE = _Kind("P313", "an exception for a figure that the file does not have", "")
    UNKNOWN_PLACEHOLDER = _Kind("P314", "a word in braces that the sentence does not offer", "")
    MISSING_SENTENCE = _Kind("P315", "a sentence that the rule needs is missing", "")
    UNKNOWN_SENTENCE = _Kind("P316", "a sentence that the rule never says", "")
    WRONG_KIND = _Kind("P317", "a question of a kind that the rule can't use", "")
    UNUSED = _Kind(
        "P318",
        "something declared that nothing uses",
        "use it, or take it out; it may also be a slip in the code that should refer to it",
    )
    NO_ROW = _Kind("P319", "choices and rows that do not agree", "")
    INCOMPLETE_PERSON = _Kind("P320", "a sample person who leaves a question unanswered", "")
    DISAGREES = _Kind("P321", "two figures that have to agree and don't", "")

    BAD_ADDRESS = _Kind("P322", "an address that is none, or that a page may not open", "")
    AFTER_THE_DATA = _Kind("P323", "a day behind that of the newest change of the data", "")
    WORD_LEFT_OUT = _Kind("P324", "a sentence that leaves out what it is there to say", "")
    UNTOLD_CHANGE = _Kind("P325", "a changed figure that readers are not told of", "")
    LEFT_OUT = _Kind("P326", "something in force that the guide leaves out", "")

    BAD_CASE = _Kind("P401", "a case or person whose request the engine refuses", "")
    FAILED_CASE = _Kind(
        "P402",
        "a case that expects something else than the engine gives",
        "check the clause: either the figure of the rule or the expectation is wrong",
    )
    EDGE_WITHOUT_CASE = _Kind("P403", "an edge of a rule that no case stands on", "")
    WRONG_EDITION = _Kind("P404", "a case on a day when its edition is not in force", "")

    CONTRADICTED_CLAIM = _Kind("P405", "a claim whose verdict its own case contradicts", "")
    HOLE = _Kind("P406", "a figure that could change and nothing would tell", "")

    UNKNOWN_TEXT_REFERENCE = _Kind("P501", "a reference in a text that leads nowhere", "")
    BROKEN_TEXT_REFERENCE = _Kind(
        "P502",
        "a reference in a text that can't be read",
        'write {{ figure("age.rule.cap") }}, {{ case("…") }} or {{ standard_score }}',
    )
    TYPED_FIGURE = _Kind(
        "P503",
        "a figure typed into prose",
        'give it by reference, such as {{ figure("age.rule.cap") }}, {{ standard_score }} or {{ fact("contract_years") }}',
    )

    RAW_HTML = _Kind("P504", "HTML in a text", "write Markdown")
    OUT_OF_STYLE = _Kind("P505", "digits, gaps or days in another style than that of all pages", "")
    TOO_LONG = _Kind("P506", "an answer that is longer than its place has room for", "")

    LAPSED = _Kind(
        "P601",
        "a figure that lapses soon or has lapsed",
        "look for what follows it",
        Severity.WARNING,
    )
    CHECKED_LONG_AGO = _Kind(
        "P602",
        "a source that was not looked at for over a year",
        "look again, then bring checked_on up to date",
        Severity.WARNING,
    )

    TEMPLATE = _Kind(
        "P701",
        "a template, or an example of a component, that can't be rendered",
        "a template has what its page's module in generator/paging gives it, and words",
    )
    SCRIPT = _Kind(
        "P702", "a script or a style sheet that can't be read", "these are the words of esbuild"
    )
    BROKEN_LINK = _Kind("P703", "a link of a template that leads nowhere", "")

    @property
    def id(self) -> str:
        return self.value.id

    @property
    def summary(self) -> str:
        return self.value.summary

    @property
    def hint(self) -> str:
        """What usually puts it right; empty where each message brings its own hint."""
        return self.value.hint

    @property
    def severity(self) -> Severity:
        return self.value.severity
