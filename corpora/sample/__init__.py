"""The sample: short texts in our own words on real, public, dated facts, each with the link and date of its source."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from corpora.schema import DocumentType, OdsCode, PartialDate, Record

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class SampleText(Record):
    """One text of the sample. ``corpora/sample/README.md`` says what the fields mean."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: Words
    text: Words
    published: PartialDate
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s#]+$")]
    publisher: Words
    doc_type: DocumentType
    orgs: tuple[OdsCode, ...]
    licence: Words
    facts: Words
    checked: Words
    paragraphs: Annotated[tuple[str, ...], Field(min_length=1)]

    @field_validator("orgs", mode="before")
    @classmethod
    def _codes(cls, codes: object) -> object:
        return tuple(codes.split()) if isinstance(codes, str) else codes


def read_sample() -> list[SampleText]:
    """The texts of the sample, oldest first."""
    return sorted(_read(), key=lambda text: (text.published, text.id))


def parse_sample_text(name: str, content: str) -> SampleText:
    """One text from its Markdown file: fields between two lines of dashes, then the paragraphs.

    Raises:
        ValueError: a field is missing, unknown or not what it should be.
    """
    opening, head, body = content.split("---\n", 2)
    if opening:
        raise ValueError(f"{name}: does not begin with its fields")
    fields = dict(_field(name, line) for line in head.splitlines())
    paragraphs = tuple(" ".join(paragraph.split()) for paragraph in body.split("\n\n") if paragraph.strip())
    return SampleText.model_validate(fields | {
        "id": name.removesuffix(".md"), "text": "\n\n".join(paragraphs), "paragraphs": paragraphs})


def _read() -> Iterator[SampleText]:
    for file in files(__name__).joinpath("texts").iterdir():
        if file.name.endswith(".md"):
            yield parse_sample_text(file.name, file.read_text(encoding="utf-8"))


def _field(name: str, line: str) -> tuple[str, str]:
    key, colon, value = line.partition(":")
    if not colon:
        raise ValueError(f"{name}: {line!r} is not a field")
    return key.strip(), value.strip()


__all__ = ["SampleText", "parse_sample_text", "read_sample"]
