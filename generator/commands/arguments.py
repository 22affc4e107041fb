"""What the command line may say: commands with their options, each with its help."""

import argparse
import re
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from generator import paths

_NO_ADDRESS: Final = re.compile(r"""[\s"'<>\\^`{|}]""")
"""Signs that no address has as they are."""


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; it exits with 2 where a line is wrong."""
    whole = argparse.ArgumentParser(
        prog="generator", description="Check the points policy, build its site, score requests."
    )
    _add_data(whole, paths.POLICY_DATA, None)
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)

    check = commands.add_parser("check", help="report every mistake in the policy data")
    check.add_argument(
        "--on",
        type=_day,
        metavar="DATE",
        help="warn, too, about what lapses within 60 days of this day or has lapsed by then",
    )
    check.add_argument("--strict", action="store_true", help="fail on warnings, too")
    check.add_argument(
        "--holes",
        action="store_true",
        help="list the figures that no case and no other figure holds, and what holds them instead",
    )
    _add_format(check, ("text", "json"))
    build = commands.add_parser("build", help="check the data, then build the site")
    build.add_argument("--dist", type=Path, metavar="DIR", default=paths.DIST, help="where to")
    build.add_argument(
        "--cache",
        type=Path,
        metavar="DIR",
        default=paths.CACHE,
        help="where to keep what is slow to make",
    )
    build.add_argument(
        "--base-url",
        type=_base_url,
        metavar="URL",
        help="the address that the site will have: adds a sitemap, canonical links, and links to share out of the single file",
    )
    build.add_argument(
        "--gallery",
        action="store_true",
        help="add gallery.html, every component with its examples; not for publishing",
    )
    build.add_argument(
        "--stock-runtime",
        action="store_true",
        help="ship Pyodide's files as npm has them, nothing cut; to find out whether a fault lies in what was cut",
    )
    build.add_argument(
        "--no-first-gear",
        action="store_true",
        help="leave out the small engine that scores until Pyodide is ready",
    )
    build.add_argument(
        "--security-contact",
        metavar="URL",
        help="whom to tell of a hole, https: or mailto:; adds .well-known/security.txt",
    )
    build.add_argument(
        "--security-expires", type=_day, metavar="DATE", help="until when that holds; both or none"
    )

    bless = commands.add_parser(
        "bless", help="rewrite what cases expect to what the engine gives, once you have looked"
    )
    bless.add_argument("names", nargs="*", metavar="CASE", help="the sentences of the cases")
    bless.add_argument("--yes", action="store_true", help="all cases that fail")

    impact = commands.add_parser("impact", help="say what a change of the data does")
    for name in ("old", "new"):
        impact.add_argument(name, metavar=name.upper(), help="a folder, a checkout or a commit")
    _add_format(impact, ("text", "json", "markdown"), "markdown: for a pull request; ")

    sources = commands.add_parser("sources", help="ask the sources whether they still say the same")
    watch = sources.add_subparsers(dest="what", metavar="WHAT", required=True).add_parser(
        "watch",
        help="compare each address with what it said before; the only command that goes online",
    )
    watch.add_argument("--on", type=_day, metavar="DATE", required=True, help="the day of today")
    watch.add_argument(
        "--kept", type=Path, metavar="FILE", required=True, help="what is known of earlier; updated"
    )
    _add_format(watch, ("text", "json", "markdown"), "markdown: only what changed or is gone; ")

    edition = commands.add_parser("edition", help="write the files of a new edition")
    new = edition.add_subparsers(dest="what", metavar="WHAT", required=True).add_parser(
        "new", help="as its difference from the one before; what only its reader knows is marked"
    )
    new.add_argument("first", type=_day, metavar="DATE", help="its first day, such as 2028-01-01")
    new.add_argument(
        "--based-on",
        type=_day,
        metavar="DATE",
        required=True,
        help="the first day of the edition that it changes",
    )

    serve = commands.add_parser("serve", help="show the built site on this machine")
    serve.add_argument("--dist", type=Path, metavar="DIR", default=paths.DIST, help="what to show")
    _add_listening(serve, 8000, "0: a free one; ")

    dev = commands.add_parser(
        "dev", help="show the site as it is saved, with mistakes and sample people beside it"
    )
    _add_listening(dev, 8001)

    score = commands.add_parser("score", help="answer requests with verdicts")
    timeline = commands.add_parser("timeline", help="answer requests with the score over time")
    outlook = commands.add_parser("outlook", help="the same in words, with exams and renewals")
    calendar = commands.add_parser("calendar", help="write the calendar file of an outlook")
    plans = commands.add_parser("plans", help="answer requests with the least that has to change")
    papers = commands.add_parser("papers", help="answer requests with the papers to bring")
    compare = commands.add_parser(
        "compare", help="answer requests with verdicts under the two newest editions"
    )
    in_lines = (score, timeline, outlook, plans, papers, compare)
    asked = (*in_lines, calendar)
    for command in asked:
        command.add_argument(
            "request", metavar="FILE", help="a JSON request; - reads standard input"
        )
    for command in in_lines:
        command.add_argument(
            "--lines", action="store_true", help="one request a line in, one answer a line out"
        )
    for command in (check, build, bless, impact, watch, new, serve, dev, *asked):
        _add_data(command, argparse.SUPPRESS, argparse.SUPPRESS)
    return whole


def _add_data(parser: argparse.ArgumentParser, data: Path | str, policy: str | None) -> None:
    """Which data a command is about; it may be said before the command and after it."""
    parser.add_argument(
        "--policy-data",
        type=Path,
        metavar="DIR",
        default=data,
        help="the folder of a policy, or of several (default: the checkout's)",
    )
    parser.add_argument(
        "--policy",
        metavar="CODE",
        default=policy,
        help="only the policy of that code, where the folder holds several",
    )


def _add_listening(parser: argparse.ArgumentParser, port: int, says: str = "") -> None:
    """Where a server listens; ``says`` explains a port."""
    parser.add_argument("--host", default="127.0.0.1", help="default: %(default)s")
    parser.add_argument("--port", type=int, default=port, help=f"{says}default: %(default)s")


def _add_format(parser: argparse.ArgumentParser, known: tuple[str, ...], says: str = "") -> None:
    """How an answer is written; ``says`` explains one of the ways."""
    parser.add_argument(
        "--format", choices=known, default="text", help=f"{says}default: %(default)s"
    )


def _base_url(text: str) -> str:
    parts = urlsplit(text)
    is_site = parts.scheme in {"http", "https"} and bool(parts.netloc)
    if not is_site or parts.query or parts.fragment or _NO_ADDRESS.search(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no address such as https://example.org/points"
        )
    return text.rstrip("/")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-06-30") from None
