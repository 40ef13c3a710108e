"""What readers send in: "we used this", and tips of examples. Nothing of it is shown before an editor has said so."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from casestudies.enums import AdaptationState
from casestudies.querysets import AdaptationQuerySet


class Adaptation(index.Indexed, models.Model):
    """An organisation tells that it used an example: what it changed, and what came of it."""

    example = models.ForeignKey(
        "casestudies.ExamplePage",
        verbose_name=_("exemplet som användes"),
        on_delete=models.CASCADE,
        related_name="adaptations",
    )
    own_example = models.ForeignKey(
        "casestudies.ExamplePage",
        verbose_name=_("organisationens eget exempel"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="origins",
        help_text=_("Om de har ett eget exempel på portalen. Då står det där att arbetet bygger på det här."),
    )
    organisation_name = models.CharField(_("organisation"), max_length=200)
    what_changed = models.TextField(_("vad ni gjorde, och vad ni ändrade"), max_length=3000)
    outcome = models.TextField(_("vad det ledde till"), max_length=3000, blank=True)
    language = models.CharField(_("språk"), max_length=8, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    sender_name = models.CharField(_("den som skrev"), max_length=150, blank=True)
    sender_email = models.EmailField(_("e-post till den som skrev"), blank=True)
    state = models.CharField(
        _("läge"), max_length=10, choices=AdaptationState.choices, default=AdaptationState.WAITING, db_index=True
    )
    reason = models.TextField(
        _("hälsning till den som skrev"),
        max_length=2000,
        blank=True,
        help_text=_("Står i mejlet som talar om vad ni bestämde. Skriv varför, om ni inte publicerar."),
    )
    sent_at = models.DateTimeField(_("kom in"), auto_now_add=True)
    decided_at = models.DateTimeField(_("avgjort"), null=True, blank=True)

    objects = AdaptationQuerySet.as_manager()

    search_fields = [index.SearchField("organisation_name"), index.SearchField("what_changed")]

    class Meta:
        verbose_name = _("användning av ett exempel")
        verbose_name_plural = _("användningar av exempel")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(own_example=None) | ~Q(own_example=models.F("example")),
                name="adaptation_is_not_of_itself",
                violation_error_message=_("Ett exempel kan inte bygga på sig självt."),
            ),
        ]

    def __str__(self):
        return self.organisation_name


class Tip(models.Model):
    """Somebody's tip of a good example, and the draft that it became."""

    done = models.TextField(_("vad har de gjort?"))
    organisation_name = models.CharField(_("vilken organisation är det?"), max_length=200)
    why = models.TextField(_("varför ska andra känna till det?"))
    email = models.EmailField(_("e-post till den som tipsade"), blank=True)
    page = models.ForeignKey(
        "casestudies.ExamplePage",
        verbose_name=_("utkast"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="tips",
    )
    sent_at = models.DateTimeField(_("kom in"), auto_now_add=True)

    class Meta:
        verbose_name = _("tips om ett exempel")
        verbose_name_plural = _("tips om exempel")
        ordering = ["-sent_at", "-pk"]

    def __str__(self):
        return self.organisation_name
