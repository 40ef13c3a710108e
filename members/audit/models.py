"""The append-only record."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from members.audit.querysets import AppendOnlyQuerySet, RecordQuerySet


class Record(models.Model):
    """One thing that somebody did. Ids and labels in text, so that it outlives what it tells of.

    Holds names of changed fields, never their values, so that an erased person is erased here too.
    """

    at = models.DateTimeField(_("tid"), auto_now_add=True, db_index=True)
    actor_id = models.CharField(_("vem, id"), max_length=40, blank=True, db_index=True)
    actor_label = models.CharField(_("vem"), max_length=200, blank=True)
    on_behalf_of = models.CharField(_("för"), max_length=200, blank=True)
    action = models.CharField(_("vad"), max_length=100, db_index=True)
    object_type = models.CharField(_("slag av objekt"), max_length=100, blank=True)
    object_id = models.CharField(_("objektets id"), max_length=40, blank=True)
    object_label = models.CharField(_("objekt"), max_length=200, blank=True)
    network_id = models.CharField(_("nätverkets id"), max_length=40, blank=True, db_index=True)
    fields = models.JSONField(_("ändrade fält"), default=list, blank=True)
    request_id = models.CharField(_("anropets id"), max_length=32, blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("loggpost")
        verbose_name_plural = _("loggposter")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"

    def save(self, *args, **kwargs):
        """Write a new record; raises TypeError for a change, which an append-only record has not."""
        if self.pk is not None:
            raise TypeError("A record of what was done is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Raise TypeError: a record of what was done is never removed by hand."""
        raise TypeError("A record of what was done is never removed.")


class Link(models.Model):
    """A record's place in the chain: its digest, made of what it says and of the digest before it.

    In a table of its own: a record is never changed, and is sealed when it is known to stay (services/chain.py).
    """

    number = models.BigIntegerField(primary_key=True)
    record_id = models.BigIntegerField(unique=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(auto_now_add=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("länk i loggens kedja")
        verbose_name_plural = _("länkar i loggens kedja")
        ordering = ["number"]

    def __str__(self):
        return f"{self.number} {self.digest[:12]}"


class Anchor(models.Model):
    """Where the chain begins after the oldest records were purged: the last link that was removed, and how many."""

    number = models.BigIntegerField(primary_key=True)
    digest = models.CharField(max_length=64)
    records = models.PositiveIntegerField(_("borttagna loggposter"))
    at = models.DateTimeField(_("tid"), auto_now_add=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("ankare i loggens kedja")
        verbose_name_plural = _("ankare i loggens kedja")
        ordering = ["-number"]

    def __str__(self):
        return f"{self.number} {self.digest[:12]}"


class Check(models.Model):
    """One time that the chain was verified, and what its end was then: a later end must have grown from it."""

    at = models.DateTimeField(_("tid"), auto_now_add=True, db_index=True)
    number = models.BigIntegerField(_("sista länken"))
    digest = models.CharField(_("sista länkens kontrollsumma"), max_length=64, blank=True)
    fault = models.CharField(_("fel"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("kontroll av loggens kedja")
        verbose_name_plural = _("kontroller av loggens kedja")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.fault or self.number}"

    @property
    def is_whole(self):
        """Whether nothing was found to be wrong."""
        return not self.fault
