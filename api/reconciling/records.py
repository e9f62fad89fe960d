"""What the reconciliation service takes and gives, in the words of the specification."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from corpora.organisations import Organisation
from corpora.schema import Record

MOST_QUERIES = 50
MOST_CANDIDATES = 25
FEW = 5

PropertyValue = str | int | float | bool | dict[str, Any] | list[Any]


class Asked(BaseModel):
    """What a client sends: what is not of the specification is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)


class PropertyAsked(Asked):
    """What a further column of the spreadsheet says."""

    pid: Annotated[str, Field(max_length=100)]
    """``sector``, ``region``, ``icb``, ``postcode``; others are passed over."""
    v: PropertyValue
    """The value, or several."""

    @property
    def values(self) -> list[str]:
        """As words without capitals."""
        several = self.v if isinstance(self.v, list) else [self.v]
        plain = [one.get("id") if isinstance(one, dict) else one for one in several]
        return [" ".join(str(one).casefold().split()) for one in plain if one not in (None, "")]


class ReconciliationQuery(Asked):
    """One cell to be matched."""

    query: Annotated[str, Field(max_length=500)] = ""
    """What stands in it: a name, an alias, a code; of nothing there are no candidates."""
    type: str | list[str] | None = None
    """``trust`` or ``icb``."""
    limit: Annotated[float, Field(ge=1)] | None = None
    """The most candidates to give; at most 25 are."""
    properties: Annotated[list[PropertyAsked], Field(max_length=20)] = []
    """What other columns say."""
    type_strict: Literal["any", "should", "all"] | None = None
    """Of several types; an organisation has one."""

    @property
    def most(self) -> int:
        """How many candidates to give."""
        return FEW if self.limit is None else int(min(self.limit, MOST_CANDIDATES))

    @property
    def kinds(self) -> frozenset[str]:
        """The types asked for; none for any."""
        asked = self.type if isinstance(self.type, list) else [self.type] if self.type else []
        return frozenset() if self.type_strict == "should" else frozenset(asked)

    def speaks_against(self, organisation: Organisation) -> bool:
        """Whether another column says what is not so of it."""
        return any(one.pid in ("sector", "region", "icb", "postcode") and one.values
                   and str(getattr(organisation, one.pid) or "").casefold().replace("_", " ") not in
                   [value.replace("_", " ") for value in one.values] for one in self.properties)


Queries = Annotated[dict[str, ReconciliationQuery], Field(min_length=1, max_length=MOST_QUERIES)]


class EntityType(Record):
    """A type of organisation."""

    id: Literal["trust", "icb"]
    name: str


class Candidate(Record):
    """An organisation that a cell may mean."""

    id: str
    """The ODS code."""
    name: str
    description: str
    type: tuple[EntityType, ...]
    score: float
    """0 to 100."""
    match: bool
    """Certain: the code, or a whole name that means no other organisation."""


class Reconciled(Record):
    """The candidates for one cell, best first."""

    result: tuple[Candidate, ...]


class ExtensionProperty(Asked):
    """Something to be told of organisations."""

    id: Annotated[str, Field(max_length=100)]


class ExtensionQuery(Asked):
    """What is to be told of which organisations."""

    ids: Annotated[list[str], Field(max_length=1000)]
    properties: Annotated[list[ExtensionProperty], Field(max_length=20)]


class Property(Record):
    """Something that can be told of an organisation, to fill a new column."""

    id: str
    name: str


class TextValue(Record):
    """A value that is text."""

    text: Annotated[str, Field(serialization_alias="str")]


class NumberValue(Record):
    """A value that is a whole number."""

    number: Annotated[int, Field(serialization_alias="int")]


class OrganisationValue(Record):
    """A value that is an organisation."""

    id: str
    """The ODS code."""
    name: str


ExtensionValue = TextValue | NumberValue | OrganisationValue


class Extension(Record):
    """What is known of each organisation: ``rows[code][property]``; an empty list where nothing is."""

    meta: tuple[Property, ...]
    rows: dict[str, dict[str, tuple[ExtensionValue, ...]]]


class Proposed(Record):
    """The properties that can be told."""

    properties: tuple[Property, ...]
    type: str | None = None


class Suggestion(Record):
    """An organisation that begins so."""

    id: str
    name: str
    description: str
    notable: tuple[EntityType, ...]


class Suggestions(Record):
    """Organisations, best first."""

    result: tuple[Suggestion, ...]


class Service(Record):
    """Where a part of the service is."""

    service_url: str
    service_path: str


class SuggestServices(Record):
    """Which suggestions there are."""

    entity: Service


class Template(Record):
    """An address with ``{{id}}`` for the code."""

    url: str


class Preview(Record):
    """A small page about an organisation."""

    url: str
    width: int
    height: int


class Extending(Record):
    """Where properties are proposed."""

    propose_properties: Service
    property_settings: tuple[str, ...] = ()


class Manifest(Record):
    """What the service is and can do."""

    versions: tuple[str, ...]
    name: str
    identifierSpace: str  # noqa: N815  # the specification's name
    schemaSpace: str  # noqa: N815  # the specification's name
    documentation: str
    serviceVersion: str  # noqa: N815  # the specification's name
    defaultTypes: tuple[EntityType, ...]  # noqa: N815  # the specification's name
    view: Template
    preview: Preview
    suggest: SuggestServices
    extend: Extending
    batchSize: int  # noqa: N815  # the specification's name
