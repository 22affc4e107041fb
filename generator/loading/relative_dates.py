"""Dates that a case counts back from the day on which it is asked, such as ``-44y`` or ``-44y+1d``."""

import re
from datetime import date, timedelta

from generator.policy.plain import Plain
from generator.scoring.dates import add_years

_BACK = re.compile(r"-(\d{1,3})y(?:([+-]\d{1,3})d)?|([+-]\d{1,5})d", re.ASCII)


def dated(value: Plain, on: date) -> Plain:
    """The answer with every such date written out; all else as it is.

    Years go back to the same calendar day (from 29 February to 1 March of a common year), then days are added.
    """
    if isinstance(value, list):
        return [dated(item, on) for item in value]
    found = _BACK.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return value
    years, days, only_days = found.groups()
    start = on if years is None else add_years(on, -int(years))
    return (start + timedelta(days=int(days or only_days or 0))).isoformat()
