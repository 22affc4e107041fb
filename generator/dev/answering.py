"""What the working server answers: pages with the panel in them, files, news for the panel, mistakes in place of a page."""

from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Final

from markupsafe import Markup

from generator.dev.session import Session
from generator.diagnostics import Diagnostic
from generator.serving.host import Answer, Request, type_of

PANEL: Final = "-/dev/"
"""What stands before the addresses that only this server has."""
_NEWS: Final = f"{PANEL}news/"
_SHOWN: Final = frozenset({"panel.js", "panel.css"})
_CLOSED: Final = "default-src 'none'; "
_HEAD: Final = '<meta name="dev-revision" content="{}">\n<link rel="stylesheet" href="/-/dev/panel.css">\n<script type="module" src="/-/dev/panel.js"></script>\n'
_MISTAKES: Final = Markup("""<!DOCTYPE html>
<html lang="zh-Hans-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{count} 处错误</title>
</head>
<body class="dev-mistakes">
<h1>{count} 处错误</h1>
{mistakes}
</body>
</html>
""")
_MISTAKE: Final = Markup(
    "<section><p><code>{place}</code> {code}</p><p>{message}</p><pre>{line}</pre><p>{advice}</p></section>\n"
)


def answer_of(session: Session, templates: Path, request: Request) -> Answer:
    """The answer; nothing of it is kept by browsers."""
    address = request.address
    if address.startswith(_NEWS):
        return _answer(session.news(address.removeprefix(_NEWS)), "news.json")
    if address.startswith(PANEL):
        name = address.removeprefix(PANEL)
        if name not in _SHOWN:
            return _missing()
        return _answer((templates / "dev" / name).read_bytes(), name)
    name = f"{address}index.html" if not address or address.endswith("/") else address
    revision = session.revision
    found = session.file(name)
    if found is None:
        return _missing()
    if isinstance(found, bytes):
        return _answer(_with_panel(found, revision) if name.endswith(".html") else found, name)
    return _answer(_with_panel(_instead(found).encode(), revision), "mistakes.html")


def _with_panel(page: bytes, revision: int) -> bytes:
    """The page with the panel's script and style; it may ask this server for news and knows its revision."""
    html = page.decode()
    if "connect-src 'self'" not in html:
        html = html.replace(_CLOSED, f"{_CLOSED}connect-src 'self'; ", 1)
    if "script-src 'self'" not in html:
        html = html.replace(_CLOSED, f"{_CLOSED}script-src 'self'; ", 1)
    return html.replace("</head>", f"{_HEAD.format(revision)}</head>", 1).encode()


def _instead(found: "tuple[Diagnostic, ...] | str") -> str:
    """A page that says what keeps the one that was asked for from being made."""
    if isinstance(found, str):
        return _MISTAKES.format(count=1, mistakes=Markup("<pre>{}</pre>").format(found))
    return _MISTAKES.format(count=len(found), mistakes=Markup("").join(_mistakes(found)))


def _mistakes(found: Iterable[Diagnostic]) -> Iterable[Markup]:
    for each in found:
        yield _MISTAKE.format(
            place=each.place,
            code=each.code.id,
            message=each.message,
            line=each.place.source.line(each.place.line) or "",
            advice=each.advice,
        )


def _answer(body: bytes, name: str) -> Answer:
    headers = {"Content-Type": type_of(name), "Cache-Control": "no-store"}
    return Answer(status=HTTPStatus.OK, headers=headers, body=body)


def _missing() -> Answer:
    headers = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}
    return Answer(status=HTTPStatus.NOT_FOUND, headers=headers, body=b"not found")
