"""Organisations, networks and memberships: the ground that all access stands on."""

import hashlib
import secrets

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from members.organisations.enums import BOTH_IN_ONE, PORTAL_ROLES, OrganisationKind, RegistrationState, Role
from members.organisations.querysets import (
    GOTLAND,
    InvitationQuerySet,
    MembershipQuerySet,
    NetworkQuerySet,
    OrganisationQuerySet,
)


class Organisation(models.Model):
    """A municipality, region, district committee or other organisation, real or invented for the demonstration."""

    name = models.CharField(_("namn"), max_length=200)
    kind = models.CharField(_("typ"), max_length=20, choices=OrganisationKind.choices)
    code = models.CharField(
        _("officiell kod"), max_length=4, blank=True, help_text=_("Kommunkod eller länskod enligt SCB, som text.")
    )
    county_code = models.CharField(_("länskod"), max_length=2, blank=True)
    parent = models.ForeignKey(
        "self", verbose_name=_("hör till"), null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    organisation_number = models.CharField(_("organisationsnummer"), max_length=11, blank=True)
    from_date = models.DateField(_("från"), null=True, blank=True)
    to_date = models.DateField(_("till"), null=True, blank=True)
    is_demonstration = models.BooleanField(_("demonstration"), default=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisationer")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code"], condition=~Q(code=""), name="one_organisation_per_kind_and_code"
            ),
            models.CheckConstraint(
                condition=Q(to_date=None) | Q(from_date=None) | Q(to_date__gte=F("from_date")),
                name="organisation_ends_after_it_begins",
            ),
        ]

    def __str__(self):
        return self.name

    def get_kind_display(self):
        """The sort of organisation in words; Gotland is two in one, and says so."""
        if self.kind == OrganisationKind.MUNICIPALITY and self.code == GOTLAND:
            return BOTH_IN_ONE
        return OrganisationKind(self.kind).label if self.kind else ""


# Other pages' addresses, at the same place as a network's own.
TAKEN_ADDRESSES = {"meddela-mig"}


