"""What a document's licence allows: whether its full text may be shown and passed on, or its quotes only."""

from __future__ import annotations

OPEN_LICENCES = ("OGL-", "OPL-UK-", "CC0-", "CC-BY-4", "CC-BY-3", "CC-BY-2", "CC-BY-SA-", "CC-PDDC", "MIT")
"""How names of licences begin that let anyone pass on the whole text: Open Government, Open Parliament, Creative Commons
without "non-commercial" or "no derivatives". Whatever is not named here, no licence included, is not open."""


def allows_full_text(licence: str | None) -> bool:
    """Whether the full text of a document under this SPDX-like licence may be shown and passed on."""
    return licence is not None and licence.strip().upper().startswith(OPEN_LICENCES)
