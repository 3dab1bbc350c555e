"""The colour that stands where a picture will be, as one of a few classes.

A class and not a `style`: a strict content policy refuses styles in mark-up, and a colour nobody looks at for
longer than the picture takes needs no more than four steps of red, green and blue.
"""

from __future__ import annotations

STEPS = (0x20, 0x68, 0xB0, 0xF0)


def name(colour: str) -> str:
    """The class for `colour` (`#rrggbb`): `site-tint-132` has the second red, fourth green and third blue."""
    channels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "site-tint-" + "".join(str(min(range(4), key=lambda step: abs(STEPS[step] - value)) + 1) for value in channels)


def rules() -> str:
    """The style sheet of all classes."""
    codes = [(a, b, c) for a in range(4) for b in range(4) for c in range(4)]
    return "".join(f".site-tint-{a + 1}{b + 1}{c + 1}{{background:#{STEPS[a]:02x}{STEPS[b]:02x}{STEPS[c]:02x}}}\n" for a, b, c in codes)
