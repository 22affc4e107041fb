"""All answers that are kept, as the engine gives them now: a document for each file of this folder.

Documents leave out what a reader has seen already: an award or a condition that is the same as the blank person's (on the day that
most cases of the edition have; on the edge: as where nothing is answered), and those answers of a plan's request that
are the same as in the request itself; the timeline of an outlook, and all but the scores of two compared editions. Nothing
else is left out.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from statistics import mode
from tempfile import TemporaryDirectory
from typing import Any

from generator import paths
from generator.loading import load as load_data
from generator.loading import load_scoring_text
from generator.loading.checklist import checklist, read_checklist
from generator.loading.model import PolicyText
from generator.scorer import load
from tests.diagnostics.patching import changed_policy
from tests.outcomes.layout import exact, laid_out
from tests.outcomes.people import (
    EVERY_KIND,
    HERE,
    PEOPLE,
    TOY_PEOPLE,
    Edge,
    Person,
    Request,
    blank_request,
    edition_on,
    read_edges,
    read_pastes,
    read_people,
)
from tests.policies import TOY_CHECKLIST, TOY_POLICY
from tests.shipped import SHIPPED_POLICY

WITHOUT_LEDGER = paths.PROJECT / "tests" / "toy_without_ledger"

type Answer = dict[str, Any]
type Engine = Callable[[str, str], str]
"""What answers: the name of a method and the JSON text of a request in, that of the answer out."""


def answering(document: str) -> Engine:
    """Return the engine of a scoring document."""
    scorer = load(document)
    return lambda method, text: scorer.reply(method, text).text


def outcomes(engine_of: Callable[[str], Engine] = answering) -> dict[str, str]:
    """Return the text of each file by its path in this folder; ``engine_of`` takes a scoring document."""
    data, toy, kinds = load_data(SHIPPED_POLICY), load_data(TOY_POLICY), _policy_of_every_kind()
    engines = {code: engine_of(text) for code, text in _scoring_texts(data, toy, kinds).items()}
    toy_documents = _policy(engines[toy.code], toy, TOY_PEOPLE)
    documents = {
        **_policy(engines[data.code], data, PEOPLE),
        **{f"{toy.code}/{path}": document for path, document in toy_documents.items()},
        **_every_kind(engines[kinds.code], kinds),
        "pastes.json": _pastes(engines[data.code]),
        "edges.json": _edges(engines),
    }
    return {path: laid_out(document) for path, document in documents.items()}


def _policy_of_every_kind() -> PolicyText:
    with TemporaryDirectory() as folder:
        return load_data(changed_policy(HERE / EVERY_KIND, Path(folder)))


def _scoring_texts(*known: PolicyText) -> dict[str, str]:
    """Return the scoring documents of all policies that are asked, by their codes."""
    guild = checklist(read_checklist(TOY_CHECKLIST, TOY_CHECKLIST.name))
    texts = [each.scoring_text for each in known]
    texts += [load_scoring_text(WITHOUT_LEDGER), guild.scoring_text]
    return {json.loads(text)["policy"]: text for text in texts}


def _every_kind(engine: Engine, data: PolicyText) -> dict[str, Answer]:
    """Return what people of the toy policy with rules of every kind are told."""
    people = f"{EVERY_KIND}/people.yaml"
    first = read_people(people, data)[0]
    blank = _asked(engine, "score_json", first.request)
    kept = _people(engine, data, people, {blank["edition"]: blank})
    return {f"{EVERY_KIND}/{path}": document for path, document in kept.items()} | {
        f"{EVERY_KIND}/blank.json": blank
    }


def _policy(engine: Engine, data: PolicyText, people: str) -> dict[str, Answer]:
    """Return what is kept of a policy's cases and of a file of people, by the edition's code and the topic."""
    days: dict[str, list[str]] = defaultdict(list)
    for case in data.cases:
        days[case.edition].append(str(case.request["on"]))
    blanks = {
        edition: _asked(engine, "score_json", blank_request(mode(on), people, data))
        for edition, on in days.items()
    }
    return {
        **_verdicts(engine, data, blanks),
        **_people(engine, data, people, blanks),
        **_guided(engine, data, people),
    }


def _verdicts(engine: Engine, data: PolicyText, blanks: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the verdicts of all golden cases, a document for each topic of each edition."""
    documents = {f"{edition}/verdicts/blank.json": blank for edition, blank in blanks.items()}
    for case in data.cases:
        document = documents.setdefault(f"{case.edition}/verdicts/{case.topic}.json", {})
        verdict = _asked(engine, "score_json", dict(case.request))
        document[case.name] = _beside_blank(verdict, blanks[case.edition])
    return documents


