"""What happened that concerns a person.

`wagtail_reference_index_ignore`: Wagtail would note the references of every row, in a task for each.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.notifications.querysets import NotificationQuerySet


class Notification(models.Model):
    """One notice to one person; a later event of the same key renews it until it is read."""

    wagtail_reference_index_ignore = True

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="notifications"
    )
    kind = models.CharField(_("slag"), max_length=60)
    key = models.CharField(_("nyckel"), max_length=120, help_text="What it is about, such as forum.thread:12.")
    title = models.CharField(_("rubrik"), max_length=250)
    url = models.CharField(_("adress"), max_length=300)
    # A number and no key: organisations stand above notices. Whoever leaves the network loses sight of it.
    network_id = models.PositiveBigIntegerField(_("nätverkets id"), null=True, blank=True)
    count = models.PositiveIntegerField(_("antal händelser"), default=1)
    created_at = models.DateTimeField(_("tid"), default=timezone.now)
    read_at = models.DateTimeField(_("läst"), null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("avisering")
        verbose_name_plural = _("aviseringar")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key"], condition=Q(read_at=None), name="one_unread_notice_per_person_and_key"
            ),
        ]

    def __str__(self):
        return self.title


class Preference(models.Model):
    """Whether a person wants one kind of notice by mail too; without a row: yes."""

    wagtail_reference_index_ignore = True

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="notification_preferences",
    )
    kind = models.CharField(_("slag"), max_length=60)
    email = models.BooleanField(_("mejl"), default=True)

    class Meta:
        verbose_name = _("val för avisering")
        verbose_name_plural = _("val för aviseringar")
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="one_preference_per_person_and_kind")]

    def __str__(self):
        return f"{self.user_id}:{self.kind}"
