"""Cards: the pictures that networks show beside a shared link, one wide and one square for every page and language.

What stands on a card is computed while pages are written (its address carries a hash of all of it); it is drawn after
the last page, by processes of their own, and kept in `.cache/cards`.
"""
