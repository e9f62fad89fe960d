"""Gathering: spiders, the frontier they share, and politeness."""
