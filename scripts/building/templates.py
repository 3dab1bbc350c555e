"""Compiled templates kept from one build to the next: each language's process would compile them anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.theme import Theme

from building.replacing import replaced
from sitekit import fingerprint, kept

FOLDER = "templates"


class Compiled(BytecodeCache):
    """Below the project at `root`, one file for each template; Jinja holds it against the template's text."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._made_by = fingerprint.code().encode()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` if it was kept whole and by the same programs."""
        data = kept.read_bytes(self.root, f"{FOLDER}/{bucket.key}")
        if data is not None and data.startswith(self._made_by):
            bucket.bytecode_from_string(data.removeprefix(self._made_by))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep `bucket`."""
        kept.write_bytes(self.root, f"{FOLDER}/{bucket.key}", self._made_by + bucket.bytecode_to_string())


@contextmanager
def used_again(root: Path) -> Iterator[None]:
    """Themes keep their compiled templates below `root` while in the block."""
    made = Theme.get_env

    def get_env(theme: Theme) -> Environment:
        environment = made(theme)
        environment.bytecode_cache = Compiled(root)
        return environment

    with replaced(Theme, get_env=get_env):
        yield
