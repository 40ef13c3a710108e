"""What stays at the address of an example that is withdrawn."""

from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from casestudies.models import WithdrawnExample


@transaction.atomic
def leave_notice(*, page, words):
    """Keep the address of an example that is no longer shown, and the ids of the words it was sorted by."""
    if path := _path(page):
        WithdrawnExample.objects.update_or_create(
            path=path, defaults={"withdrawn_date": timezone.localdate(), "words": words}
        )


@transaction.atomic
def remove_notice(*, page):
    """Forget it: the example is shown again, or another one at its address."""
    WithdrawnExample.objects.filter(path=_path(page)).delete()


def _path(page):
    return urlsplit(page.get_url() or "").path
