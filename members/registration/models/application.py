"""An organisation's application to take part in a network."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.registration.enums import TRANSITIONS, UNDECIDED, ApplicationState, DecisionState
from members.registration.querysets import ApplicationQuerySet


def new_reference():
    """Return a short reference that can be said over the phone: eight characters without look-alikes."""
    return "".join(secrets.choice("23456789ABCDEFGHJKMNPQRSTUVWXYZ") for _place in range(8))


class Application(models.Model):
    """One organisation's application to one network, with the price as it stood that day."""

    network = models.ForeignKey(
        "organisations.Network", verbose_name=_("nätverk"), on_delete=models.PROTECT, related_name="applications"
    )
    reference = models.CharField(_("ärendenummer"), max_length=8, unique=True, default=new_reference, editable=False)
    state = models.CharField(
        _("läge"), max_length=12, choices=ApplicationState.choices, default=ApplicationState.SUBMITTED
    )
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="applications",
    )
    organisation_name = models.CharField(
        _("organisationens namn"), max_length=200, help_text=_("Så som den står i registret, eller som den skrevs in.")
    )
    organisation_number = models.CharField(_("organisationsnummer"), max_length=11, blank=True)
    decision_state = models.CharField(_("beslut"), max_length=10, choices=DecisionState.choices)
    decision_body = models.CharField(_("vem beslutar"), max_length=200, blank=True)
    decision_date = models.DateField(_("datum för beslutet"), null=True, blank=True)
    decision_paragraph = models.CharField(_("paragraf"), max_length=40, blank=True)
    decision_file = models.OneToOneField(
        "files.PrivateFile",
        verbose_name=_("beslutet som fil"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="application",
    )
    participant_count = models.PositiveSmallIntegerField(_("antal personer som ska delta"), default=1)
    is_committed = models.BooleanField(_("beredda att arbeta mellan träffarna"), default=False)
    motive = models.TextField(_("varför vill ni vara med?"), blank=True)
    price_per_person_ore = models.PositiveIntegerField(_("pris per person, öre"))
    is_late = models.BooleanField(_("sen anmälan"), default=False)
    language = models.CharField(_("språk"), max_length=2, default="sv")
    submitted_at = models.DateTimeField(_("inskickad"), auto_now_add=True)
    contacted_date = models.DateField(_("kontaktad"), null=True, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("handläggs av"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    follow_up_date = models.DateField(_("följ upp den"), null=True, blank=True)
    offer_expires_at = models.DateTimeField(
        _("erbjudandet gäller till"), null=True, blank=True, help_text=_("En reservplats som har erbjudits en plats.")
    )
    # The board's date that the contact persons have been reminded of: moved, it is a new one.
    reminded_date = models.DateField(_("påmind om beslutsdatum"), null=True, blank=True, editable=False)
    diary_number = models.CharField(_("organisationens diarienummer"), max_length=60, blank=True)
    buyer_reference = models.CharField(_("beställarreferens"), max_length=100, blank=True)
    order_reference = models.CharField(_("beställningsnummer"), max_length=100, blank=True)
    e_invoice_address = models.CharField(
        _("e-fakturaadress"), max_length=60, blank=True, help_text=_("Peppol-id, till exempel 0007:2220000315.")
    )
    # The browser's own key for this form: sending it twice gives one application.
    submission_key = models.UUIDField(unique=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("anmälan")
        verbose_name_plural = _("anmälningar")
        ordering = ["-submitted_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(decision_state__in=["taken", "scheduled"]) | Q(decision_date__isnull=False),
                name="decision_taken_or_scheduled_has_a_date",
            ),
            models.CheckConstraint(condition=Q(participant_count__gte=1), name="somebody_takes_part"),
            models.CheckConstraint(
                condition=Q(offer_expires_at=None) | Q(state="waiting"), name="only_those_who_wait_are_offered_a_seat"
            ),
        ]

    def __str__(self):
        return f"{self.organisation_name} ({self.reference})"

    @property
    def is_alive(self):
        """Whether it is neither declined nor taken back."""
        return ApplicationState.WITHDRAWN in TRANSITIONS[self.state]

    @property
    def takes_registrars_decision(self):
        """Whether a registrar may still leave the decision.

        Not when the application is over, and never in place of the paper that a place was confirmed on.
        """
        is_settled = self.state == ApplicationState.ACCEPTED and self.decision_file_id is not None
        return self.is_alive and not is_settled and not self.network.is_archived

    @property
    def has_passed_its_date(self):
        """Whether the board should have decided by now, and nobody has said what."""
        is_waiting = self.decision_state == DecisionState.SCHEDULED and self.state in UNDECIDED
        return is_waiting and self.decision_date < timezone.localdate()

    @property
    def came_by(self):
        """The registrar's link by which the decision's file came, or None."""
        return getattr(self.decision_file, "registrar_link", None)

    @property
    def seat_state(self):
        """The state that a seat would give it: with a condition until the board has decided."""
        is_decided = self.decision_state == DecisionState.TAKEN
        return ApplicationState.ACCEPTED if is_decided else ApplicationState.CONDITIONAL

    @property
    def has_offer(self):
        """Whether a seat is held for it until it answers."""
        return self.offer_expires_at is not None and self.offer_expires_at > timezone.now()

    @property
    def total_kronor(self):
        """What it costs in whole kronor: the number of people times the price as it stood."""
        return self.participant_count * self.price_per_person_ore // 100

    @property
    def contact_people(self):
        """The one or two contact persons, in the order they were given."""
        return [person for person in self.people.all() if person.is_contact_person]

    @property
    def participants(self):
        """Those named so far; names may follow."""
        return [person for person in self.people.all() if not person.is_contact_person]


class ApplicationPerson(models.Model):
    """Somebody named in an application: a contact person, or a participant whose name may follow later."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="people")
    is_contact_person = models.BooleanField(_("kontaktperson"), default=False)
    name = models.CharField(_("namn"), max_length=150, blank=True)
    email = models.EmailField(_("e-postadress"), blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    title = models.CharField(_("roll i organisationen"), max_length=150, blank=True)
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("person i anmälan")
        verbose_name_plural = _("personer i anmälan")
        ordering = ["-is_contact_person", "sort_order", "pk"]

    def __str__(self):
        return self.name
