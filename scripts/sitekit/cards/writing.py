"""Puts the cards into the built site: those that are not yet there are drawn, by as many processes as there are cores."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from sitekit import kept, pictures_step
from sitekit.cards import card as cards
from sitekit.cards import faces, known
from sitekit.cards.card import Card
from sitekit.cards.shapes import SHAPES
from sitekit.cards.store import Store
from sitekit.pictures import storage
from sitekit.pictures.run import cores
from sitekit.site import Site

CACHE = ".cache/cards"
SCRIPTS = Path(__file__).resolve().parents[2]
#: Cards below which a second process costs more than it saves.
FEW = 12


def write(site: Site, folder: Path) -> int:
    """Write every card of `site` into the built site in `folder`; older cards go. Says how many were drawn."""
    target = folder / cards.FOLDER
    store = Store(site.root / CACHE)
    for each in (target, store.folder):
        each.mkdir(parents=True, exist_ok=True)
    wanted = {card.address: (page, card) for page in site.pages for card in (cards.make(site, page, shape) for shape in SHAPES)}
    keys = {card.key for _, card in wanted.values()}
    if kept.used():
        for code in site.languages:
            known.write(site, code, wanted.values())
    with storage.locked(store.folder / ".lock", shared=True):
        missing = store.missing(keys)
        # one of each: two pages with the same words and picture share a card
        first = {card.key: (page, card) for page, card in wanted.values() if card.key in missing}
        draw(site, [cards.whole(site, page, card) for page, card in first.values()], store)
        if missing:
            store.note(missing)
        there = {cards.FOLDER + file.name for file in target.iterdir()}
        for address in there - wanted.keys():
            (folder / address).unlink()
        for address, (_, card) in wanted.items():
            if address not in there:  # the name carries a hash: an existing file is the same
                storage.place(store.path(card.key), f"{folder}/{address}")
    store.tidy(keys)
    return len(missing)


def draw(site: Site, missing: Sequence[Card], store: Store) -> None:
    """Draw `missing` into `store`. RuntimeError when a drawing process ends badly: a fault of the tool."""
    # cards over the same picture follow each other, so that a process lays a frame over it once
    row = sorted(missing, key=lambda card: (card.picture, card.frame, card.key))
    count = min(cores(), -(-len(row) // FEW))
    share = -(-len(row) // count) if count else 0
    environment = {**os.environ, "PYTHONPATH": str(SCRIPTS)}
    running = []
    for number in range(count):
        process = subprocess.Popen([sys.executable, "-m", "sitekit.cards.draw"], stdin=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=environment)  # fmt: skip
        running.append((process, _work(site, row[number * share : (number + 1) * share], store)))
    for process, work in running:
        assert process.stdin  # noqa: S101 (told to the type checker)
        process.stdin.write(work)
        process.stdin.close()
        process.stdin = None
    said = [process.communicate()[1].decode(errors="replace") for process, _ in running]
    if any(process.returncode for process, _ in running):
        raise RuntimeError("".join(said))


def _work(site: Site, row: Sequence[Card], store: Store) -> bytes:
    """What one process is told."""
    pictures = site.root / pictures_step.FOLDER / "out"
    jobs = [{"picture": str(pictures / card.picture), "frame": card.frame, "words": card.words, "width": card.shape.width,
             "height": card.shape.height, "rights": card.rights, "target": store.path(card.key)} for card in row]  # fmt: skip
    fonts = [str(face.path) for face in faces.load(site.root).all.values()]
    return json.dumps({"fonts": fonts, "most": cards.MOST_BYTES, "jobs": jobs}).encode()
