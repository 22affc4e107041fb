"""All checks in one go: what each file says, what holds across files, whether the cases come true."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checking.addresses import check_addresses
from generator.checking.cases import check_people, tried_cases
from generator.checking.choices import check_choices
from generator.checking.claims import check_claims
from generator.checking.compared import check_compared
from generator.checking.consequences import causes, without_trust_in
from generator.checking.coverage import check_coverage
from generator.checking.data_day import check_data_day
from generator.checking.failures import told
from generator.checking.figures import check_figures
from generator.checking.filled import check_filled
from generator.checking.guide import check_guide
from generator.checking.guide_entries import check_guide_entries
from generator.checking.guide_gaps import check_guide_gaps
from generator.checking.holes import check_holes
from generator.checking.kept_runs import unless_kept
from generator.checking.markup import check_markup
from generator.checking.names import check_names
from generator.checking.orphans import check_orphans
from generator.checking.own_figures import check_own_figures
from generator.checking.prose import check_prose
from generator.checking.receipts import check_receipts
from generator.checking.references import check_references
from generator.checking.running import Runnable, runnable
from generator.checking.sentences import check_sentences
from generator.checking.shared_coverage import check_shared_coverage
from generator.checking.spans import check_spans
from generator.checking.style import check_style
from generator.checking.texts import check_texts
from generator.checking.told_changes import check_told_changes
from generator.checking.unused import check_unused
from generator.checking.validity import check_validity
from generator.checking.view import View, view_of
from generator.diagnostics import Code, DataErrors, Diagnostic, Severity, in_order
from generator.loading import policy_text, read_policy_folder
from generator.loading.folder import PolicyFolder
from generator.loading.model import PolicyText
from generator.scoring.model import Policy

_UNREAD = frozenset(
    {Code.UNREADABLE, Code.NOT_UTF8, Code.ODD_CHARACTER, Code.SYNTAX, Code.EMPTY}
    | {Code.REFUSED_YAML, Code.AMBIGUOUS, Code.TOO_DEEP}
)
"""Mistakes for which nothing is known of what a file says: what only it might use or hold is then not missed."""
_SLIPS = _UNREAD | frozenset(
    {Code.UNKNOWN_REFERENCE, Code.WRONG_KIND, Code.READING_MISMATCH, Code.NOT_LISTED}
)
"""Mistakes that leave something unused: that is then not said as well."""


def check(
    policy_dir: Path,
    *,
    shown: str | None = None,
    on: date | None = None,
    cache: Path | None = None,
) -> tuple[Diagnostic, ...]:
    """Every mistake in a policy folder, sorted by place; messages call the folder ``shown``.

    With a day, also warnings about what lapses around it. No clock is read. ``cache`` is a folder in which trees of
    files are kept, so that only changed ones are parsed again.
    """
    return check_whole_folder(
        read_policy_folder(policy_dir, shown, cache=cache), on, cache
    ).diagnostics


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A folder that was read, the mistakes in it, and the whole policy where there is none."""

    folder: PolicyFolder
    diagnostics: tuple[Diagnostic, ...]
    policy: Policy | None


def check_whole_folder(
    folder: PolicyFolder, on: date | None = None, cache: Path | None = None
) -> Checked:
    """The folder with every mistake in it; as with ``check``."""
    found, run = _checked(folder, on, cache)
    return Checked(folder=folder, diagnostics=found, policy=None if run is None else run.policy)


def runnable_part(folder: PolicyFolder) -> tuple[tuple[Diagnostic, ...], Runnable | None]:
    """What of the policy can be run, whether or not its cases come true; and the mistakes that stand in the way."""
    view = view_of(folder)
    found = (*folder.diagnostics, *_scoring_mistakes(view))
    return in_order(found), runnable(view, found)


def load_checked(
    policy_dir: Path, *, shown: str | None = None, cache: Path | None = None
) -> PolicyText:
    """Everything that the folder says, after all checks; raises DataErrors with every mistake."""
    folder = read_policy_folder(policy_dir, shown, cache=cache)
    found, run = _checked(folder, None, cache)
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors:
        raise DataErrors(errors)
    return policy_text(folder, None if run is None else run.policy)


def check_folder(folder: PolicyFolder, on: date | None = None) -> tuple[Diagnostic, ...]:
    """Every mistake in a folder that has been read."""
    return _checked(folder, on, None)[0]


def _checked(
    folder: PolicyFolder, on: date | None, cache: Path | None
) -> tuple[tuple[Diagnostic, ...], Runnable | None]:
    """Every mistake, and what could be run: the whole policy where there is none."""
    view = view_of(folder)
    found = [*folder.diagnostics, *_scoring_mistakes(view)]
    view = without_trust_in(view, found)
    run: Runnable | None = None
    try:
        run = runnable(view, found)
        if run is not None:
            found += tuple(_run(run, view, cache))
    except Exception:
        # Data with mistakes may break the engine in ways nobody thought of; sound data may not.
        if not found:
            raise
    found += _editorial_mistakes(view)
    if not _UNREAD & {each.code for each in found}:
        found += check_holes(view)
    if not _SLIPS & {each.code for each in found}:
        found += check_unused(view)
        found += check_guide_gaps(view)
    if not found:
        found += check_told_changes(view)
    if on is not None:
        found += check_validity(view, on)
    return in_order(causes(found)), run


def _run(run: Runnable, view: View, cache: Path | None) -> Iterator[Diagnostic]:
    """What shows when the engine answers people and cases."""
    people = tuple(check_people(run, view))
    if people:
        yield from people
        return
    yield from unless_kept(run, cache, lambda: _case_mistakes(run, view))
    yield from check_compared(run, view)
    yield from check_claims(run, view)


def _scoring_mistakes(view: View) -> Iterator[Diagnostic]:
    """Mistakes in what scoring draws on: an edition that has one is not run."""
    yield from check_references(view)
    yield from check_choices(view)
    yield from check_names(view)
    yield from check_spans(view)
    yield from check_figures(view)
    yield from check_sentences(view)


def _case_mistakes(run: Runnable, view: View) -> Iterator[Diagnostic]:
    """Cases that fail; where none does, also edges without a case."""
    tried = [tried_cases(run, edition, view.places) for edition in run.editions]
    yield from told(tried, view.places)
    sound = [each for each in tried if each.is_sound and each.edition.all_cases]
    for each in sound:
        yield from check_coverage(run, each.edition, each.sound, view.places)
    if len(sound) == len(view.scored) and not view.has_unfinished:
        trials = [trial for each in sound for trial in each.sound]
        yield from check_shared_coverage(run, view, trials)


def _editorial_mistakes(view: View) -> Iterator[Diagnostic]:
    """Mistakes in what pages show."""
    yield from check_receipts(view)
    yield from check_texts(view)
    yield from check_guide(view)
    yield from check_guide_entries(view)
    yield from check_prose(view)
    yield from check_own_figures(view)
    yield from check_markup(view)
    yield from check_style(view)
    yield from check_addresses(view)
    yield from check_data_day(view)
    yield from check_filled(view)
    yield from check_orphans(view)
