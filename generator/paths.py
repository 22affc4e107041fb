"""Where the parts of the project lie. Everything is found from the checkout, nothing from the working directory."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
POLICY_DATA = PROJECT / "policy_data"
"""A folder of policies."""
PACKAGE = PROJECT / "generator"
SITE_TEMPLATES = PROJECT / "site_templates"
DIST = PROJECT / "dist"
CACHE = PROJECT / ".cache"
NODE_MODULES = PROJECT / "node_modules"
