"""Search: an index per language written from what was built, and the small programs that a browser searches it with."""
