"""The records that the stages hand to each other: frozen, standard library only.

Offsets are 0-based, half-open and count Unicode code points of `Article.text`; nothing else in hrkg counts otherwise.

A record points at people, organizations, places and groups by the `Span` of a `Mention` (one mention a span); which
mentions are one thing is said by `Reference` within the article and by `hrkg.resolve` over articles.
"""

from hrkg.model.documents import (
    Document,
    Extracted,
    Extractor,
)
from hrkg.model.entities import (
    Entity,
    Identity,
    Judgment,
    ReadArticle,
)
from hrkg.model.records import (
    Argument,
    Attribute,
    Charge,
    Claim,
    Count,
    Event,
    Form,
    Kind,
    Location,
    Membership,
    Mention,
    Modality,
    Moment,
    Post,
    Prospect,
    Record,
    Reference,
    Relation,
    Sentence,
    Status,
    Whole,
)
from hrkg.model.text import (
    Article,
    Metadata,
    Span,
    TextSentence,
)

__all__ = [
    "Argument",
    "Article",
    "Attribute",
    "Charge",
    "Claim",
    "Count",
    "Document",
    "Entity",
    "Event",
    "Extracted",
    "Extractor",
    "Form",
    "Identity",
    "Judgment",
    "Kind",
    "Location",
    "Membership",
    "Mention",
    "Metadata",
    "Modality",
    "Moment",
    "Post",
    "Prospect",
    "ReadArticle",
    "Record",
    "Reference",
    "Relation",
    "Sentence",
    "Span",
    "Status",
    "TextSentence",
    "Whole",
]
