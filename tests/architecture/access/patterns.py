"""Who reaches the pattern pages: anybody, on a development portal."""

from tests.architecture.access import REST, row

ROWS = [
    row("patterns:patterns", get={200: REST}),
    row("patterns:form_with_errors", get={200: REST}),
    row("patterns:extranet", get={200: REST}),
    row("patterns:email", get={200: REST}),
]