class Network(models.Model):
    """A round of meetings with those who take part; its dates say whether one may still register."""

    name = models.CharField(_("namn"), max_length=200)
    name_en = models.CharField(_("namn på engelska"), max_length=200, blank=True)
    slug = models.SlugField(_("adress"), max_length=80, unique=True)
    description = models.TextField(_("beskrivning"), blank=True)
    description_en = models.TextField(_("beskrivning på engelska"), blank=True)
    registration_opens_date = models.DateField(_("anmälan öppnar"))
    last_registration_date = models.DateField(_("sista anmälningsdag"))
    first_meeting_at = models.DateTimeField(_("första träffen"))
    closes_at = models.DateTimeField(
        _("anmälan stänger"), null=True, blank=True, help_text=_("Om fältet är tomt: när första träffen börjar.")
    )
    price_per_person_ore = models.PositiveIntegerField(_("pris per person, öre"))
    capacity = models.PositiveIntegerField(_("antal platser"), null=True, blank=True)
    archived_at = models.DateTimeField(_("avslutat"), null=True, blank=True)
    is_demonstration = models.BooleanField(_("demonstration"), default=False)

    objects = NetworkQuerySet.as_manager()

    class Meta:
        verbose_name = _("nätverk")
        verbose_name_plural = _("nätverk")
        ordering = ["-first_meeting_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_registration_date__gte=F("registration_opens_date")),
                name="network_registration_ends_after_it_opens",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_archived(self):
        """Whether the network is finished: readable for those who took part, closed for writing."""
        return self.archived_at is not None

    @property
    def registration_closes_at(self):
        """When registration closes for good: the closing time, else the first meeting."""
        return self.closes_at or self.first_meeting_at

    @property
    def registration_state(self):
        """Open until the last day, late after it, closed from the closing time on (and before it opens)."""
        today = timezone.localdate()
        if self.is_archived or timezone.now() >= self.registration_closes_at or today < self.registration_opens_date:
            return RegistrationState.CLOSED
        return RegistrationState.LATE if today > self.last_registration_date else RegistrationState.OPEN

    @property
    def price_per_person_kronor(self):
        """The price in whole kronor, for the reader's eye."""
        return self.price_per_person_ore // 100

    @property
    def local_name(self):
        """The name in the language of the page."""
        return self.name_en if get_language() == "en" and self.name_en else self.name

    def clean(self):
        """Refuse an address at which another page stands, and a last day to register before the first."""
        super().clean()
        opens, last = self.registration_opens_date, self.last_registration_date
        if opens and last and last < opens:
            raise ValidationError({"last_registration_date": _("Sista dagen ligger före dagen då anmälan öppnar.")})
        if self.slug in TAKEN_ADDRESSES:
            raise ValidationError({"slug": _("Adressen är upptagen. Välj en annan.")})

    @property
    def local_description(self):
        """The description in the language of the page."""
        return self.description_en if get_language() == "en" and self.description_en else self.description


class Membership(models.Model):
    """A person takes part for an organisation in a network, in a role, from a day to a day. History is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.PROTECT, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="memberships"
    )
    network = models.ForeignKey(
        Network, verbose_name=_("nätverk"), null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(_("roll"), max_length=20, choices=Role.choices)
    from_date = models.DateField(_("från"), default=timezone.localdate)
    to_date = models.DateField(_("till och med"), null=True, blank=True)
    confirmed_at = models.DateTimeField(
        _("bekräftat"), null=True, blank=True, help_text=_("När en kontaktperson senast sade att personen deltar.")
    )
    ended_at = models.DateTimeField(
        _("avslutat"), null=True, blank=True, help_text=_("När någon avslutade deltagandet; det gäller genast.")
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("deltagande")
        verbose_name_plural = _("deltaganden")
        ordering = ["organisation__name", "user__name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=PORTAL_ROLES, network=None)
                | (~Q(role__in=PORTAL_ROLES) & Q(network__isnull=False)),
                name="network_roles_have_a_network",
            ),
            models.UniqueConstraint(
                fields=["user", "organisation", "network", "role"],
                condition=Q(to_date=None, network__isnull=False),
                name="one_open_membership_per_person_and_role",
            ),
            models.UniqueConstraint(
                fields=["user", "role"],
                condition=Q(to_date=None, network=None),
                name="one_open_portal_role_per_person",
            ),
            models.CheckConstraint(
                condition=Q(to_date=None) | Q(to_date__gte=F("from_date")), name="membership_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(to_date__isnull=False), name="ended_membership_has_a_last_day"
            ),
        ]

    def __str__(self):
        return f"{self.user} · {self.organisation}"

    def clean(self):
        """Say in words what the constraint on roles and networks holds."""
        super().clean()
        if self.role in PORTAL_ROLES and self.network_id is not None:
            raise ValidationError({"network": _("En redaktör eller administratör hör inte till något nätverk.")})
        if self.role not in PORTAL_ROLES and self.network_id is None:
            raise ValidationError({"network": _("Välj ett nätverk.")})

    @property
    def is_contact_person(self):
        """Whether the person leads the organisation's part."""
        return self.role == Role.CONTACT_PERSON


class Invitation(models.Model):
    """A single-use, address-bound, expiring way in for one person. The link's token is stored as a digest only."""

    email = models.EmailField(_("e-postadress"))
    name = models.CharField(_("namn"), max_length=150, blank=True)
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="invitations"
    )
    network = models.ForeignKey(
        Network, verbose_name=_("nätverk"), null=True, blank=True, on_delete=models.PROTECT, related_name="invitations"
    )
    role = models.CharField(_("roll"), max_length=20, choices=Role.choices, default=Role.MEMBER)
    digest = models.CharField(_("länkens avtryck"), max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("inbjuden av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("skickad"), auto_now_add=True)
    expires_at = models.DateTimeField(_("gäller till"))
    used_at = models.DateTimeField(_("använd"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("återtagen"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("inbjudan att delta")
        verbose_name_plural = _("inbjudningar att delta")
        ordering = ["-created_at"]

    def __str__(self):
        return self.email

    @property
    def state_label(self):
        """What has become of it, in words."""
        if self.used_at:
            return _("Använd")
        if self.withdrawn_at:
            return _("Återtagen")
        return _("Har gått ut") if self.is_expired else _("Väntar på svar")

    @property
    def is_expired(self):
        """Whether its time has run out."""
        return self.expires_at <= timezone.now()

    @property
    def is_open(self):
        """Whether the link still works; a finished network takes nobody in."""
        is_over = self.network is not None and self.network.is_archived
        return self.used_at is None and self.withdrawn_at is None and not self.is_expired and not is_over

    @staticmethod
    def new_token():
        """Return a fresh token for the link: 256 bits."""
        return secrets.token_urlsafe(32)

    @staticmethod
    def digest_of(token):
        """Return what is kept of a token. It is random and long: a plain hash is enough."""
        return hashlib.sha256(token.encode()).hexdigest()
