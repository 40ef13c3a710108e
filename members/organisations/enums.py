"""Choices of organisations, networks and memberships."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """What sort of organisation it is; a landsting is a region before 2019."""

    MUNICIPALITY = "municipality", _("Kommun")
    REGION = "region", _("Region")
    COUNTY_COUNCIL = "county_council", _("Landsting")
    DISTRICT = "district", _("Stadsdelsnämnd")
    ASSOCIATION = "association", _("Förbund")
    OTHER = "other", _("Annan organisation")


# What Gotland is: municipality and region in one organisation.
BOTH_IN_ONE = _("Kommun och region")


class Role(models.TextChoices):
    """What a membership lets a person do. Editor and administrator belong to no network."""

    MEMBER = "member", _("Deltagare")
    CONTACT_PERSON = "contact_person", _("Kontaktperson")
    COORDINATOR = "coordinator", _("Nätverksledare")
    EDITOR = "editor", _("Redaktör")
    ADMINISTRATOR = "administrator", _("Administratör")


PORTAL_ROLES = (Role.EDITOR, Role.ADMINISTRATOR)
NETWORK_ROLES = (Role.MEMBER, Role.CONTACT_PERSON, Role.COORDINATOR)
PARTICIPANT_ROLES = (Role.MEMBER, Role.CONTACT_PERSON)


class RegistrationState(models.TextChoices):
    """Where registration to a network stands, as its dates say."""

    OPEN = "open", _("Anmälan är öppen")
    LATE = "late", _("Sen anmälan")
    CLOSED = "closed", _("Anmälan är stängd")
