"""The Jinja environment of the site: strict undefined, autoescape always on, a handful of filters."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Final, cast

import ruamel.yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from ruamel.yaml import YAML

from generator.guidance.authority import AUTHORITY
from generator.kept import key_of
from generator.policy.sources import is_official
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.filters import FILTERS

NAMELESS: Final = "本站"
"""What a site is called that no policy names."""

type Words = dict[str, "str | Words"]
"""The site's own words by key, as ``site_templates/messages/zh.yaml`` nests them."""


def load_words(
    templates: Path, site_name: str = "", compiled: CompiledTemplates | None = None
) -> Words:
    """The words of the interface on a site of that name, and those that the engine has for the same things.

    Reading the YAML takes long; ``compiled`` keeps what was read.
    """
    text = (templates / "messages" / "zh.yaml").read_text(encoding="utf-8")
    words = _parsed(text) if compiled is None else _kept(text, compiled)
    return {**_called(words, site_name or NAMELESS), "authority": dict(AUTHORITY)}


def _called(words: Words, site_name: str) -> Words:
    return {
        key: said.replace("{site}", site_name)
        if isinstance(said, str)
        else _called(said, site_name)
        for key, said in words.items()
    }


def _kept(text: str, compiled: CompiledTemplates) -> Words:
    key = key_of(ruamel.yaml.__version__, text)
    words = compiled.kept("words", key, lambda: json.dumps(_parsed(text)).encode())
    return cast("Words", json.loads(words))


@lru_cache(maxsize=4)
def _parsed(text: str) -> Words:
    return cast("Words", YAML(typ="safe").load(text))


def environment(
    templates: Path, compiled: CompiledTemplates | None = None, *, site_name: str = ""
) -> Environment:
    """An environment over ``templates``; the words of the interface are its global ``words``.

    It takes every page to be in the site; ``page_environment`` knows which are.
    """
    jinja = Environment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        # What is kept must hold for every policy: the optimizer would write into it which pages this one has.
        optimized=False,
        bytecode_cache=compiled,
        extensions=["jinja2.ext.loopcontrols"],
    )
    jinja.filters.update(FILTERS)
    jinja.tests["official"] = is_official
    jinja.tests["in_the_site"] = lambda _: True
    jinja.globals["words"] = load_words(templates, site_name, compiled)
    jinja.globals["ended"] = {}
    return jinja
