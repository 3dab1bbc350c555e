"""Calendar files (RFC 5545) of the festivals: all of them per language, and one for each."""
