"""What is to be invoiced, line by line."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from members.registration.models.application import Application
from members.registration.querysets import InvoiceLineQuerySet

REFERENCES = ("organisation_name", "organisation_number", "buyer_reference", "order_reference", "e_invoice_address")


class InvoiceLine(models.Model):
    """A number of people at the price that the application was made at, with its references as they stood.

    A later change is a line of its own, with a number below nought when it is fewer; no line is ever rewritten.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="invoice_lines")
    people = models.SmallIntegerField(_("antal personer"))
    price_per_person_ore = models.PositiveIntegerField(_("pris per person, öre"))
    vat_note = models.CharField(_("moms"), max_length=200)
    organisation_name = models.CharField(_("organisation"), max_length=200)
    organisation_number = models.CharField(_("organisationsnummer"), max_length=11, blank=True)
    buyer_reference = models.CharField(_("beställarreferens"), max_length=100, blank=True)
    order_reference = models.CharField(_("beställningsnummer"), max_length=100, blank=True)
    e_invoice_address = models.CharField(_("e-fakturaadress"), max_length=60, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("gjord"), auto_now_add=True)
    exported_at = models.DateTimeField(_("hämtad"), null=True, blank=True)

    objects = InvoiceLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("fakturarad")
        verbose_name_plural = _("fakturarader")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(people=0), name="invoice_line_is_for_somebody"),
        ]

    def __str__(self):
        return f"{self.organisation_name}: {self.people}"

    def save(self, *args, **kwargs):
        """Write a new line; raises TypeError for a change of one that stands."""
        if self.pk is not None:
            raise TypeError("A line of an invoice basis is never changed: a later change is a line of its own.")
        super().save(*args, **kwargs)

    @property
    def amount_ore(self):
        """The people times the price, in whole öre."""
        return self.people * self.price_per_person_ore

    @property
    def amount_kronor(self):
        """The same in kronor, for the reader's eye."""
        return self.amount_ore // 100
