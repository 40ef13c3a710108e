"""What the levels of prevention and the strengths of evidence mean."""

from django.shortcuts import render

from casestudies import queries
from casestudies.enums import EvidenceStrength
from portal.core.pages import public


@public
def evidence(request):
    """How to read an example: how sure it is that the work did it, and at which level it prevents."""
    context = {"strengths": list(EvidenceStrength), "levels": queries.levels_explained()}
    return render(request, "casestudies/evidence.html", context)
