"""Passages near in meaning: a file of small vectors beside the database, always rebuilt from it, and never the truth.

``clusters`` < ``file`` < ``building``; ``nearness`` finds; ``kept`` is what a server holds. Every likeness that is given out
is worked out from the store's own vectors, so that what is gone or stale in the file cannot be found.
"""

from __future__ import annotations

from api.vectors.building import build, forget_strange, renew
from api.vectors.kept import KeptVectors
from api.vectors.nearness import NearestPassages, PassageVectors, nearest, open_vectors

__all__ = ["KeptVectors", "NearestPassages", "PassageVectors", "build", "forget_strange", "nearest", "open_vectors", "renew"]
