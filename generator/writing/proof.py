"""The last look at the finished site on the disk, before it takes the old one's place: its engines answer right."""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.writing.browser_side import BrowserSide
from generator.writing.engine import (
    Engine,
    SelfCheck,
    require_answers,
    require_as_written,
    require_carried,
    require_samples,
)


def require_answers_of(sides: Iterable[BrowserSide]) -> Callable[[Path], None]:
    """What looks at a folder with the site of these policies; it raises EngineBuildError where one is not answered right.

    Of policies of the same kinds of rules the first is opened as a browser would, with its first gear and its single
    file; the others differ from it in their data alone.
    """

    def require(site: Path) -> None:
        opened: set[object] = set()
        others: list[tuple[BrowserSide, Engine, SelfCheck]] = []
        for side in sides:
            if side.engine is None or side.sample is None:
                continue
            looks = (side.kinds, side.gear is None, not side.offline)
            if looks in opened:
                others.append((side, side.engine, side.sample))
            else:
                opened.add(looks)
                require_answers(
                    site,
                    side.engine,
                    side.sample,
                    side.options,
                    gear=side.gear,
                    single_file=side.offline,
                )
        if others:
            _require_data(site, others)

    return require


def _require_data(site: Path, others: list[tuple[BrowserSide, Engine, SelfCheck]]) -> None:
    """What these policies have for themselves is on the disk as it was made, and their rules are answered right."""
    files = {name: content for side, _, _ in others for name, content in side.files.items()}
    require_as_written(site, files)
    for side, engine, _ in others:
        if side.offline:
            require_carried(site, side.offline, engine, side.options)
    options = others[0][0].options
    require_samples([(engine, sample) for _, engine, sample in others], options)
