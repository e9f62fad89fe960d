"""The address that links begin with, where one is written out whole."""

from __future__ import annotations

import os

from fastapi import Request


def base_address(request: Request) -> str:
    """``SOFTINTEL_ADDRESS`` where a proxy stands in front, else as the request came."""
    return (os.environ.get("SOFTINTEL_ADDRESS") or str(request.base_url)).rstrip("/")
