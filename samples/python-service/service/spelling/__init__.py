"""Suggests words for misspelt ones."""
