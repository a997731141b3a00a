"""Sentences as dependency trees: who does what to whom, and whether it is told as having happened.

Labels are those of Universal Dependencies 2 (de Marneffe et al. 2021, Computational Linguistics 47(2)).
"""

from hrkg.extract.syntax.denials import denied
from hrkg.extract.syntax.judging import judge
from hrkg.extract.syntax.tree import Tree, lemmas, parsed

__all__ = ["Tree", "denied", "judge", "lemmas", "parsed"]
