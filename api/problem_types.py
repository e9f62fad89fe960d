"""The kinds of error, each with the page that explains it: what a problem document's ``type`` leads to."""

from __future__ import annotations

from dataclasses import dataclass

PLACE = "/problems"


@dataclass(frozen=True, slots=True)
class ProblemType:
    """One kind of error."""

    name: str
    status: int
    title: str
    """For programs: short, and the same each time. Pages for people use it as their heading."""
    happened: str
    """What it means."""
    remedy: str
    """What to do."""
    detail: str = ""
    """What is said where nothing more is known."""

    @property
    def address(self) -> str:
        """The page that explains it."""
        return f"{PLACE}/{self.name}"


PROBLEM_TYPES = (
    ProblemType("bad-request", 400, "Request cannot be read",
                "What was sent is not of the shape that HTTP, or the address it was sent to, asks for.",
                "Look at `detail`, mend the request and send it again; the same request will fail again."),
    ProblemType("no-token", 401, "A token is needed",
                "This address writes, and the request had no token, or one that is not known, has been revoked or has expired.",
                "Send `Authorization: Bearer TOKEN`. Who runs the server makes tokens with `softintel token create`."),
    ProblemType("not-allowed", 403, "Not allowed",
                "The token does not cover this, or writing is off: it is, until who runs the server has made a token.",
                "Ask who runs the server for a token of the scope that `detail` names."),
    ProblemType("not-found", 404, "Not found",
                "Nothing is at this address. Evidence is replaced when its document is read again by a newer version; a claim "
                "that is read in another way then has another id.",
                "Look at `detail`; the addresses of the API stand at `/docs`, and lists lead to what there is.",
                "There is nothing at this address"),
    ProblemType("method-not-allowed", 405, "Method not allowed",
                "This address is there, but not for that method. Almost everything here is read with GET.",
                "Use one of the methods that the `Allow` header names.",
                "This address cannot be used with that method; the Allow header names those that it can be used with"),
    ProblemType("not-acceptable", 406, "Not acceptable",
                "The `Accept` header allows none of the forms that this address can give.",
                "Lists are given as `application/json`, `text/csv` and `application/jsonl`, all else of the API as "
                "`application/json`. `?format=` goes before the header."),
    ProblemType("conflict", 409, "Conflict",
                "What was sent does not fit what is stored: its id is that of another document.",
                "Give the document another id; or, where it is a new text of the same document, send it with `replace=true`."),
    ProblemType("gone", 410, "No longer said",
                "Evidence of this id was filed from a document whose text was changed since. What the text says now has other ids, "
                "or is not said any more.",
                "`detail` names the document and the version that said it; `/api/documents/{id}` lists the evidence quoted from it "
                "now, `/api/documents/{id}/versions/{number}` what was changed."),
    ProblemType("too-large", 413, "Too large",
                "What was sent is larger than this address takes.",
                "Send less; `detail` names the limit. Larger documents are added on the server with `softintel add`."),
    ProblemType("unsupported-media-type", 415, "Unsupported media type",
                "What was sent is of another type than this address reads.",
                "Send it as the type that `detail` names, and say so in `Content-Type`."),
    ProblemType("unusable-value", 422, "There is a problem with what was asked",
                "A parameter, or a field of what was sent, has a value that cannot be used, or there is none of that name.",
                "`errors` names each parameter and what is wrong with it; `/docs` has their values and meaning."),
    ProblemType("too-many-requests", 429, "Too many requests",
                "More was asked within a minute than is allowed to one client or one token.",
                "Wait for as many seconds as `Retry-After` says, and ask less often: take larger pages, or a whole list with "
                "`all=true`, and send `If-None-Match` for what you have already."),
    ProblemType("fault", 500, "Something went wrong on our side",
                "A defect of softintel. Its log, on the server, says what happened.",
                "Please report it with the address that you asked for.",
                "Something went wrong on our side. The log of the server says what; please report it"),
    ProblemType("unavailable", 503, "The database cannot be read at present",
                "The database is missing, damaged, made by an older version, or was busy for too long.",
                "Ask again after as many seconds as `Retry-After` says. If it stays so, `softintel doctor` on the server says why.",
                "The database cannot be read at present; `softintel doctor` on the server says why"),
    ProblemType("being-worked-out", 503, "Being worked out",
                "Alerts and findings are worked out from the whole database. Of a large one that takes a minute after the start of "
                "the server, and until it is done there are none to give.",
                "Ask again after as many seconds as `Retry-After` says.",
                "This is being worked out from the whole database; ask again in a moment"),
    ProblemType("busy", 503, "Too busy",
                "As much is being given out already as the server gives at one time.",
                "Ask again after as many seconds as `Retry-After` says."),
    ProblemType("took-too-long", 503, "Took too long",
                "What was asked would have kept the database busy for longer than one request may, and was stopped. The same "
                "request would most likely be stopped again.",
                "Narrow it: name an organisation, a kind or a date, or take shorter pages. Who runs the server sets the time with "
                "`SOFTINTEL_QUERY_SECONDS`."),
)

BY_NAME = {one.name: one for one in PROBLEM_TYPES}


def type_of_status(status: int) -> ProblemType | None:
    """The first kind of error with this HTTP status."""
    return next((one for one in PROBLEM_TYPES if one.status == status), None)
