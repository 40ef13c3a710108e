"""What others announce and the record writes down."""

from django.dispatch import receiver

from members.audit.services import record
from portal.core.admin_area import exported


@receiver(exported)
def note_export(sender, user, address, **kwargs):
    """Write who took a list out of Wagtail admin; `fields` says which one, and as what."""
    record(action="audit.export", by=user, fields=[address, sender])
