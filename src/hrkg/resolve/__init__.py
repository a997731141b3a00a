"""Who is who: mentions of one article become entities, entities of many articles become shared things."""

from hrkg.resolve.across import identify
from hrkg.resolve.within import gather

__all__ = ["gather", "identify"]
