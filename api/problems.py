"""Problem documents (RFC 9457), and the one table from exception to HTTP status."""

from __future__ import annotations

import logging
import math
import re
import sqlite3
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from api.headers import SECURITY_HEADERS
from api.problem_types import BY_NAME, ProblemType, type_of_status
from api.templating import render
from corpora.errors import UsersMistake
from corpora.schema import Record

NOT_BLANK = r"\S"

MOST_ERRORS = 20
"""Told of one request."""

logger = logging.getLogger("softintel.web")

MEDIA_TYPE = "application/problem+json"


class NotFound(UsersMistake):
    """There is nothing at this address."""


class UnusableParameter(UsersMistake):
    """A parameter's value cannot be used."""


class StoreUnavailable(UsersMistake):
    """The database cannot be read at present."""


class BeingWorkedOut(StoreUnavailable):
    """What is worked out from the whole database is not at hand yet, or no longer: the server has begun, or is being stopped."""

    def __init__(self) -> None:
        super().__init__("This is being worked out from the whole database; ask again in a moment")


class Refused(UsersMistake):
    """A request that is refused for what it asks, not for what it says: with the kind of problem, and headers that tell more."""

    problem = "bad-request"

    def __init__(self, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.headers = headers or {}


class NotAcceptable(Refused):
    """Nothing that the request's ``Accept`` header allows can be given."""

    problem = "not-acceptable"


class TooBusy(Refused):
    """As much is being done already as may be at one time."""

    problem = "busy"


class AskedTooMuch(Refused):
    """The questions of a request took longer than they may."""

    problem = "took-too-long"


class NoToken(Refused):
    """A request that writes has no token that is good."""

    problem = "no-token"


class NotAllowed(Refused):
    """A request may not do what it asks, whoever it is from."""

    problem = "not-allowed"


class Conflict(Refused):
    """What was sent does not fit what is stored."""

    problem = "conflict"


class Gone(Refused):
    """What was at this address is known, and is not there any more."""

    problem = "gone"


class TooManyRequests(Refused):
    """More was asked in a minute than may be."""

    problem = "too-many-requests"

    def __init__(self, who: str, seconds: float) -> None:
        wait = max(math.ceil(seconds), 1)
        super().__init__(f"{who} asks too often; ask again in {wait} seconds", {"Retry-After": str(wait)})


class TooLarge(Refused):
    """What was sent is larger than is taken."""

    problem = "too-large"


class UnsupportedMediaType(Refused):
    """What was sent is of another type than is read."""

    problem = "unsupported-media-type"


class ParameterProblem(Record):
    """One parameter and what is wrong with it."""

    parameter: str
    detail: str


class Problem(Record):
    """An RFC 9457 problem document: what went wrong, and where that is explained."""

    type: str
    """The address of a page that explains this kind of problem and says what to do."""
    title: str
    status: int
    detail: str
    instance: str
    errors: tuple[ParameterProblem, ...] = ()


STATUS_OF: dict[type[Exception], int] = {
    NotFound: 404, UnusableParameter: 422, StoreUnavailable: 503, UsersMistake: 422, sqlite3.Error: 503, Exception: 500}

RETRY_SECONDS = 5
"""After a 503; SQLite has waited for longer before it gave up."""


def responses(*statuses: int) -> dict[int | str, dict[str, object]]:
    """Which problems a route answers with, for its OpenAPI description."""
    return {status: {"description": HTTPStatus(status).phrase,
                     "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}} for status in statuses}


def add_problems(app: FastAPI) -> None:
    """Answer every error with a problem document under /api and the like, and with a page elsewhere."""
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid_request)
    for exception in STATUS_OF:
        app.add_exception_handler(exception, _error)


def problem_response(request: Request, status: int, detail: str, *, errors: tuple[ParameterProblem, ...] = (),
                     headers: dict[str, str] | None = None, kind: ProblemType | None = None) -> Response:
    """The answer to a request that failed: problem document or page."""
    path = request.url.path
    kind = kind or type_of_status(status)
    title = kind.title if kind else HTTPStatus(status).phrase
    again = {"Retry-After": str(RETRY_SECONDS)} if _may_pass(kind) else {}
    headers = SECURITY_HEADERS | {"Cache-Control": "no-store"} | again | (headers or {})
    if not _wants_problem(path):
        return render("problem.html", status=status, headers=headers, title="Page not found" if status == 404 else title,
                      detail=detail, errors=errors)
    problem = Problem(type=kind.address if kind else "about:blank", title=title, status=status, detail=detail, instance=path,
                      errors=errors)
    return JSONResponse(problem.model_dump(mode="json", exclude=None if errors else {"errors"}), status,
                        media_type=MEDIA_TYPE, headers=headers)


def _may_pass(kind: ProblemType | None) -> bool:
    """Whether the same request may be answered a little later."""
    return kind is not None and kind.status == 503 and kind.name != AskedTooMuch.problem


def _wants_problem(path: str) -> bool:
    return path.startswith("/api/") or path in {"/api", "/healthz", "/openapi.json"}


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    kind = type_of_status(error.status_code)
    detail = kind.detail if kind and kind.detail else str(error.detail)
    if error.status_code == 404 and _wants_problem(request.url.path):
        detail = f"{detail}; the addresses of this API are listed at /docs"
    headers = dict(error.headers or {})
    if error.status_code == 405:
        headers["Allow"] = ", ".join(sorted(_methods(request)))
    return problem_response(request, error.status_code, detail, headers=headers)


def _methods(request: Request) -> set[str]:
    """Those that an address can be used with; the router names those of one of its routes only."""
    found: set[str] = set()
    for path, operations in request.app.openapi()["paths"].items():
        if re.fullmatch(re.sub(r"\\{[^}]+\\}", ".+", re.escape(path)), request.url.path):
            found |= {method.upper() for method in operations}
    return found | {"HEAD"} if "GET" in found else found or {"GET", "HEAD"}


async def _invalid_request(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = tuple(ParameterProblem(parameter=_place(found["loc"]), detail=_wording(found))
                   for found in error.errors()[:MOST_ERRORS])
    return problem_response(request, 422, "; ".join(f"{one.parameter}: {one.detail}" for one in errors), errors=errors)


def _place(location: tuple[int | str, ...]) -> str:
    """``limit``, ``queries.q0.limit``: without where in the request it stands."""
    return ".".join(map(str, location[1:] or location))[:200]


def _wording(found: dict[str, object]) -> str:
    if found["type"] == "extra_forbidden":
        return "there is no such parameter; those that there are stand at /docs"
    if found["type"] == "string_pattern_mismatch":
        if found.get("ctx") == {"pattern": NOT_BLANK}:
            return "is empty"
        return "not of the right form; dates are written 2021, 2021-09 or 2021-09-15"
    message = str(found["msg"]).removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def refuse(request: Request, error: Refused) -> Response:
    """The answer to a request that is refused."""
    kind = BY_NAME[error.problem]
    return problem_response(request, kind.status, str(error), kind=kind, headers=error.headers)


async def _error(request: Request, error: Exception) -> Response:
    if isinstance(error, Refused):
        return refuse(request, error)
    status = next(STATUS_OF[type_] for type_ in type(error).__mro__ if type_ in STATUS_OF)
    if status < 500:
        return problem_response(request, status, str(error))
    kind = BY_NAME["being-worked-out"] if isinstance(error, BeingWorkedOut) else type_of_status(status)
    if not isinstance(error, BeingWorkedOut):
        logger.error("%s %s: %s", request.method, request.url.path, error, exc_info=status == 500)
    return problem_response(request, status, kind.detail if kind else str(error), kind=kind)
