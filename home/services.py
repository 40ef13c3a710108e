"""What publishing on the public site leads to."""

from django.db import transaction

from members.public import record


@transaction.atomic
def publish(*, page, by):
    """Write down that Wagtail has published a page, or a new version of it. `by` is None for the clock."""
    record(action="home.publish", by=by, obj=page)


@transaction.atomic
def schedule(*, page, by):
    """Write down that the page will be published when its time comes."""
    record(action="home.schedule", by=by, obj=page)


@transaction.atomic
def unpublish(*, page, by):
    """Write down that Wagtail took the page back."""
    record(action="home.unpublish", by=by, obj=page)
