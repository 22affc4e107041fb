"""Notices of one answer do not depend on which others were given."""

import json

from tests.frozen_policy import frozen_scorer


def test_a_count_longer_than_the_life_is_told_also_where_an_earlier_one_is_not_answered() -> None:
    answers = {"birth_date": "2009-01-01", "public_service_months": 30}
    request = {"policy": "shanghai-points", "on": "2026-06-30", "answers": answers}
    notices = json.loads(frozen_scorer().score_json(json.dumps(request)))["notices"]
    assert [notice["path"] for notice in notices] == ["answers.public_service_months"]
