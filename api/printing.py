"""Text from documents, made fit for a terminal."""


def one_line(text: str) -> str:
    """The text on one line and without control characters: what was crawled must not steer a terminal or forge a line."""
    return "".join(character if character.isprintable() else " " for character in " ".join(text.split()))
