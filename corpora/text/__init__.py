"""Bytes to readable text, with page offsets and publication dates."""
