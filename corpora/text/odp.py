"""OpenDocument presentations (.odp): a slide a page, its title a section, tables and speakers' notes along with it.

Slides that are hidden keep their number and give no text.
"""

from __future__ import annotations

import datetime

from corpora.text.draft import Draft
from corpora.text.opendocument import MOST_XML, Flow, OpenDocumentWords
from corpora.text.package import Attributes, Package, open_package
from corpora.text.slides import Slide, draft_of_slides, refuse_more_slides, slide_of


def read_odp(data: bytes, *, name: str, url: str | None, today: datetime.date) -> Draft:
    """The text of a presentation with the offsets of its slides.

    Raises:
        UnreadableInput: it is broken, holds too much, or no text.
    """
    with open_package(data, name=name, noun="presentation", most=MOST_XML) as package:
        words = OpenDocumentSlides(package)
        words.read()
        properties = package.properties()
    return draft_of_slides(words.slides, properties, method="odp_metadata", name=name, url=url, today=today)


class OpenDocumentSlides(OpenDocumentWords):
    """The slides of a presentation."""

    def __init__(self, package: Package) -> None:
        """Nothing is read yet."""
        super().__init__(package)
        self.slides: list[Slide] = []
        self.hidden: set[str] = set()
        """Styles of slides that are not shown."""
        self.style = ""
        self.title = ""
        self.notes: list[str] = []
        self.pictures = False

    def begin(self, name: str, attributes: Attributes) -> bool:
        """An element begins; False where it is left out with all that it holds."""
        if name == "style:style":
            self.style = attributes.get("style:name", "")
        elif name == "style:drawing-page-properties" and attributes.get("presentation:visibility") == "hidden":
            self.hidden.add(self.style)
        elif name == "draw:page":
            refuse_more_slides(len(self.slides) + 1, name=self.package.name)
            if attributes.get("draw:style-name") in self.hidden:
                self.slides.append(Slide(state="empty"))
                return False
            self.flows.append(Flow())
            self.title, self.notes, self.pictures = "", [], False
        elif name == "presentation:notes":
            self.flows.append(Flow())
        elif name == "draw:image":
            self.pictures = True
        return super().begin(name, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "presentation:notes":
            self.notes.extend(_lines(self.flows.pop()))
        elif name == "draw:page":
            self.slides.append(slide_of(self.title, _lines(self.flows.pop()), self.notes, pictures=self.pictures))
        else:
            super().end(name)

    def end_frame(self, frame: Flow) -> None:
        """A frame ends; the first that is a title is the slide's."""
        if frame.label == "title" and not self.title:
            self.title = " ".join(_lines(frame))
        else:
            super().end_frame(frame)


def _lines(flow: Flow) -> list[str]:
    return [line for block in flow.blocks for line in block.lines]
