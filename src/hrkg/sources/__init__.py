"""Read articles: find the files, decode them strictly, tell the article from the page around it.

`find` turns what was typed at the command line into sources; `read` turns one source into an `Article` or says in
one sentence why it cannot. Nothing here touches the network.
"""

from hrkg.sources.decoding import LIMIT
from hrkg.sources.files import Source, Sources, find
from hrkg.sources.reading import read

__all__ = ["LIMIT", "Source", "Sources", "find", "read"]
