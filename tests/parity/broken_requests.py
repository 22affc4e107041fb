"""Requests that are no JSON, or say what no request should: the edges of the readers of JSON, numbers and dates."""

from typing import Final

FRAME: Final = '{"policy":"shanghai-points","on":"2026-06-30","answers":{%s}}'
TEXTS: Final = (
    *("", "{", "}", "[]", "null", "1", '"x"', "nul", "true", "{}"),
    *('{"a":1,"a":2}', '{"a":1,"a":2', '{"b":{"a":1,"a":2}}', '[{"a":1,"a":2}]', '{"":1,"":2}'),
    *('{"a":[1,{"c":{"x":1,"x":1}}],"a":2}', '{"a.b[0]":{"é":1,"é":2}}'),
    *("[" * 51 + "]" * 51, "[" * 50 + "]" * 50, "[" * 60),
    *('{"a":"' + "[" * 60 + '"}', '{"a":"' + "[" * 60, '{"a":"\\"' + "[{" * 30 + '"}'),
    '{"policy":"shanghai-points","on":"2026-06-30","answers":{},"assumed":["x"]}',
    '{"policy":"shanghai-points","on":"2026-06-30","answers":{},"extra":1}',
    '{"policy":"x","on":"2026-06-30","answers":{}}',
    '{"policy":"shanghai-points","on":"2010-07-02","answers":{}}',
    '{"on":"2026-06-30","answers":{}}',
)
NUMBERS: Final = (
    *("1.5e3", "1e99", "1e999", "-0.0", "-0", "0.1234567890123456", "123456789012345678"),
    *("99999.99", '"12.5"', '"１２"', "1E2", "0.000001", "1.10", "01", "1.", ".5", "-", "+1"),
    *("NaN", "Infinity", "-Infinity", "9" * 4301, "9" * 4300, "0." + "9" * 200),
)
WORDS: Final = (
    *("docter", "\\u0064octor", "doctor\\ud83d\\ude00", "\\ud83d", "a\\u0000b\\b\\f\\n\\u001f"),
    *(
        "a\x01b",
        "a\tb",
        "\\x",
        "\\u12",
        "\\u12G4",
        "长" * 60,
        "😀",
        "x" * 80,
        '/\\/\\\\\\"',
        "\x7f\x80",
    ),
)
DATES: Final = (
    *('"1990-02-29"', '"0000-01-01"', '"0001-01-01"', '"9999-12-31"', '"1900-02-29"'),
    *('"1980-01-1"', '"1980-1-01x"', "19800101", "null", "true"),
)
ROWS: Final = (
    "",
    (
        '{"from":"2024-01","to":"2024-02","base":"10000"},{"from":"2024-01","to":"2024-02","base":1},'
        '{"from":"2024-01","to":"2024-02","base":2}'
    ),
    '{"from":"2020-01","ongoing":true,"base":12000.5}',
    '{"from":"2020-01","ongoing":true,"to":"2020-02","base":1}',
    '{"from":"1979-01","to":"2020-02","base":1}',
    '{"from":"2020-01","to":"2020-02","base":0}',
    '{"from":"2020-01","to":"2020-02","base":100000000000000}',
    ",".join(
        f'{{"from":"{2010 + month // 12}-{month % 12 + 1:02}","to":"{2010 + month // 12}-{month % 12 + 1:02}",'
        f'"base":{10_000 + month}}}'
        for month in range(150)
    ),
)
STEP: Final = 37
"""Signs between the places at which a right request is spoilt."""


def broken_requests(right: str) -> list[str]:
    """Return them; ``right`` is a request that is spoilt in many places, too."""
    return [
        *TEXTS,
        *(FRAME % f'"tax_yearly":{number}' for number in NUMBERS),
        FRAME % '"share_percent":33.333333333333336,"tax_yearly":300000',
        FRAME % '"share_percent":"33.3","tax_yearly":"300000.05"',
        *(FRAME % f'"education":"{word}"' for word in WORDS),
        FRAME % '"education":"abc',
        *(FRAME % f'"birth_date":{date}' for date in DATES),
        FRAME % '"birth_date":"1990-01-01","birth_date":"1990-01-02"',
        *(FRAME % f'"detentions":[{",".join(['"2024-01-01"'] * many)}]' for many in (2, 100, 101)),
        *(FRAME % f'"readings":{readings}' for readings in ('{"x":1}', "null", "[]")),
        *(FRAME % f'"contributions":[{rows}]' for rows in ROWS),
        FRAME % f'"contributions":[{ROWS[-1]}',
        *(f" \n\t\r{right} \n", f"\ufeff{right}", f"{right}x", right + right, right[:-1]),
        right.replace(":", ":\u00a0"),
        f"{right[:-1]},}}",
        *(right[:at] + sign + right[at:] for at in range(0, len(right), STEP) for sign in '{,"'),
    ]
