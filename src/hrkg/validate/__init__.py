"""Check graphs, and the ontology itself, with SHACL: what is wrong, where, in which words, and what to do about it."""

from hrkg.validate.checking import check, check_ontology
from hrkg.validate.findings import Finding, Report, Severity

__all__ = ["Finding", "Report", "Severity", "check", "check_ontology"]
