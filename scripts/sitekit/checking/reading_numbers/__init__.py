"""Reads every number of a text the way its language writes it, and compares the numbers of two texts.

`parse("diện tích 16.486,49 km²", "vi")` gives one Quantity of 16486.49 square-kilometre. `differences(source, translation)`
names what one text has and the other lacks, whatever the separators, the order of a date, magnitudes or number words.
"""

from sitekit.checking.reading_numbers.agreement import agree, covers
from sitekit.checking.reading_numbers.comparing import differences
from sitekit.checking.reading_numbers.lexicon import measured
from sitekit.checking.reading_numbers.masking import GAP
from sitekit.checking.reading_numbers.quantity import Quantity
from sitekit.checking.reading_numbers.reader import Reading, parse
from sitekit.checking.reading_numbers.separators import Slip, wrong_separators

__all__ = ["GAP", "Quantity", "Reading", "Slip", "agree", "covers", "differences", "measured", "parse", "wrong_separators"]
