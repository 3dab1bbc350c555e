"""Brings a built site to a server as one whole: a release is put beside the others, then a link is switched.

TARGET/releases/0007-1a2b3c4d/   every file, .br and .gz beside what shrinks, release.json last
TARGET/current  -> releases/0007-1a2b3c4d    what visitors see
TARGET/previous -> releases/0006-…           for pages that were opened just before the switch
"""
