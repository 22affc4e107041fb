from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from markupsafe import Markup

from generator import paths
from generator.loading import load
from generator.loading.model import PolicyText
from generator.paging.editions import scored_editions
from generator.paging.placement import PolicyLink
from generator.paging.worked_examples import WorkedExamples
from generator.rendering.filters import with_unit
from generator.rendering.pages import page_environment
from generator.rendering.prose import ProseError
from generator.scorer import load as load_scorer
from tests.checking.pages import pages_of
from tests.diagnostics.patching import TOY_POLICY, apply
from tests.shipped import shipped_policy

type Show = Callable[[str], Markup]


@pytest.fixture(scope="module")
def policy() -> PolicyText:
    return shipped_policy()


@pytest.fixture(scope="module")
def show(policy: PolicyText) -> Show:
    score_json = load_scorer(policy.scoring_text).score_json
    examples = WorkedExamples(
        policy.cases, scored_editions(policy), score_json, policy.current.code
    )
    prose = page_environment(paths.SITE_TEMPLATES, policy, examples, ()).filters["prose"]

    def shown(text: str) -> Markup:
        made: Markup = prose(text, "texts/sample.md")
        return made

    return shown


def test_figures_come_by_reference(policy: PolicyText, show: Show) -> None:
    assert show("满 {{ standard_score }} 分") == f"<p>满 {policy.current.standard_score} 分</p>"
    per = policy.indicators[policy.current.code]["tax"].rule["per"]
    assert isinstance(per, int)
    assert show('{{ figure("tax.rule.per") }}元') == f"<p>{with_unit(per, '元')}</p>"


def test_a_passage_stands_only_of_editions_that_have_its_indicator(show: Show) -> None:
    assert show('{% if has_indicator("age") %}有{% else %}没有{% endif %}') == "<p>有</p>"
    assert (
        show('{% if has_indicator("gone") %}{{ figure("gone.rule.cap") }}{% endif %}无')
        == "<p>无</p>"
    )


def test_a_worked_example_stands_where_it_is_named(policy: PolicyText, show: Show) -> None:
    case = next(
        case for case in policy.cases if case.expect.score is not None and '"' not in case.name
    )
    html = show(f'前\n\n{{{{ case("{case.name}") }}}}\n\n后')
    assert html.startswith("<p>前</p>\n<section")
    assert f'<td class="points">{case.expect.score}</td></tr></tfoot>' in html


def test_an_official_page_is_opened_and_learns_nothing_of_the_reader(show: Show) -> None:
    html = show('见{{ official("one-stop") }}。')
    assert '<a href="https://zwdt.sh.gov.cn/" rel="noopener noreferrer">' in html
    assert "记下的网址" in html, "the reader is told when somebody saw the address"


def test_another_policy_of_the_site_is_a_link_and_alone_its_words(
    policy: PolicyText, show: Show
) -> None:
    text = '见{{ policy("hill-town", "山城") }}。'
    assert show(text) == "<p>见山城。</p>"
    examples = WorkedExamples(policy.cases, scored_editions(policy), str, policy.current.code)
    link = PolicyLink(title="山城积分", says="", address="hill-town/index.html")
    beside = page_environment(paths.SITE_TEMPLATES, policy, examples, (), [link]).filters["prose"]
    assert beside(text, "x.md") == '<p>见<a href="site:hill-town/index.html">山城</a>。</p>'
    with pytest.raises(ProseError, match="no policy lake-town"):
        beside('{{ policy("lake-town", "湖城") }}', "x.md")


def test_a_basis_names_each_source_with_its_clause_and_how_sure_it_is(show: Show) -> None:
    html = show('一。\n\n{{ basis("order-2：第十六条 late-endorsement") }}')
    assert html.startswith('<p>一。</p>\n<p class="basis">')
    assert html.count('href="site:sources.html#doc-') == 2
    assert "第十六条" in html
    assert "条文" in html
    assert "通常做法" in html


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ nothing }}", "texts/sample.md: 'nothing' is undefined"),
        (
            '{{ figure("age.rule.cup") }}',
            "texts/sample.md: figure 'age.rule.cup': there is no 'cup'",
        ),
        ('{{ case("没有") }}', "texts/sample.md: there is no case named '没有'"),
        ('{{ basis("没有") }}', "texts/sample.md: there is no document 没有"),
        ("一\n\n{{ figure( }}", "texts/sample.md:3: "),
    ],
)
def test_what_can_not_be_filled_is_told_with_its_text(show: Show, text: str, message: str) -> None:
    with pytest.raises(ProseError) as caught:
        show(text)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ figure.__globals__ }}",
        "{{ edition.__class__.__init__ }}",
    ],
)
def test_prose_runs_in_a_sandbox(show: Show, text: str) -> None:
    with pytest.raises(ProseError):
        show(text)


def test_the_head_of_a_page_gives_its_figures_wherever_it_is_listed(tmp_path: Path) -> None:
    policy = Path(copytree(TOY_POLICY, tmp_path / "toy"))
    score = "{{ standard_score }} 分"
    apply(
        f"edit pages/steps.md\n-title: 步骤\n-lead: 怎么办。\n-description: 怎么办，要多久。\n"
        f'+title: "{score}以后"\n+lead: "到了 {score}。"\n+description: "{score}还要多久。"\n',
        policy,
    )
    site = pages_of(load(policy))
    pages = site.html()
    for said in ("<title>100 分以后", "<h1>100 分以后</h1>", ">到了 100 分。</p>"):
        assert said in pages["steps.html"]
    for said in ("100 分以后", "100 分还要多久。"):
        assert said in pages["guide.html"]
    assert "100 分以后" in {entry.page for entry in site.entries(site.texts())}
