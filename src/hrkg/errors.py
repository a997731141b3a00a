"""What can go wrong, by what it means for the run: skip one article, or stop.

A message says what happened, where (file, offset or IRI) and what to do about it.
"""


class HrkgError(Exception):
    """Any failure that hrkg foresees; its text is one sentence for the person at the keyboard."""


class ArticleError(HrkgError):
    """One article cannot be used: it is skipped and counted, the run goes on and exits with 1."""


class SetupError(HrkgError):
    """The run cannot start or go on (bad option, file, query, data): it stops and exits with 2."""
