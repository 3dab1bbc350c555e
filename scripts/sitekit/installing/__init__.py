"""The site on a home screen: a web manifest per language, and icons drawn from the mark."""
