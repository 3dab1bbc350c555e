"""Feeds of each language: what is new on the site, as Atom and as JSON Feed, from one list of items."""
