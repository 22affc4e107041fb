"""Looks for accepted requests that cost more than they may: ``make fuzz``.

hypothesis steers towards what takes longer. The costliest of each method is printed; ``--keep`` writes it into
``seeds/requests/``, and ``test_kept_requests.py`` holds every kept one to the bounds from then on.
"""

import argparse
import sys
from hashlib import sha256
from pathlib import Path

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings, target
from hypothesis import strategies as st

from generator.loading import load_scoring_text
from generator.scorer import load
from tests.fuzz.costly import MOST_BYTES, MOST_SECONDS, cost_of
from tests.fuzz.heavy_requests import heavy_requests, methods
from tests.shipped import SHIPPED_POLICY

SEEDS = Path(__file__).parent / "seeds" / "requests"


def main() -> int:
    """Tries each method; 1 where a request was found that costs too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="requests for each method")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--method", choices=methods(), action="append")
    parser.add_argument("--keep", action="store_true", help="write the costliest into seeds/")
    given_options = parser.parse_args()
    policy_text = load_scoring_text(SHIPPED_POLICY)
    found = 0
    for method in given_options.method or methods():
        worst = _worst(policy_text, method, given_options.count, given_options.seed)
        print(f"{method:15} {worst.describe()}")
        if worst.is_too_much:
            found += 1
            print(f"  {worst.text[:300]}")
        if given_options.keep:
            worst.keep()
    return 1 if found else 0


class _Worst:
    """The costliest accepted request of a method so far."""

    def __init__(self, method: str) -> None:
        self.method = method
        self.text = ""
        self.seconds = 0.0
        self.bytes = 0
        self.accepted = 0
        self.tried = 0

    @property
    def is_too_much(self) -> bool:
        return self.seconds > MOST_SECONDS or self.bytes > MOST_BYTES

    def describe(self) -> str:
        return (
            f"{self.tried} tried, {self.accepted} accepted;"
            f" at most {self.seconds * 1000:.0f} ms and {self.bytes / 1e6:.1f} MB"
        )

    def keep(self) -> None:
        SEEDS.mkdir(parents=True, exist_ok=True)
        name = f"{self.method}-{sha256(self.text.encode()).hexdigest()[:12]}.json"
        (SEEDS / name).write_text(self.text, encoding="utf-8")


def _worst(policy_text: str, method: str, count: int, start: int) -> _Worst:
    worst = _Worst(method)
    strategy: st.SearchStrategy[str] = heavy_requests(load(policy_text).policy, method)

    @seed(start)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.target),
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
    )
    @given(text=strategy)
    def attempt(text: str) -> None:
        cost = cost_of(policy_text, method, text)
        worst.tried += 1
        worst.accepted += not cost.is_refused
        target(0.0 if cost.is_refused else cost.seconds, label="seconds")
        if not cost.is_refused:
            worst.bytes = max(worst.bytes, cost.bytes)
            if cost.seconds > worst.seconds:
                worst.seconds, worst.text = cost.seconds, text

    attempt()
    return worst


if __name__ == "__main__":
    sys.exit(main())
