"""What the pages of notices show."""

from members.notifications.models import Notification, Preference
from members.notifications.registry import kinds

MOST = 100


def latest_notices(user):
    """Return the person's latest notices, the newest first."""
    return list(Notification.objects.visible_to(user)[:MOST])


def unread_count(user):
    """Return how many notices the person has not read: one query a request."""
    if not hasattr(user, "_unread_notices"):
        user._unread_notices = Notification.objects.visible_to(user).unread().count()
    return user._unread_notices


def mail_choices(user):
    """Return [(kind, whether the person wants mail of it)] for every kind that there is."""
    chosen = dict(Preference.objects.filter(user=user).values_list("kind", "email"))
    return [(kind, chosen.get(kind.name, True)) for kind in kinds()]


def wants_mail(user, kind):
    """Whether the person wants mail of that kind: without a choice, yes."""
    return not Preference.objects.filter(user=user, kind=kind, email=False).exists()
