"""What a copy of the project with one more rule kind says of it: pages and answers, as one JSON document."""

import json
import sys
from pathlib import Path

from generator import paths
from generator.loading import load
from generator.paging.editions import scored_editions
from generator.paging.questions import Use
from generator.rendering.environment import environment
from generator.scorer import load as load_scorer

PAGE = """
{% from "components/rule/rule.html.j2" import rule %}
{% from "components/rate/rate.html.j2" import rate %}
{% from "components/points_summary/points_summary.html.j2" import points_summary %}
{{ rule(use.indicator.rule) }}|{{ rate(use) }}|{{ points_summary(use.indicator) }}
"""

policy = load(Path(sys.argv[1]))
scorer = load_scorer(policy.scoring_text)
usual = {"education": "college", "full_months": 5, "half_months": 5}


def asked(method: str, answers: dict[str, object], **more: object) -> object:
    everything = {**policy.people["nobody"].answers, **usual, **answers}
    changed = {"policy": "toy-town", "on": "2023-06-15", "answers": everything, **more}
    return json.loads(scorer.reply(method, json.dumps(changed)).text)


indicator = scored_editions(policy)[-1].indicators["club"]
print(
    json.dumps(
        {
            "page": environment(paths.SITE_TEMPLATES)
            .from_string(PAGE)
            .render(use=Use(code="club_member", indicator=indicator)),
            "score": asked("score_json", {"club_member": True, "joined": "2020-06-15"}),
            "timeline": asked(
                "timeline_json", {"club_member": True, "joined": "2021-01-01"}, until="2025-12-31"
            ),
            "plans": asked("plans_json", {"club_member": False, "joined": "2015-01-01"}),
        }
    )
)
