"""What stays of an example when it is gone, and what has been told of one that is new."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WithdrawnExample(models.Model):
    """The address of an example that was withdrawn. Of what it said nothing is kept but the words it was sorted by."""

    path = models.CharField(_("adress"), max_length=500, unique=True)
    withdrawn_date = models.DateField(_("tillbakadraget"))
    words = models.JSONField(_("ord"), default=dict, blank=True)

    class Meta:
        verbose_name = _("tillbakadraget exempel")
        verbose_name_plural = _("tillbakadragna exempel")
        ordering = ["-withdrawn_date", "-pk"]

    def __str__(self):
        return self.path


class Announcement(models.Model):
    """An example that those who subscribe have been told of: nobody hears of it twice, whatever its revisions say."""

    page = models.OneToOneField(
        "casestudies.ExamplePage",
        verbose_name=_("gott exempel"),
        on_delete=models.CASCADE,
        related_name="announcement",
    )
    announced_at = models.DateTimeField(_("berättat"), auto_now_add=True)

    class Meta:
        verbose_name = _("berättat exempel")
        verbose_name_plural = _("berättade exempel")
