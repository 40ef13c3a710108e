"""Filters of what readers send in."""

from django.db import models
from django.db.models import Q

from casestudies.enums import AdaptationState


class AdaptationQuerySet(models.QuerySet):
    """What organisations tell of how they used an example."""

    def waiting(self):
        """Those that nobody has decided on."""
        return self.filter(state=AdaptationState.WAITING)

    def published(self):
        """Those that a reader may see."""
        return self.filter(state=AdaptationState.PUBLISHED)

    def around(self, key):
        """Those of the example with that key in any language, of what it became, and of where it came from."""
        return self.filter(
            Q(example__translation_key=key)
            | Q(own_example__translation_key=key)
            | Q(example__origins__example__translation_key=key, example__origins__state=AdaptationState.PUBLISHED)
        ).distinct()
