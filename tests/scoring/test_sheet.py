"""A request that stands on a sheet of memory gets the same answer as any other."""

import json

from tests.frozen_policy import frozen_scorer

REQUEST = json.dumps({"policy": "shanghai-points", "on": "2026-06-30", "answers": {}})


def test_an_answer_takes_the_place_of_its_request_where_there_is_room_for_it() -> None:
    scorer = frozen_scorer()
    answer = scorer.answer("score_json", REQUEST)
    for room in (len(answer), len(answer) + 1):
        sheet = bytearray(room)
        sheet[: len(REQUEST)] = REQUEST.encode()
        assert scorer.answer_on(sheet, "score_json", len(REQUEST)) == len(answer)
        assert sheet[: len(answer)] == answer


def test_an_answer_without_room_is_given_by_itself() -> None:
    scorer = frozen_scorer()
    answer = scorer.answer("score_json", REQUEST)
    sheet = bytearray(len(answer) - 1)
    sheet[: len(REQUEST)] = REQUEST.encode()
    assert scorer.answer_on(sheet, "score_json", len(REQUEST)) == answer
