"""Organisations by their whole names: published lists without codes."""

from __future__ import annotations

from corpora.organisations import Register, plain_words
from corpora.schema import OdsCode, PartialDate
from corpora.segments import cells

FORM = {"nhs", "foundation", "trust", "ft"}


class Names:
    """Codes by whole name or alias, and by name without its legal form. Never by some of the words."""

    def __init__(self, register: Register) -> None:
        """Of all organisations of a register, closed ones included."""
        self.register = register
        self._codes: dict[str, set[OdsCode]] = {}
        for code, name in [*((organisation.code, organisation.name) for organisation in register),
                           *((alias.code, alias.name) for alias in register.aliases)]:
            for form in _forms(name):
                self._codes.setdefault(form, set()).add(code)

    def code(self, written: str, day: PartialDate) -> OdsCode:
        """The organisation of this name; where several bear it, the one that was open on the day.

        Raises:
            UnreadableCell: no organisation has this name, or several have.
        """
        codes = next((found for form in _forms(written) if (found := self._codes.get(form))), set())
        if len(codes) > 1:
            codes = {code for code in codes if (self.register.by_code[code].closed or "9999") > day}
        if len(codes) != 1:
            reason = "several organisations bear this name" if codes else "no organisation has this name"
            raise cells.UnreadableCell(written, reason)
        return next(iter(codes))


def _forms(name: str) -> list[str]:
    words = plain_words(name)
    forms = (" ".join(words), " ".join(word for word in words if word not in FORM))
    return list(dict.fromkeys(form for form in forms if form))
