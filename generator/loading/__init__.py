"""A policy folder to everything it says: which file lies where, what an edition takes over, what cases leave unsaid."""

from generator.loading.loading import load, load_scoring_text, policy_text
from generator.loading.walking import read_policy_folder

__all__ = ["load", "load_scoring_text", "policy_text", "read_policy_folder"]
