"""An organisation's own picture of its situation: aggregate, never about individuals."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from members.needs.querysets import InventoryQuerySet
from portal.core.validators import refuse_personal_numbers

# The questions of the inventory, in the order in which they are asked.
TEXTS = ("situation", "present_work", "priorities", "sources")


class Inventory(models.Model):
    """The inventory of local needs of one organisation in one network, written together by its people."""

    network = models.ForeignKey(
        "organisations.Network", verbose_name=_("nätverk"), on_delete=models.PROTECT, related_name="inventories"
    )
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="inventories",
    )
    situation = models.TextField(
        _("hur ser det ut hos oss?"),
        blank=True,
        validators=[refuse_personal_numbers],
        help_text=_("Vilka miljöer och slag av extremism märks? Var, hur ofta, och åt vilket håll går det?"),
    )
    present_work = models.TextField(
        _("vad gör vi redan?"),
        blank=True,
        validators=[refuse_personal_numbers],
        help_text=_("Från främjande arbete till stöd åt den som vill lämna: vad finns, och vem gör det?"),
    )
    priorities = models.TextField(
        _("vad vill vi utveckla först?"),
        blank=True,
        validators=[refuse_personal_numbers],
        help_text=_("Ett par saker räcker. Skriv gärna vad som ska märkas när ni har lyckats."),
    )
    sources = models.TextField(
        _("vad bygger bilden på?"),
        blank=True,
        validators=[refuse_personal_numbers],
        help_text=_("Till exempel statistik, samtal med skola och polis, enkäter. Vad vet ni inte?"),
    )
    edit_number = models.PositiveIntegerField(_("ändringsnummer"), default=0)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("senast ändrad av"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    updated_at = models.DateTimeField(_("senast ändrad"), default=timezone.now)

    objects = InventoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("inventering av lokala behov")
        verbose_name_plural = _("inventeringar av lokala behov")
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "organisation"], name="one_inventory_per_organisation_and_network"
            ),
        ]

    def __str__(self):
        return f"{self.organisation} · {self.network}"

    def get_absolute_url(self):
        """The page where it is read."""
        return reverse("needs:inventory", args=[self.pk])

    @property
    def texts(self):
        """The texts by the name of their field."""
        return {name: getattr(self, name) for name in TEXTS}

    @property
    def sections(self):
        """Each question with what stands written to it."""
        return [(capfirst(self._meta.get_field(name).verbose_name), text) for name, text in self.texts.items()]

    @property
    def is_begun(self):
        """Whether anything has been written."""
        return any(self.texts.values())
