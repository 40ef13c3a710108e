"""What a person may see of networks and organisations follows from the memberships of today."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from members.organisations.enums import NETWORK_ROLES, PARTICIPANT_ROLES, PORTAL_ROLES, OrganisationKind, Role

# Municipality and region in one organisation; listed once, under its municipal code.
GOTLAND = "0980"
RESTORABLE = datetime.timedelta(days=30)


def memberships_of(user):
    """Return the person's memberships of today, with organisation and network; none for anybody else."""
    return user.current_memberships if user.is_authenticated else []


def network_ids_of(user):
    """Return the ids of the networks that the person takes part in or coordinates."""
    return {membership.network_id for membership in memberships_of(user) if membership.role in NETWORK_ROLES}


def coordinated_network_ids(user):
    """Return the ids of the networks that the person coordinates."""
    return {membership.network_id for membership in memberships_of(user) if membership.role == Role.COORDINATOR}


def organisation_ids_of(user):
    """Return the ids of the organisations that the person takes part for."""
    return {membership.organisation_id for membership in memberships_of(user) if membership.role in PARTICIPANT_ROLES}


def participations_of(user):
    """Return the (network id, organisation id) pairs that the person takes part for."""
    return {
        (membership.network_id, membership.organisation_id)
        for membership in memberships_of(user)
        if membership.role in PARTICIPANT_ROLES
    }


def is_portal_administrator(user):
    """Whether the person is an administrator today."""
    return user.is_authenticated and user.holds_role(Role.ADMINISTRATOR)


def led_by(user):
    """Return the condition on network and organisation that the person coordinates the one or leads the other."""
    led = Q(network_id__in=coordinated_network_ids(user))
    for membership in memberships_of(user):
        if membership.role == Role.CONTACT_PERSON:
            led |= Q(network_id=membership.network_id, organisation_id=membership.organisation_id)
    return led


class OrganisationQuerySet(models.QuerySet):
    """The register is public knowledge: every organisation in it is visible to whoever has logged in."""

    def visible_to(self, user):
        """All, for any account; the public site reads the register through members.public."""
        return self if user.is_authenticated else self.none()

    def existing_on(self, day):
        """Those that exist on that day: landsting and some districts are no more."""
        return self.filter(Q(from_date=None) | Q(from_date__lte=day), Q(to_date=None) | Q(to_date__gte=day))

    def of_kind(self, kind):
        """Those of that sort. Gotland is municipality and region in one: listed once, and found as either."""
        found = Q(kind=kind)
        if kind == OrganisationKind.REGION:
            found |= Q(kind=OrganisationKind.MUNICIPALITY, code=GOTLAND)
        return self.filter(found)

    def in_networks_run_by(self, user):
        """Those that take part, or did, in the networks that the person coordinates; all for an administrator."""
        if is_portal_administrator(user):
            return self
        ids = coordinated_network_ids(user)
        here = Q(memberships__network_id__in=ids, memberships__role__in=PARTICIPANT_ROLES)
        return self.filter(pk__in=self.model.objects.filter(here).values("pk"))

    def with_people_for(self, user):
        """Those with `people`: how many take part for each today, in the networks that the person runs."""
        rows = self.model._meta.get_field("memberships").related_model.objects.current().participants()
        rows = rows.coordinated_by(user).filter(organisation=models.OuterRef("pk")).order_by().values("organisation")
        count = rows.annotate(count=models.Count("user", distinct=True)).values("count")
        return self.annotate(people=Coalesce(models.Subquery(count), 0))

    def in_register(self):
        """The official list: real organisations, not those of the demonstration."""
        return self.filter(is_demonstration=False)


