"""The score path of the shipped sources, lowered by machine to what MicroPython understands: the first gear.

Takes sources and a policy, gives sources and a frozen policy; knows no rule, no page and no file of the site.
"""

from generator.lowering.lower import ENTRY, Lowered, lowered

__all__ = ["ENTRY", "Lowered", "lowered"]
