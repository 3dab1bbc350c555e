"""Other builders, given the same pages."""
