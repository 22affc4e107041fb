"""The toy's public face: the same shape as the real package's, with nothing of its rules."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from typing import assert_never

from .scoring.words import Word, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """Holds the policy; every method takes and returns text and never raises."""

    policy: str

    def answer(self, method: str, text: str) -> bytes:
        """The answer of the method of that name as UTF-8; how the browser asks."""
        ask: Callable[[str], str] = getattr(self, method)
        return ask(text).encode(errors="replace")

    def answer_on(self, sheet: bytearray, method: str, length: int) -> int | bytes:
        """The same for a request that stands on a sheet, where the answer goes too if there is room."""
        answer = self.answer(method, sheet[:length].decode())
        if len(answer) > len(sheet):
            return answer
        sheet[: len(answer)] = answer
        return len(answer)

    def score_json(self, text: str) -> str:
        """Echoes the request with a few sums whose results must not depend on where they are made."""
        try:
            request = json.loads(text)
            on = date.fromisoformat(request["on"])
        except (ValueError, KeyError, TypeError):
            return _error("on", "a request has a date")
        word = read(str(request.get("word", "")))
        match word:
            case Word.YES | Word.NO:
                points = Fraction(on.day, 7) + Fraction(1, 3)
            case _:
                assert_never(word)
        return json.dumps(
            {
                "policy": self.policy,
                "on": on.isoformat(),
                "weekday": on.isoweekday(),
                "points": str(points),
                "exact": str(Decimal(on.year) / Decimal(7)),
                "word": request.get("word"),
            },
            ensure_ascii=False,
        )

    def seldom_json(self, text: str) -> str:
        """Needs a module of the package, and one of the library, that nothing else imports."""
        from colorsys import rgb_to_hsv  # noqa: PLC0415 (late on purpose)

        from .scoring.seldom import answer  # noqa: PLC0415 (late on purpose)

        return answer(f"{text}{rgb_to_hsv(1, 0, 0)}")

    def rare_json(self, text: str) -> str:
        """Needs a part of the runtime that scoring never runs."""
        return json.dumps(import_module("_md5").md5(text.encode()).hexdigest())

    def greedy_json(self, text: str) -> str:
        """Raises, as no scorer does while it is well."""
        raise MemoryError(text)

    def surroundings_json(self, text: str) -> str:
        """What Python can reach from inside the browser's worker: the state of each door out."""
        doors: list[str] = json.loads(text)
        return json.dumps({door: str(getattr(import_module("js"), door, None)) for door in doors})

    def fetch_json(self, text: str) -> str:
        """Try to reach an address in every way, as code that means harm would; the ways that did not fail at once."""
        js = import_module("js")
        fetch = js.Object.getPrototypeOf(js.Object.getPrototypeOf(js.self))
        code = f"import('{text}')"
        tries: dict[str, Callable[[], object]] = {
            "fetch": lambda: js.fetch(text).catch(lambda _: None),
            "fetch of the prototype": lambda: fetch.fetch.call(js.self, text).catch(lambda _: None),
            "cache": lambda: js.caches.open("x").then(lambda cache: cache.add(text)),
            "cache of the prototype": lambda: fetch.caches.open("x"),
            "font": lambda: js.FontFace.new("x", f"url({text})").load(),
            "eval": lambda: js.eval(code),
            "function": lambda: js.Function.new(code),
            "constructor": lambda: js.Object.constructor.new(code),
            "timer": lambda: js.setTimeout(code, 0),
        }
        return json.dumps([name for name, reach in tries.items() if _goes_through(reach)])


def _goes_through(reach: Callable[[], object]) -> bool:
    try:
        reach()
    except Exception:  # noqa: BLE001 -- whatever stops it
        return False
    return True


def load(policy_text: str) -> Scorer:
    """The scorer of a policy; raises ValueError for a policy that has no name."""
    return Scorer(policy=str(json.loads(policy_text)["name"]))


def _error(path: str, message: str) -> str:
    return json.dumps({"error": {"path": path, "message": message}}, ensure_ascii=False)
