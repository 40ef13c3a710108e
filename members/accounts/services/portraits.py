"""The picture that a person shows of themselves: set, replaced, removed."""

from django.core.files.base import ContentFile
from django.db import transaction

from members.accounts.models import Portrait, User
from members.audit.services import record


@transaction.atomic
def set_portrait(*, squares, by):
    """Let this be the person's picture, in place of the one before; `squares` is what `squares_of` made of a file."""
    User.objects.select_for_update().get(pk=by.pk)  # two uploads at once stand in line
    Portrait.objects.filter(user=by).delete()
    portrait = Portrait(user=by)
    stored = []
    try:
        for name, content in squares.items():
            file = getattr(portrait, name)
            file.save(f"{name}.jpg", ContentFile(content), save=False)
            stored.append(file)
        with transaction.atomic():
            portrait.save()
            record(action="accounts.set_portrait", by=by, obj=by)
    except BaseException:
        for file in stored:
            file.storage.delete(file.name)
        raise
    return portrait


@transaction.atomic
def remove_portrait(*, by):
    """Show no picture any more; nothing happens when there was none. The files go with the row (receivers)."""
    if Portrait.objects.filter(user=by).delete()[0]:
        record(action="accounts.remove_portrait", by=by, obj=by)
