"""The library of good examples. No cookie is set and no session read: the pages may all be cached."""

from casestudies.views.api import ExamplesAPIViewSet, api, schema
from casestudies.views.compare import compare
from casestudies.views.downloads import csv_file, example_ris, ris_file
from casestudies.views.evidence import evidence
from casestudies.views.example import example
from casestudies.views.forms import contact, contact_sent, tip, tip_sent, use, use_sent
from casestudies.views.library import examples
from casestudies.views.withdrawn import withdrawn

__all__ = [
    "ExamplesAPIViewSet",
    "api",
    "compare",
    "contact",
    "contact_sent",
    "csv_file",
    "evidence",
    "example",
    "example_ris",
    "examples",
    "ris_file",
    "schema",
    "tip",
    "tip_sent",
    "use",
    "use_sent",
    "withdrawn",
]
