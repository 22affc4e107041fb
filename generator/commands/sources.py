"""``generator sources watch``: what the addresses of the sources say now, against what they said before."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.commands.console import FINE, InputError, say, told
from generator.loading.checklist import read_checklist
from generator.loading.policies import PlacedPolicy
from generator.loading.walking import read_policy_folder
from generator.paths import CACHE
from generator.policy.sources import Document
from generator.watching.fetching import Fetched, fetch
from generator.watching.report import as_json, as_markdown, as_text
from generator.watching.watch import Watched, read_seen, watch, write_seen

FORMS: Mapping[str, Callable[[Iterable[Watched]], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}


def _documents(policy: PlacedPolicy) -> Sequence[Document]:
    read = read_checklist if policy.is_checklist else read_policy_folder
    return read(policy.folder, policy.shown, cache=CACHE).sources.value or ()


def run(
    policies: Iterable[PlacedPolicy],
    on: date,
    kept: Path,
    form: str,
    ask: Callable[[str], Fetched] = fetch,
) -> int:
    """Print what was found and keep it in the file ``kept``. What can't be reached is no failure.

    Raises InputError for a file that is none of a watch's, and one that can't be written, once all is said.
    """
    documents = [document for policy in policies for document in _documents(policy)]
    try:
        found, now = watch(documents, read_seen(kept), on, ask)
        say(FORMS[form](found), sys.stdout)
        write_seen(now, kept)
    except (OSError, ValueError) as error:
        raise InputError(told(error)) from error
    return FINE
