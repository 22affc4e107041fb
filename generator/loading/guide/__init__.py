"""The guide: what pages say beyond the score. Claims, questions, papers, risks, the official form, editions compared."""

from generator.loading.guide.files import GUIDE_FILES, build_guide
from generator.loading.guide.model import Guide

__all__ = ["GUIDE_FILES", "Guide", "build_guide"]
