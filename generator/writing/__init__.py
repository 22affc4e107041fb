"""Bytes for ``dist``: assets under hashed names, resolved and checked links, compressed siblings, one swap."""
