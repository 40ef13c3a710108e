"""An organisation's own picture of its situation: aggregate, never about individuals."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from members.needs.querysets import InventoryQuerySet


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
    situation = models.TextField(_("hur ser det ut hos oss?"), blank=True)
    present_work = models.TextField(_("vad gör vi redan?"), blank=True)
    priorities = models.TextField(_("vad vill vi utveckla först?"), blank=True)
    sources = models.TextField(_("vad bygger bilden på?"), blank=True)
    edit_number = models.PositiveIntegerField(_("ändringsnummer"), default=0)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("senast ändrad av"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    updated_at = models.DateTimeField(_("senast ändrad"), auto_now=True)

    objects = InventoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("inventering av lokala behov")
        verbose_name_plural = _("inventeringar av lokala behov")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "organisation"], name="one_inventory_per_organisation_and_network"
            ),
        ]

    def __str__(self):
        return f"{self.organisation} · {self.network}"
