"""``/problems``: what the errors of the API mean; a problem document's ``type`` leads here."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.problem_types import BY_NAME, PROBLEM_TYPES
from api.problems import NotFound
from api.templating import render

router = APIRouter()


@router.get("/problems")
def all_problems() -> Response:
    """Every kind of error."""
    return render("problems.html", problems=PROBLEM_TYPES, title="Errors of the API")


@router.get("/problems/{name}")
def one_problem(name: str) -> Response:
    """One kind of error."""
    if name not in BY_NAME:
        raise NotFound("There is no kind of error of this name; /problems lists them all")
    return render("problems.html", problems=[BY_NAME[name]], title=BY_NAME[name].title)
