"""hrkg's own language engine at run time: one small encoder with several heads, on onnxruntime and numpy alone.

The weights and their card lie in `data/models/engine/`; how they were made, in `training/`.
"""

from hrkg.language.engine.model import Analysis, LanguageModel
from hrkg.language.engine.names import spans

__all__ = ["Analysis", "LanguageModel", "spans"]
