"""Located nodes to the model: one module per kind of file, each with the file's shape and what is built from it."""

from generator.loading.loading import cases_of, load, load_scoring_text, policy_text
from generator.loading.walking import read_policy_folder

__all__ = ["cases_of", "load", "load_scoring_text", "policy_text", "read_policy_folder"]
