"""Corpora as files, one module a format."""
