"""Stamps tell what a step was done from, so that it is done once, and again when that has changed."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import checkout
from programs import say


def hash_of(*parts: Path | str) -> str:
    """Hash files by content and texts as they are; an absent file differs from any other."""
    digest = hashlib.sha256()
    for part in parts:
        if isinstance(part, str):
            content = part.encode()
        else:
            content = part.read_bytes() if part.is_file() else b"absent"
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def is_fresh(stamp: Path, key: str) -> bool:
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == key


def write(path: Path, text: str) -> None:
    """Write a stamp or record whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".new")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)


@contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Let a second set-up of the same checkout wait for the first.

    The programs that we run hold the lock too: one that outlives us, killed, is waited for as well.
    """
    checkout.CACHE.mkdir(exist_ok=True)
    with (checkout.CACHE / "setup.lock").open("w") as lock:
        os.set_inheritable(lock.fileno(), True)  # noqa: FBT003 - takes no keywords
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another set-up of this checkout")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
