"""Where things are in this checkout; all paths that the set-up uses are named here."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / ".setup" / "requirements.txt"
NODE_LOCK = ROOT / ".setup" / "node-requirements.txt"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_MODULES = ROOT / "node_modules"
CACHE = ROOT / ".cache"
BROWSER = CACHE / "browser"
"""One line, the path of the Chromium that the tests drive; absent where none could be had."""
