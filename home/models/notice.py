"""What has been told to those who wait for the next invitation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class InvitationNotice(models.Model):
    """Those who asked have been told that one can register for the network. Once is enough."""

    network = models.OneToOneField(
        "organisations.Network", verbose_name=_("nätverk"), on_delete=models.CASCADE, related_name="+"
    )
    told_at = models.DateTimeField(_("meddelat"), auto_now_add=True)

    class Meta:
        verbose_name = _("meddelande om inbjudan")
        verbose_name_plural = _("meddelanden om inbjudningar")

    def __str__(self):
        return f"{self.network}"
