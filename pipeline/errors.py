"""What goes wrong through the user's material, said in one sentence."""


class CommuniqueError(Exception):
    """An error that a user can mend: its message is one sentence that says what is wrong, where, and what to do.

    The command line prints the message and ends with exit code 2; no traceback is shown.
    """


class KnowledgeError(CommuniqueError):
    """A line of a knowledge file that cannot be used; the message names file, line and mend."""


class DocumentError(CommuniqueError):
    """One document that cannot be read or processed; the run goes on and the report lists the reason."""
