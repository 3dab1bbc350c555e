"""What is not prose is taken out before numbers are read: citations, addresses, ids, code, tags."""

from __future__ import annotations

import re
import unicodedata

#: A stroke through the text: nothing is read across it.
GAP = "\x00"
# every repetition is bounded or stops at a mark, so that no text makes the search slower than its length
_MARKUP = re.compile(
    r"""\{\{[^{}\n]{0,200}\}\}            # a citation
      | \{[ ]?[#.:][^{}\n]*\}             # ids and classes
      | `+[^`\n]*`+                       # code
      | \]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ ]"[^"\n]*")?\)   # the target of a link
      | \]\[[^\]\n]*\]                    # the name of a link
      | <[A-Za-z/!][^<>\n]*>              # a tag, or an address between angle brackets
      | (?:https?|ftp|mailto|tel):[^\s，。；、）”]+
      | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}
      | (?<![\w@])(?:[A-Za-z0-9-]{1,63}\.){1,8}(?:vn|com|org|net|gov|edu|info|la|cn|asia|int|eu|io)\b(?:/[^\s，。；、）”]*)?
      | &\#?[A-Za-z0-9]+;
      | (?<![\w-])[\w-]{1,80}\.(?:md|yml|jpg|jpeg|png|svg|pdf|html)\b
    """,
    re.VERBOSE | re.ASCII,
)
#: Without one of these no markup and no address can be there.
_MAYBE = re.compile(r"[`{\]\[<@&*\\_]|:\S|\.[A-Za-z]")
_EMPHASIS = re.compile(r"[*\\]+|(?<!\w)_+|_+(?!\w)|!?\[")
_DIGITS = str.maketrans("໐໑໒໓໔໕໖໗໘໙０１２３４５６７８９\u00a0\u202f\u2009", "01234567890123456789   ")


def prose(text: str) -> str:
    """`text` in NFC with markup replaced by gaps, emphasis dropped, Lao and full-width digits as 0–9."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if _MAYBE.search(text):
        text = _EMPHASIS.sub("", _MARKUP.sub(GAP, text))
    return text.translate(_DIGITS)
