"""Reasons to look at an organisation now, one module a rule."""
