"""What axe has against an open page."""

from collections.abc import Mapping
from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ALL_RULES: Final[Mapping[str, Any]] = {}
RULES_OF_COLOURS: Final = ("color-contrast", "link-in-text-block")
NO_COLOURS: Final[Mapping[str, Any]] = {
    "rules": {rule: {"enabled": False} for rule in RULES_OF_COLOURS}
}
SIZES: Final[Mapping[str, Any]] = {"runOnly": ["target-size"]}
COLOURS: Final[Mapping[str, Any]] = {"runOnly": list(RULES_OF_COLOURS)}

type Right = set[int]
"""Looks of which axe has judged an element and found nothing, on whatever page: it judges no second one."""

RUN: Final = """async (options) => {
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html.slice(0, 120)]));
}"""
RUN_FOR_CHOSEN: Final = """async ([options, elements, looks]) => {
  const chosen = looks.map((look) => elements.get(look));
  chosen.forEach(($element) => $element.setAttribute('data-chosen', ''));
  // What is to be included would be so with all that is in it.
  axe.configure({ rules: options.runOnly.map((id) => ({ id, selector: '[data-chosen]' })) });
  const { violations } = await axe.run(document, options);
  axe.reset();
  chosen.forEach(($element) => $element.removeAttribute('data-chosen'));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ element }) => [id, element.outerHTML.slice(0, 120)]));
}"""
ONE_OF_EACH_LOOK: Final = """() => {
  const properties = [
    'color', 'background-color', 'background-image', 'opacity', 'filter', 'mix-blend-mode',
    'font-size', 'font-weight', 'font-style', 'font-family', 'text-shadow', '-webkit-text-stroke',
    'text-decoration', 'border-style', 'border-width', 'outline', 'display', 'visibility',
    'position', 'z-index', 'overflow', 'clip', 'clip-path', 'text-indent',
  ];
  const page = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query).matches);
  // A text as a number of 53 bits, the same on every page.
  const numberOf = (text) => {
    let [high, low] = [0xdeadbeef, 0x41c6ce57];
    for (let at = 0; at < text.length; at += 1) {
      high = Math.imul(high ^ text.charCodeAt(at), 2654435761);
      low = Math.imul(low ^ text.charCodeAt(at), 1597334677);
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return 4294967296 * (2097151 & low) + (high >>> 0);
  };
  const looks = new Map();
  // The number of everything that decides how an element looks: its own style and that of all around it.
  const lookOf = ($element) => {
    if (!$element) return numberOf(page.join());
    if (!looks.has($element)) {
      const all = [lookOf($element.parentElement), $element.tagName, $element.matches(':disabled, [aria-disabled], [inert]')];
      for (const part of [null, '::before', '::after']) {
        const style = getComputedStyle($element, part);
        if (part && style.content === 'none') continue;
        all.push(part, ...properties.map((property) => style.getPropertyValue(property)));
      }
      looks.set($element, numberOf(all.join(';')));
    }
    return looks.get($element);
  };
  const chosen = new Map();
  axe.setup(document.documentElement);
  for (const $element of document.body.querySelectorAll('*')) {
    const isText = [...$element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const isLink = $element.matches('a[href]');
    if (!isText && !isLink && !$element.matches('input, select, textarea, button')) continue;
    const { left, right, height } = $element.getBoundingClientRect();
    if (!height || !$element.checkVisibility()) continue;
    const look = [
      lookOf($element),
      left < 0 || right > innerWidth,
      // Of a single sign axe is never sure.
      /[\\p{L}\\p{N}].*[\\p{L}\\p{N}]/su.test($element.textContent),
      isLink && axe.commons.dom.isInTextBlock($element),
    ];
    const number = numberOf(look.join());
    if (!chosen.has(number)) chosen.set(number, $element);
  }
  axe.teardown();
  return chosen;
}"""
"""The first of all elements in sight with text that look the same and lie in places that look the same, by that look."""


def found_by_axe(page: Page, right: Right) -> list[tuple[str, str]]:
    """Return each violation by its rule, with the beginning of the element.

    Contrasts are asked of one element of each look: to judge them takes axe longer than all else, and pages say most
    things in few looks. Only violations are written out: to name every element that is right takes longer than to judge it.
    """
    return [*found_by_rules(page, NO_COLOURS), *colours_found_by_axe(page, right)]


def found_by_rules(page: Page, options: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the violations of the rules that axe's own ``options`` choose, on the whole page."""
    _bring_axe(page)
    return _run(page, RUN, _asked(options))


def colours_found_by_axe(page: Page, right: Right) -> list[tuple[str, str]]:
    """Return what tells too little by its colour, asked of one element of each look that is not known to be ``right``.

    Looks in which nothing is found are added to these.
    """
    _bring_axe(page)
    elements = page.evaluate_handle(ONE_OF_EACH_LOOK)
    looks: list[int] = elements.evaluate("(elements) => [...elements.keys()]")
    new = [look for look in looks if look not in right]
    if not new:
        return []
    asked = {**_asked(COLOURS), "elementRef": True}
    found = _run(page, RUN_FOR_CHOSEN, [asked, elements, new])
    if not found:
        right.update(new)
    return found


def _bring_axe(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)


def _asked(options: Mapping[str, Any]) -> dict[str, Any]:
    return {**options, "resultTypes": ["violations"]}


def _run(page: Page, script: str, given: object) -> list[tuple[str, str]]:
    return [(rule, html) for rule, html in page.evaluate(script, given)]
