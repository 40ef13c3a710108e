"""What happens to an application: its steps, the coordinator's notes, and what the two sides write to each other."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from members.registration.enums import ApplicationState
from members.registration.models.application import Application
from members.registration.models.on_behalf import Told


class Transition(models.Model):
    """One step of an application from state to state: by whom, why, and the mail that told of it. Never changed,
    but for the mark that it was undone."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="transitions")
    from_state = models.CharField(_("från"), max_length=12, choices=ApplicationState.choices)
    to_state = models.CharField(_("till"), max_length=12, choices=ApplicationState.choices)
    reason = models.TextField(_("skäl"), blank=True)
    subject = models.CharField(_("mejlets ämne"), max_length=200, blank=True)
    text = models.TextField(_("mejlets text"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("när"), auto_now_add=True)
    undoes = models.OneToOneField(
        "self", verbose_name=_("ångrar"), null=True, on_delete=models.PROTECT, related_name="undone_by"
    )

    class Meta:
        verbose_name = _("steg")
        verbose_name_plural = _("steg")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.get_from_state_display()} → {self.get_to_state_display()}"


class CallNote(models.Model):
    """What was said on the phone, for the coordinators alone."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="call_notes")
    text = models.TextField(_("anteckning"), max_length=5000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("när"), auto_now_add=True)
    # The browser's own key for the form: sending it twice gives one note. Notes from before have none.
    submission_key = models.UUIDField(unique=True, null=True, editable=False)

    class Meta:
        verbose_name = _("samtalsanteckning")
        verbose_name_plural = _("samtalsanteckningar")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.application} · {self.at:%Y-%m-%d}"


class Message(Told):
    """One message between the coordinator and the applicant; the applicant's own have nobody in `by`.

    What the applicant told by mail or phone, and a coordinator wrote down on its behalf, has that coordinator there.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="messages")
    text = models.TextField(_("meddelande"), max_length=5000)
    is_from_applicant = models.BooleanField(_("från den anmälda organisationen"), default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("när"), auto_now_add=True)
    # The browser's own key for the form: sending it twice gives one message.
    submission_key = models.UUIDField(unique=True)

    class Meta:
        verbose_name = _("meddelande")
        verbose_name_plural = _("meddelanden")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(channel="", told_date=None)
                | (~models.Q(channel="") & models.Q(told_date__isnull=False, is_from_applicant=True)),
                name="only_the_applicants_words_are_told",
            ),
        ]

    def __str__(self):
        return f"{self.application} · {self.at:%Y-%m-%d}"