def _people(
    engine: Engine, data: PolicyText, people: str, blanks: Mapping[str, Answer]
) -> dict[str, Answer]:
    """Return what the people are told, a document for each edition and kind of question."""
    documents: dict[str, Answer] = {}

    def keep(person: Person, topic: str, answer: Answer) -> None:
        documents.setdefault(f"{edition}/{topic}.json", {})[person.name] = answer

    for person in read_people(people, data):
        verdict = _asked(engine, "score_json", person.request)
        edition = edition_on(person.request["on"], data).code
        keep(person, "people", _beside_blank(verdict, blanks[edition]))
        keep(person, "timelines", _asked(engine, "timeline_json", person.timeline()))
        plans = _asked(engine, "plans_json", person.plans())
        keep(person, "plans", _beside_request(plans, person.request))
        keep(person, "reverse", _asked(engine, "reverse_json", person.reverse()))
        keep(person, "readings", _asked(engine, "readings_json", person.request))
        if person.has_ledger():
            keep(person, "ledger", _asked(engine, "ledger_json", person.request))
    return documents


def _guided(engine: Engine, data: PolicyText, people: str) -> dict[str, Answer]:
    """Return what stands beside the points of the people: their outlooks and papers, and how editions differ for them."""
    deadlines = [deadline.code for deadline in data.guide.deadlines]
    documents: dict[str, Answer] = {"outlooks.json": {}, "papers.json": {}, "editions.json": {}}
    for number, person in enumerate(read_people(people, data)):
        outlook = _asked(engine, "outlook_json", person.outlook(number, deadlines))
        documents["outlooks.json"][person.name] = _without_timeline(outlook)
        documents["papers.json"][person.name] = _asked(engine, "papers_json", person.request)
        editions = _asked(engine, "editions_json", person.request)
        documents["editions.json"][person.name] = _with_scores_alone(editions)
    return documents


def _without_timeline(outlook: Answer, of: str = "outlook") -> Answer:
    """Return an outlook without its timeline, its calendar line by line; other answers as they are."""
    if of != "outlook":
        return outlook
    calendar = {"calendar": outlook["calendar"].split("\r\n")} if "calendar" in outlook else {}
    return {key: value for key, value in outlook.items() if key != "timeline"} | calendar


def _with_scores_alone(editions: Answer) -> Answer:
    if "verdicts" not in editions:
        return editions
    kept = ("on", "outcome", "score", "score_range", "error")
    verdicts = [
        {key: verdict[key] for key in kept if key in verdict} for verdict in editions["verdicts"]
    ]
    return {**editions, "verdicts": verdicts}


def _pastes(engine: Engine) -> Answer:
    return {name: _asked(engine, "paste_json", {"lines": text}) for name, text in read_pastes()}


def _edges(engines: Mapping[str, Engine]) -> Answer:
    """Return what is said of requests on the edge, beside what is said where nothing is answered."""
    first, *others = (
        (edge.name, _without_timeline(_answer_at(edge, engines[edge.policy]), of=edge.ask))
        for edge in read_edges()
    )
    return dict([first]) | {name: _beside_blank(answer, first[1]) for name, answer in others}


def _answer_at(edge: Edge, engine: Engine) -> Answer:
    answer: Answer = exact(engine(f"{edge.ask}_json", edge.text))
    return answer


def _asked(engine: Engine, method: str, request: Request) -> Answer:
    answer: Answer = exact(engine(method, json.dumps(request)))
    return answer


def _beside_blank(verdict: Answer, blank: Answer) -> Answer:
    """Return a verdict without the awards and conditions that it shares with the blank person's of its edition."""
    if "awards" not in verdict or _indicators(verdict) != _indicators(blank):
        return verdict
    return {
        **verdict,
        **{key: _others(verdict[key], blank[key]) for key in ("conditions", "awards")},
    }


def _others(own: list[Answer], blank: list[Answer]) -> list[Answer]:
    return [each for each, other in zip(own, blank, strict=True) if each != other]


def _indicators(verdict: Answer) -> list[str]:
    return [award["indicator"] for award in verdict["awards"]]


def _beside_request(answer: Answer, request: Request) -> Answer:
    """Return plans whose requests hold only what the first request doesn't; what they drop is null."""
    if "plans" not in answer:
        return answer
    plans = [
        {**plan, "request": _changes(plan["request"], request)} if "request" in plan else plan
        for plan in answer["plans"]
    ]
    return {**answer, "plans": plans}


def _changes(changed: Mapping[str, Any], request: Mapping[str, Any]) -> Answer:
    found: Answer = {}
    for key in _keys(changed, request):
        new, old = changed.get(key), request.get(key)
        if isinstance(new, dict) and isinstance(old, dict):
            if changes := _changes(new, old):
                found[key] = changes
        elif new != old or (key in changed) is not (key in request):
            found[key] = new
    return found


def _keys(*objects: Iterable[str]) -> dict[str, None]:
    return {key: None for keys in objects for key in keys}
