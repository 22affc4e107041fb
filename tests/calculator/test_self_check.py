"""The self-check reruns every case of the build in the visitor's browser."""

import json
import subprocess

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from generator import paths
from generator.loading.model import PolicyText
from generator.writing.engine.scoring import shipped_files
from tests.browser import StaticHost
from tests.calculator.conftest import open_page

pytestmark = pytest.mark.browser

CASES = "**/assets/cases.*.json"


def test_all_cases_agree_and_the_hash_is_that_of_the_package(
    profile: BrowserContext, site: StaticHost, policy: PolicyText
) -> None:
    visit = open_page(profile, f"{site.url}self-check.html")
    total = f"{len(policy.cases):,}"
    expect(visit.slot("verdict")).to_have_text(f"{total} 例全部一致")
    expect(visit.slot("agreed")).to_have_text(total)
    expect(visit.slot("hash")).to_have_text(scoring_hash())
    assert visit.ready() == "ready"
    visit.page.close()


def test_each_case_that_differs_is_shown(profile: BrowserContext, site: StaticHost) -> None:
    def falsify(route: Route) -> None:
        cases = json.loads(route.fetch().text())[:5]
        cases[1]["verdict"] = '{"score":<b>999</b>}'
        route.fulfill(body=json.dumps(cases), content_type="application/json")

    page = profile.new_page()
    page.route(CASES, falsify)
    page.goto(f"{site.url}self-check.html")
    expect(page.locator("[data-slot=verdict]")).to_have_text("5 例里有 1 例不一致")
    differences = page.locator("[data-slot=differences] li")
    expect(differences).to_have_count(1)
    expect(differences.locator("[data-slot=built]")).to_have_text('{"score":<b>999</b>}')
    page.close()


def test_a_missing_file_of_cases_is_said(profile: BrowserContext, site: StaticHost) -> None:
    page = profile.new_page()
    page.route(CASES, lambda route: route.abort())
    page.goto(f"{site.url}self-check.html")
    expect(page.locator("[data-slot=verdict]")).to_contain_text("刷新页面再试")
    page.close()


def scoring_hash() -> str:
    """What a reader gets who follows the words on the page."""
    files = sorted(
        file.relative_to(paths.PROJECT).as_posix() for file in shipped_files(paths.PACKAGE)
    )
    listed = subprocess.run(
        ["sha256sum", *files], cwd=paths.PROJECT, capture_output=True, check=True
    )
    total = subprocess.run(["sha256sum"], input=listed.stdout, capture_output=True, check=True)
    return total.stdout.decode().split()[0]
