"""Runs inside Pyodide: pyodide-build's archive compiler turns /job/sources.zip into /job/compiled.zip.

As it is Pyodide's own Python that runs here, the bytecode is the browser's, whatever the host's Python is.
"""

import sys
from pathlib import Path

sys.path.append("/packages")

from pyodide_build._py_compile import _compile

# In Pyodide's own file system; the mounted folder only gets the result.
sources = Path("/tmp/sources.zip")  # noqa: S108
compiled = Path("/tmp/compiled.zip")  # noqa: S108
sources.write_bytes(Path("/job/sources.zip").read_bytes())
_compile(sources, compiled, verbose=False, compression_level=0)
Path("/job/compiled.zip").write_bytes(compiled.read_bytes())
