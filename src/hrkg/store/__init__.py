"""Read and write graphs as files: deterministic bytes out, errors with file and line in."""

from hrkg.store.formats import FORMATS, format_of, format_to_read
from hrkg.store.loading import load, unreadable
from hrkg.store.serializing import serialize
from hrkg.store.writing import Batch, check_apart, check_writable, write

__all__ = [
    "FORMATS",
    "Batch",
    "check_apart",
    "check_writable",
    "format_of",
    "format_to_read",
    "load",
    "serialize",
    "unreadable",
    "write",
]
