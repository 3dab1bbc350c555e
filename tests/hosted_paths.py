"""Addresses that the tests of this folder ask for beside those of the site."""

#: Old address → new one, as data/redirects.yml would give for a page that moved.
MOVED = {"visit/beach/": "visit/cua-lo/", "lo/visit/beach/": "lo/visit/cua-lo/"}
#: Only in the release before: a name with a digest, as pages opened before the switch ask for.
OLD = "assets/pictures/old-400.0123456789.avif"
