"""The SHA-256 of the files of a site, each taken once."""

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Final

NOTHING: Final = MappingProxyType[str, str]({})


class Digests:
    """Those of one site, where each address has one content; ``known`` are some of them, in hexadecimal, by address."""

    def __init__(self, known: Mapping[str, str] = NOTHING) -> None:
        self._by_address = dict(known)

    def of(self, address: str, content: bytes) -> str:
        """That of the file at an address, in hexadecimal."""
        if address not in self._by_address:
            self._by_address[address] = sha256(content).hexdigest()
        return self._by_address[address]
