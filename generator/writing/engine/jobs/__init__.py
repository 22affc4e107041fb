"""Scripts that run in Pyodide under node while the engine is built (see ``inside.py``); none is imported here."""
