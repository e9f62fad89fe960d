"""Text from documents, made fit for a terminal."""


def printable(text: str) -> str:
    """The text without control characters other than line ends: what was crawled must not steer a terminal."""
    return "".join(character if character.isprintable() or character == "\n" else " " for character in text)
