"""What a coordinator has written on behalf of an organisation: how it was told, and what waits to be confirmed."""

from django.conf import settings
from django.db import models
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from members.registration.enums import Channel
from members.registration.models.draft import ApplicationDraft
from members.registration.querysets import OnBehalfQuerySet

TOLD = {
    Channel.MAIL: _("mejl från er den %(day)s"),
    Channel.PHONE: _("telefonsamtal med er den %(day)s"),
    Channel.LETTER: _("brev från er den %(day)s"),
}


class Told(models.Model):
    """Words that an organisation gave by another way than a form of the portal; empty when it wrote them itself."""

    channel = models.CharField(_("hur det kom"), max_length=10, choices=Channel.choices, blank=True)
    told_date = models.DateField(_("dagen det kom"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def told_words(self):
        """How and when it was told, said to the organisation, in the language of the page."""
        if not self.channel:
            return ""
        return TOLD[self.channel] % {"day": formats.date_format(self.told_date, "DATE_FORMAT")}


class OnBehalf(Told):
    """That a draft was written by a coordinator: the organisation reads, corrects, and confirms it by a link.

    `email` is where the link was mailed to; it goes when the draft has become an application. `number` is the draft's
    as the coordinator left it: once the organisation has changed anything, the draft is the organisation's.
    """

    draft = models.OneToOneField(ApplicationDraft, on_delete=models.CASCADE, related_name="on_behalf")
    organisation_name = models.CharField(_("organisation"), max_length=200)
    email = models.EmailField(_("mejlat till"), blank=True)
    number = models.PositiveIntegerField(_("sparningar"), default=0)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("skriven av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    mailed_at = models.DateTimeField(_("mejlad"))

    objects = OnBehalfQuerySet.as_manager()

    class Meta:
        verbose_name = _("anmälan åt en organisation")
        verbose_name_plural = _("anmälningar åt organisationer")
        ordering = ["draft__created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(channel="") & models.Q(told_date__isnull=False),
                name="what_is_written_on_behalf_was_told",
            ),
        ]

    def __str__(self):
        return self.organisation_name

    @property
    def network(self):
        """The network that it is for."""
        return self.draft.network

    @property
    def is_changed(self):
        """Whether the organisation has saved anything in it."""
        return self.draft.number != self.number

    @property
    def is_late(self):
        """Whether the organisation told it after the last day to register; when it confirms does not matter."""
        return self.told_date > self.network.last_registration_date
