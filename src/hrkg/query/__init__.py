"""Ask a graph: the views, SPARQL, and what it says of one person or thing."""

from hrkg.query.explain import explain
from hrkg.query.explanation import Explanation
from hrkg.query.sparql import run
from hrkg.query.tables import Table, as_csv, as_json, as_table, as_turtle
from hrkg.query.text import as_text
from hrkg.query.views import View, view, views

__all__ = [
    "Explanation",
    "Table",
    "View",
    "as_csv",
    "as_json",
    "as_table",
    "as_text",
    "as_turtle",
    "explain",
    "run",
    "view",
    "views",
]
