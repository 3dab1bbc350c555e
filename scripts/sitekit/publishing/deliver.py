"""Publishing in steps of which any may be the last: visitors see the old release whole, or the new one whole."""

from __future__ import annotations

from pathlib import Path

from sitekit.publishing import release
from sitekit.publishing.target import CURRENT, PREVIOUS, Target, number

#: Releases that stay, the current one included.
KEPT = 3


def publish(stage: Path, target: Target, kept: int = KEPT) -> str:
    """Bring the release in folder `stage` to `target` and show it; its name there.

    A release that a killed run began is finished if it is the same, else removed.
    """
    manifest = release.read(stage)
    if manifest is None:
        raise ValueError(stage)
    part, state = release.name_part(manifest), target.state()
    if state.current.endswith(f"-{part}"):
        _tidy(target, kept)
        return state.current
    same = [name for name in (*state.begun, *state.whole) if name.endswith(f"-{part}") and number(name) > number(state.current)]
    last = max([number(name) for name in (*state.whole, *state.begun, state.current)], default=0)
    name = same[-1] if same else f"{last + 1:04}-{part}"
    if name not in state.whole:
        target.upload(stage, name, state.current)
    switch(target, state.current, name)
    _tidy(target, kept)
    return name


def switch(target: Target, old: str, new: str) -> None:
    """Show release `new` instead of `old`, whose pictures and scripts stay within reach of pages already opened."""
    if old:
        target.link(PREVIOUS, old)
    target.link(CURRENT, new)


def rollback(target: Target) -> str:
    """Show the release before the current one; its name, empty when there is none."""
    state = target.state()
    older = [name for name in state.whole if number(name) < number(state.current)]
    if not older:
        return ""
    switch(target, state.current, older[-1])
    return older[-1]


def _tidy(target: Target, kept: int) -> None:
    """Remove what was begun and never finished, and all but the last few releases; never one that a link leads to."""
    state = target.state()
    held = {name for name in (state.current, state.previous) if name}
    newest = [name for name in reversed(state.whole) if name not in held][: max(0, kept - len(held))]
    for name in (*state.begun, *state.whole):
        if name not in held and name not in newest:
            target.remove(name)
