"""The score path of the shipped sources, lowered by machine to what MicroPython understands: the first gear.

Takes sources and a policy, gives sources and a frozen policy; knows no rule, no page and no file of the site.
"""

from generator.lowering.frozen import Place, kinds_in
from generator.lowering.lower import ENTRY, Lowered, ScorePath, along, lowered, score_path

__all__ = ["ENTRY", "Lowered", "Place", "ScorePath", "along", "kinds_in", "lowered", "score_path"]
