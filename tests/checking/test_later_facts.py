"""A figure that no score rests on changes with an announced edition: pages say the right one on either side of the day."""

from pathlib import Path

import pytest

from generator.checking import check, load_checked
from generator.diagnostics import Code
from generator.loading.model import PolicyText
from tests.checking.changing_over import shown_after, shown_before, texts_of, told
from tests.checking.test_announced_edition import WRITTEN
from tests.diagnostics.patching import apply, changed_policy

FACTS = """\
- fact: decision_days
  says: 多久作出核定
  value: 20
  unit: 天
  document: rules-2022
  clause: 第七条
  authority: text
  confidence: A
  later:
    - {from: 2026-01-01, value: 15, document: rules-2026, clause: 第八条, authority: text, confidence: C}
"""
SAYING = """\
edit pages/steps.md
+多久核定：{{ fact("decision_days") }} 天{{ certainty("decision_days") }}。
edit editions/2022-01-01/texts/spouse.md
+
+核定要 {{ fact("decision_days") }} 天。
"""
OLD, NEW = (
    "editions/2022-01-01/indicators/spouse.html",
    "editions/2026-01-01/indicators/spouse.html",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = changed_policy(WRITTEN, tmp_path_factory.mktemp("facts"))
    (folder / "facts.yaml").write_text(FACTS, "utf-8")
    apply(SAYING, folder)
    told(folder)
    return folder


@pytest.fixture(scope="module")
def policy(folder: Path) -> PolicyText:
    return load_checked(folder)


def test_each_side_of_the_day_has_its_own_figure(policy: PolicyText) -> None:
    pages = texts_of(policy, ("steps.html", "sources.html", OLD, NEW))
    for address, before, after in (("steps.html", "20 天", "15 天"), ("sources.html", "20", "15")):
        assert before in shown_before(pages[address])
        assert after not in shown_before(pages[address]).replace("15 日", "")
        assert after in shown_after(pages[address])
    assert "核定要 20 天" in shown_before(pages[OLD])
    assert "核定要 20 天" in shown_after(pages[OLD])
    assert "核定要 15 天" in shown_before(pages[NEW])
    assert "核定要 15 天" in shown_after(pages[NEW])


def test_later_figures_stand_in_the_order_of_their_days(folder: Path) -> None:
    later = FACTS[FACTS.index("    - {from") :]
    text = FACTS + later.replace("2026-01-01", "2025-12-31")
    (folder / "facts.yaml").write_text(text, "utf-8")
    found = [each.code for each in check(folder, shown="toy")]
    (folder / "facts.yaml").write_text(FACTS, "utf-8")
    assert Code.NOT_RISING in found
