"""How often a form may wait in the session of somebody who has not logged in yet."""

import uuid

from django.db import transaction
from django.utils import timezone

from portal.core.guard import IN_ALL, PER_ADDRESS, WINDOW
from portal.core.models import FormUse

HELD = "held_form"


@transaction.atomic
def may_hold_form(*, sender):
    """Count one more from that sender; False when there were ten of them within the hour, or two hundred in all."""
    recent = FormUse.objects.filter(form=HELD, used_at__gt=timezone.now() - WINDOW)
    if recent.filter(sender=sender).count() >= PER_ADDRESS or recent.count() >= IN_ALL:
        return False
    FormUse.objects.create(key=uuid.uuid4(), form=HELD, sender=sender)
    return True
