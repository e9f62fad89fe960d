"""Errors that a person can act on."""


class UsersMistake(Exception):
    """What the user gave cannot be used. The message is one line: which input, what is wrong, what to do.

    The command line prints it to stderr and exits 2; the web answers with a problem document.
    """


class UnreadableInput(UsersMistake):
    """A file or page that cannot be turned into text; in a batch it becomes an issue and the batch goes on."""
