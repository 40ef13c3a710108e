"""Notices."""

import factory
from factory.django import DjangoModelFactory

from members.notifications.models import Notification
from tests.factories.accounts import UserFactory


class NotificationFactory(DjangoModelFactory):
    """An unread notice of a reply."""

    class Meta:
        model = Notification

    user = factory.SubFactory(UserFactory)
    kind = "forum.reply"
    key = factory.Sequence(lambda number: f"forum.thread:{number}")
    title = factory.Sequence(lambda number: f"Tråd {number}")
    url = "/deltagare/forum/"
