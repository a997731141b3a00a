"""hrkg, the human-rights knowledge-graph builder: articles in, validated RDF with evidence out."""

from importlib.metadata import version

__version__ = version("hrkg")
