"""The pages that the site promises, and its languages."""

NAMES = ["culture/cuisine", "culture/index", "culture/vi-giam", "discover/index", "index", "invest/index",
         "invest/industrial-parks", "site-index", "visit/cua-lo", "visit/getting-here", "visit/index", "visit/kim-lien"]  # fmt: skip
#: Pages that list others and say nothing themselves: in each language in its own order, without figures and sources.
LISTS = {"site-index"}
CODES = ["en", "vi", "lo", "zh"]
