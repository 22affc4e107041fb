"""What axe has against an open page."""

from collections.abc import Mapping
from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import JSHandle, Page

ALL_RULES: Final[Mapping[str, Any]] = {}
NO_COLOURS: Final[Mapping[str, Any]] = {"rules": {"color-contrast": {"enabled": False}}}
SIZES: Final[Mapping[str, Any]] = {"runOnly": ["target-size"]}
COLOURS: Final[Mapping[str, Any]] = {"runOnly": ["color-contrast"]}

RUN: Final = """async ([options, chosen]) => {
  const { violations } = await axe.run(chosen ? { include: chosen } : document, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html.slice(0, 120)]));
}"""
ONE_OF_EACH_LOOK: Final = """() => {
  const properties = [
    'color', 'background-color', 'background-image', 'opacity', 'filter', 'mix-blend-mode',
    'font-size', 'font-weight', 'text-shadow', '-webkit-text-stroke', 'display', 'visibility',
    'position', 'z-index', 'overflow', 'clip', 'clip-path', 'text-indent',
  ];
  const numbers = new Map();
  const looks = new Map();
  // The number of everything that decides how an element looks: its own style and that of all around it.
  const lookOf = ($element) => {
    if (!$element) return '';
    if (!looks.has($element)) {
      const all = [lookOf($element.parentElement), $element.tagName, $element.matches(':disabled, [aria-disabled], [inert]')];
      for (const part of [null, '::before', '::after']) {
        const style = getComputedStyle($element, part);
        if (part && style.content === 'none') continue;
        all.push(part, ...properties.map((property) => style.getPropertyValue(property)));
      }
      const look = all.join(';');
      if (!numbers.has(look)) numbers.set(look, numbers.size);
      looks.set($element, numbers.get(look));
    }
    return looks.get($element);
  };
  const chosen = new Map();
  for (const $element of document.body.querySelectorAll('*')) {
    const isText = [...$element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!isText && !$element.matches('input, select, textarea, button')) continue;
    const { left, right, height } = $element.getBoundingClientRect();
    if (!height || !$element.checkVisibility()) continue;
    const look = `${lookOf($element)} ${left < 0 || right > innerWidth}`;
    if (!chosen.has(look)) chosen.set(look, $element);
  }
  return [...chosen.values()];
}"""
"""The first of all elements in sight with text that look the same and lie in places that look the same."""


def found_by_axe(page: Page) -> list[tuple[str, str]]:
    """Return each violation by its rule, with the beginning of the element.

    Contrasts are asked of one element of each look: to judge them takes axe longer than all else, and pages say most
    things in few looks. Only violations are written out: to name every element that is right takes longer than to judge it.
    """
    return [*found_by_rules(page, NO_COLOURS), *colours_found_by_axe(page)]


def found_by_rules(page: Page, options: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the violations of the rules that axe's own ``options`` choose, on the whole page."""
    return _run(page, options)


def colours_found_by_axe(page: Page) -> list[tuple[str, str]]:
    """Return each contrast that is too weak, asked of one element of each look."""
    return _run(page, COLOURS, page.evaluate_handle(ONE_OF_EACH_LOOK))


def _run(
    page: Page, options: Mapping[str, Any], chosen: JSHandle | None = None
) -> list[tuple[str, str]]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    asked = {**options, "resultTypes": ["violations"]}
    return [(rule, html) for rule, html in page.evaluate(RUN, [asked, chosen])]
