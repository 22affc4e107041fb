"""The command ``generator``: reads the command line and calls the command.

Exit codes: 0 fine, 1 the data or the input is wrong, 2 the command line is wrong, 3 a bug of ours.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.arguments import parser
from generator.commands.console import (
    BUG,
    WRONG,
    InputError,
    counted,
    errors_of,
    say,
)
from generator.diagnostics import DataErrors, Diagnostic, render_all
from generator.standing import SecurityContact

if TYPE_CHECKING:
    from generator.loading.policies import PlacedPolicy

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments (default: those of the process) name; return the exit code."""
    options = parser().parse_args(arguments)
    try:
        return _run(options)
    except DataErrors as errors:
        _show(errors.diagnostics)
        return WRONG
    except InputError as error:
        say(f"generator {options.command}: {error}\n", sys.stderr)
        return WRONG
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception:  # noqa: BLE001  -- it is a bug, unless the data explains it
        return _crashed(options)


def _run(options: argparse.Namespace) -> int:
    """Each command is imported when it is called: a score should not wait for the site's parts."""
    data, code = options.policy_data, options.policy
    match options.command:
        case "check":
            from generator.commands import check  # noqa: PLC0415

            if options.holes:
                from generator.commands import holes  # noqa: PLC0415

                return holes.run(_policies(options))
            return check.run(data, code, options.on, is_strict=options.strict, form=options.format)
        case "build":
            from generator.commands import build  # noqa: PLC0415

            return build.run(
                _policies(options)[0].folder if code else data,
                options.dist,
                options.base_url or "",
                cache=options.cache,
                stock_runtime=options.stock_runtime,
                first_gear=not options.no_first_gear,
                with_gallery=options.gallery,
                security_contact=_security_contact(options),
            )
        case "bless":
            from generator.commands import bless  # noqa: PLC0415

            return bless.run(_policy(options), options.names, yes=options.yes)
        case "impact":
            from generator.commands import impact  # noqa: PLC0415

            return impact.run(_policy(options), options.old, options.new, options.format)
        case "sources":
            from generator.commands import sources  # noqa: PLC0415

            return sources.run(_policies(options), options.on, options.kept, options.format)
        case "edition":
            from generator.commands import edition  # noqa: PLC0415

            return edition.run(_policy(options), options.first, str(options.based_on))
        case "serve":
            from generator.commands import serve  # noqa: PLC0415

            return serve.run(options.dist, options.host, options.port)
        case "dev":
            from generator.commands import dev  # noqa: PLC0415

            return dev.run(data, options.host, options.port)
        case "score" | "timeline" | "outlook" | "plans" | "papers" | "compare" as question:
            from generator.commands import answer  # noqa: PLC0415

            return answer.run(
                _policies(options),
                options.request,
                answer.METHODS[question],
                in_lines=options.lines,
            )
        case "calendar":
            from generator.commands import answer  # noqa: PLC0415

            return answer.write_calendar(_policies(options), options.request)
        case command:
            raise AssertionError(command)


def _policies(options: argparse.Namespace) -> "tuple[PlacedPolicy, ...]":
    """All policies of the folder, or the one that is asked for."""
    from generator.commands.choosing import policies_of  # noqa: PLC0415

    return policies_of(options.policy_data, options.policy)


def _policy(options: argparse.Namespace) -> Path:
    """The folder of the one policy that the command is about."""
    from generator.commands.choosing import one_policy  # noqa: PLC0415

    return one_policy(options.policy_data, options.policy).folder


def _crashed(options: argparse.Namespace) -> int:
    """Says what is wrong with the data, where that explains it; else shows the bug."""
    report = traceback.format_exc()
    errors: tuple[Diagnostic, ...] = ()
    if options.command not in {"check", "serve", "dev"}:
        with suppress(Exception):
            from generator.commands.check import found_in  # noqa: PLC0415

            errors = errors_of(found_in(options.policy_data, options.policy))
    if errors:
        _show(errors)
        return WRONG
    say(f"{report}\nThis is a bug in generator, not in your data or request.\n", sys.stderr)
    return BUG


def _show(diagnostics: tuple[Diagnostic, ...]) -> None:
    say(f"{render_all(diagnostics)}\n{counted(diagnostics)} in the policy data\n", sys.stderr)


def _security_contact(options: argparse.Namespace) -> SecurityContact | None:
    address, until = options.security_contact, options.security_expires
    if address is None and until is None:
        return None
    if address is None or until is None or not address.startswith(("https:", "mailto:")):
        raise InputError(
            "--security-contact (https: or mailto:) and --security-expires go together"
        )
    return SecurityContact(address=address, until=until)
