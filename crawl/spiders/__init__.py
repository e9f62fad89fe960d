"""One module a source shape."""
