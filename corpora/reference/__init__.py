"""The packaged tables: organisations, aliases, sites, successions, segments, and where each came from."""
