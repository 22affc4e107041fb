"""The result as a picture to keep, drawn in the page."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.paging.addresses import OFFLINE
from tests.browser_scripts import global_script
from tests.calculator.conftest import Visit, open_page

pytestmark = pytest.mark.browser

LOOK = """async ($image) => {
  await $image.decode();
  const { naturalWidth: width, naturalHeight: height } = $image;
  const $canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = $canvas.getContext('2d');
  context.drawImage($image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colours = new Set(new Uint32Array(data.buffer));
  const corner = [...data.slice(-4)];
  const decoded = globalThis.decoder && decoder.default({ width, height, data });
  return { width, height, colours: colours.size, corner, decoded };
}"""


def ask_for_picture(visit: Visit, person: str = "company_owner") -> None:
    visit.choose_person(person)
    expect(visit.slot("outlook-sentence")).not_to_be_empty()
    visit.page.locator("[data-action=picture]").click()


def test_the_picture_holds_the_result_and_nothing_is_asked_for(calculator: Visit) -> None:
    calculator.page.emulate_media(color_scheme="dark")
    ask_for_picture(calculator)
    calculator.requests.clear()
    calculator.complaints.clear()
    calculator.page.locator("[data-action=picture]").click()
    image = calculator.slot("picture").locator("img")
    sentence = calculator.slot("sentence").inner_text()
    expect(image).to_have_attribute("alt", f"模拟结果的图片：{sentence}")
    seen = image.evaluate(LOOK)
    assert seen["width"] == 1080
    assert 1000 < seen["height"] < 3000
    assert seen["colours"] > 20
    assert seen["corner"] == [0xFD, 0xFC, 0xF9, 255], "it is light on a dark page too"
    assert [url for url in calculator.requests if not url.startswith("data:")] == []
    assert calculator.complaints == []
    calculator.page.emulate_media(color_scheme="light")


def test_its_code_leads_to_the_calculator_without_the_answers(calculator: Visit) -> None:
    ask_for_picture(calculator)
    decoder = global_script("export { default } from 'qr/decode.js';", "decoder")
    calculator.page.evaluate(f"() => {{ {decoder}; globalThis.decoder = decoder; }}")
    seen = calculator.slot("picture").locator("img").evaluate(LOOK)
    calculator.page.evaluate("() => { delete globalThis.decoder; }")
    assert seen["decoded"] == calculator.page.url.split("#")[0]


def test_it_can_be_downloaded_and_goes_when_the_answers_change(calculator: Visit) -> None:
    ask_for_picture(calculator, "local_spouse")
    with calculator.page.expect_download() as download:
        calculator.slot("picture-download").click()
    assert download.value.suggested_filename == "hujifen-2026-06-30.png"
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    calculator.pick("education", "bachelor")
    expect(calculator.slot("picture")).to_be_hidden()
    expect(calculator.page.locator("[data-slot=picture] img")).to_have_count(0)


@pytest.mark.parametrize(
    "refusal",
    [
        "HTMLCanvasElement.prototype.getContext = () => null",
        "HTMLCanvasElement.prototype.toDataURL = () => { throw new Error('refused'); }",
    ],
)
def test_where_a_page_may_not_draw_it_says_so(newcomer: Visit, refusal: str) -> None:
    newcomer.page.evaluate(f"() => {{ {refusal}; }}")
    ask_for_picture(newcomer)
    expect(newcomer.slot("kept-note")).to_contain_text("不让网页画图")
    expect(newcomer.slot("picture")).to_be_hidden()


def test_the_single_file_draws_it_too(chromium: Browser, whole_site: Path) -> None:
    context = chromium.new_context(offline=True)
    visit = open_page(context, (whole_site / OFFLINE).as_uri())
    assert visit.ready() == "ready"
    ask_for_picture(visit)
    assert visit.slot("picture").locator("img").evaluate(LOOK)["width"] == 1080
    assert visit.complaints == []
    context.close()
