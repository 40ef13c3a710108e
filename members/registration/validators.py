"""What an application may hold: the register's own checks, and where an invoice goes."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from members.organisations.validators import clean_organisation_number

__all__ = ["clean_invoice_address", "clean_organisation_number"]


def clean_invoice_address(value):
    """Return a Peppol participant id as "0007:2220000315" (organisation number) or "0088:…" (GLN).

    An organisation number alone is taken for 0007. Raises ValidationError otherwise.
    """
    scheme, colon, number = "".join(value.split()).rpartition(":")
    if colon and scheme == "0088" and number.isascii() and number.isdigit() and len(number) == 13:
        return f"0088:{number}"
    if colon and scheme != "0007":
        raise ValidationError(_("Ange Peppol-id så här: 0007:2220000315."), code="format")
    return f"0007:{clean_organisation_number(number).replace('-', '')}"
