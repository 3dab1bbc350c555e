"""The pages that the site promises, and its languages."""

NAMES = ["culture/cuisine", "culture/index", "culture/vi-giam", "discover/index", "index", "invest/index",
         "invest/industrial-parks", "visit/cua-lo", "visit/getting-here", "visit/index", "visit/kim-lien"]  # fmt: skip
CODES = ["en", "vi", "lo", "zh"]
