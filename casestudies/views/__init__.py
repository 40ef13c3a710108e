"""The library of good examples. No cookie is set and no session read: the pages may all be cached."""

from casestudies.views.example import example
from casestudies.views.library import examples

__all__ = ["example", "examples"]
