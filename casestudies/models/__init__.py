"""The library of good examples: its index, the examples, and the words that they are sorted by."""

from casestudies.models.contributions import Adaptation, Tip
from casestudies.models.example_page import ExampleDocument, ExamplePage
from casestudies.models.index_page import ExampleIndexPage
from casestudies.models.terms import Actor, Environment, PreventionLevel, TargetGroup, Term
from casestudies.models.traces import Announcement, WithdrawnExample

__all__ = [
    "Actor",
    "Adaptation",
    "Announcement",
    "Environment",
    "ExampleDocument",
    "ExampleIndexPage",
    "ExamplePage",
    "PreventionLevel",
    "TargetGroup",
    "Term",
    "Tip",
    "WithdrawnExample",
]
