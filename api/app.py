"""The web application: the API and the pages over one database, read-only."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from fastapi import APIRouter, Depends, FastAPI
from fastapi.staticfiles import StaticFiles

import api.pages
import api.routes
from api.description import describe, operation_id
from api.headers import SecurityHeaders
from api.library import Library
from api.listing import can_be_given
from api.problems import add_problems
from api.rates import ReadingRate, reading_rate
from api.revalidation import Revalidation
from api.routes.trusts import straight_trust

DESCRIPTION = """What is known about NHS trusts in England, and where it is said: evidence quoted from its source, linked to ODS
codes, beside the published oversight segments. Lists take `limit` and `cursor`: the `next_cursor` of one page, given as
`cursor`, asks for the next; they are given as JSON, CSV or JSON Lines. Every error is a problem document (RFC 9457). Reading needs
no token."""


def create_app(database: Path, *, by_meaning: bool = True) -> FastAPI:
    """The application over the database at ``database``, which need not exist yet.

    Args:
        by_meaning: search by meaning too, where the packaged embedding model is at hand.
    """
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        app.state.library.close()

    app = FastAPI(title="softintel", version=version("softintel"), description=DESCRIPTION, docs_url=None, redoc_url=None,
                  generate_unique_id_function=operation_id,
                  lifespan=lifespan)
    app.state.library = Library(database, by_meaning=by_meaning)
    app.add_route("/api/trusts/{code}", straight_trust, methods=["GET"], include_in_schema=False)
    for package in (api.routes, api.pages):
        for module in pkgutil.iter_modules(package.__path__):
            router = importlib.import_module(f"{package.__name__}.{module.name}").router
            assert isinstance(router, APIRouter)
            is_api = package is api.routes
            app.include_router(router, include_in_schema=is_api, dependencies=[Depends(can_be_given)] if is_api else [])
    app.mount("/static", StaticFiles(directory=str(files("api").joinpath("static"))), name="static")
    app.add_middleware(Revalidation)
    a_minute = reading_rate()
    if a_minute is not None:
        app.add_middleware(ReadingRate, a_minute=a_minute)
    app.add_middleware(SecurityHeaders)
    add_problems(app)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]  # the way FastAPI documents
    return app