class NetworkQuerySet(models.QuerySet):
    """Networks, seen inside by those who take part, coordinate or administer."""

    def visible_to(self, user):
        """The person's own networks; all for an administrator."""
        if is_portal_administrator(user):
            return self
        return self.filter(pk__in=network_ids_of(user))

    def coordinated_by(self, user):
        """The networks that the person coordinates."""
        return self.filter(pk__in=coordinated_network_ids(user))

    def running(self):
        """Those that are not archives."""
        return self.filter(archived_at=None)

    def accepting(self):
        """Those whose registration is open or late."""
        now = timezone.now()
        return self.running().filter(
            Q(closes_at__gt=now) | Q(closes_at=None, first_meeting_at__gt=now), registration_opens_date__lte=today()
        )


class MembershipQuerySet(models.QuerySet):
    """Memberships: who takes part, for which organisation, in which network."""

    def current(self):
        """Those that hold today."""
        day = today()
        return self.filter(Q(to_date=None) | Q(to_date__gte=day), from_date__lte=day, ended_at=None)

    def giving(self, *, email, organisation, network, role):
        """Those of today through which the address has, at that place, what an invitation to the role would give."""
        held = self.current().filter(user__email=email.strip().lower(), organisation=organisation, network=network)
        return held if role == Role.MEMBER else held.filter(role=role)

    def recently_ended(self):
        """Those that somebody ended within the last thirty days: they may be taken back with one press."""
        return self.filter(ended_at__gte=timezone.now() - RESTORABLE)

    def ended_by_date(self, *, since):
        """Those whose last day has passed, that day or later, without anybody ending them."""
        return self.filter(to_date__gte=since, to_date__lt=today(), ended_at=None)

    def to_confirm(self):
        """Those that nobody has begun or confirmed for a year (CONFIRM_DAYS)."""
        year_ago = timezone.now() - datetime.timedelta(days=settings.CONFIRM_DAYS)
        return self.filter(
            Q(confirmed_at=None, from_date__lt=timezone.localdate(year_ago)) | Q(confirmed_at__lt=year_ago)
        )

    def colleagues_of(self, membership):
        """Those who take part today for the same organisation in the same network, the person apart."""
        place = {"network_id": membership.network_id, "organisation_id": membership.organisation_id}
        return self.current().participants().filter(**place).exclude(user_id=membership.user_id)

    def in_led_organisations(self, user):
        """Those of the organisations that the person leads, or of the networks that they coordinate."""
        return self.filter(led_by(user))

    def visible_to(self, user):
        """Those of the person's networks, and their own; all for an administrator."""
        if not user.is_authenticated:
            return self.none()
        if is_portal_administrator(user):
            return self
        return self.filter(Q(network_id__in=network_ids_of(user)) | Q(user_id=user.pk))

    def coordinated_by(self, user):
        """Those in the networks that the person coordinates; all for an administrator."""
        if is_portal_administrator(user):
            return self
        return self.filter(network_id__in=coordinated_network_ids(user))

    def participants(self):
        """Members and contact persons, not coordinators."""
        return self.filter(role__in=PARTICIPANT_ROLES)

    def with_portal_role(self):
        """Editors and administrators."""
        return self.filter(role__in=PORTAL_ROLES)


class InvitationQuerySet(models.QuerySet):
    """Invitations to join, seen by those who may send them."""

    def visible_to(self, user):
        """Those to networks that the person coordinates, or to organisations that the person leads there."""
        if not user.is_authenticated:
            return self.none()
        if is_portal_administrator(user):
            return self
        return self.filter(led_by(user))

    def coordinated_by(self, user):
        """Those to the networks that the person coordinates; all for an administrator."""
        if is_portal_administrator(user):
            return self
        return self.filter(network_id__in=coordinated_network_ids(user))

    def waiting(self):
        """Those that nobody has used or withdrawn, expired ones included."""
        return self.filter(used_at=None, withdrawn_at=None)

    def open(self):
        """Those that can still be used."""
        return self.filter(used_at=None, withdrawn_at=None, expires_at__gt=timezone.now())


def today():
    """Return today's date in Stockholm."""
    return timezone.localdate()
