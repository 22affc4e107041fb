"""Do references to figures of an edition, ``figure("age.rule.cap")``, lead to one?"""

from generator.checking.text_targets import Targets
from generator.policy.messages import choice_hint
from generator.policy.plain import Plain, UnreadableError, plain_of
from generator.policy.value_paths import is_figure, known_steps, step_into, steps_of
from generator.reading.nodes import follow

type Problem = tuple[str, str]
"""A message and a hint; two empty texts where nothing is wrong."""
NOTHING: Problem = ("", "")


def figure_problem(path: str, targets: Targets) -> Problem:
    """What is wrong with the path of a figure; nothing, where its file can't be read anyway.

    What is not said of an edition may speak of an indicator that it doesn't have.
    """
    edition = targets.edition
    code, *steps = steps_of(path) or ("",)
    indicator = edition.indicator(code)
    node = None if indicator is None else indicator.node
    if indicator is not None and not indicator.is_trusted:
        return NOTHING
    if node is None:
        if not edition.declared.is_whole or not targets.is_said:
            return NOTHING
        hint = choice_hint(code, edition.declared.known)
        if code in targets.all_indicators:
            hint = f'write it between {{% if has_indicator("{code}") %}} and {{% endif %}}'
        return f'the edition {edition.name} has no indicator "{code}"', hint
    if steps[:1] != ["rule"]:
        hint = f"a figure's path goes on with rule: {code}.rule.…"
        return f'"{path}" is no figure of the rule', hint
    rule = follow(node, "rule")
    try:
        return NOTHING if rule is None else _path_problem(path, {"rule": plain_of(rule)})
    except UnreadableError:
        return NOTHING


def _path_problem(path: str, value: Plain) -> Problem:
    code, *steps = steps_of(path)
    for position, step in enumerate(steps):
        following = step_into(value, step)
        if following is None:
            where = ".".join((code, *steps[:position]))
            hint = choice_hint(step, known_steps(value))
            return f'"{path}" leads nowhere: {where} has no "{step}"', hint
        value = following
    if not is_figure(value):
        return f'"{path}" is no single figure', choice_hint("", known_steps(value))
    return NOTHING
