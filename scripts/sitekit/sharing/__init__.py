"""Passing a page on: links that fit each audience, and a code to scan. Nothing of a network's is loaded."""
