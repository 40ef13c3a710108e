"""Invitations to join: sent, sent again, withdrawn, accepted."""

from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from members.accounts.models import User
from members.accounts.services import create_account
from members.audit.services import record
from members.organisations import emails
from members.organisations.enums import PARTICIPANT_ROLES, Role
from members.organisations.models import Invitation, Membership, Organisation
from members.organisations.services.memberships import create_membership

# A form that is sent twice makes one mail.
DOUBLE_CLICK = timedelta(minutes=1)


class AlreadyTakesPart(Exception):
    """The person takes part for that organisation already."""


class InvitationIsClosed(Exception):
    """The link was used, withdrawn or has expired, or the network is finished."""


class WrongAccount(Exception):
    """The invitation is bound to another address than the account's."""


class AccountExists(Exception):
    """Somebody with that address has an account: they log in and accept."""


@transaction.atomic
def invite(*, email, organisation, by, network=None, role=Role.MEMBER, name="", language=""):
    """Mail a link with which one person joins, and return the invitation.

    Whoever has an invitation waiting for the same organisation and network gets that one anew, with a new link: as
    participant or contact person, whichever was chosen last.
    Raises AlreadyTakesPart.
    """
    email = User.objects.normalize_email(email)
    # Invitations to one organisation stand in line: a form that is sent twice at once makes one.
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    place = {"organisation": organisation, "network": network}
    if Membership.objects.giving(email=email, role=role, **place).exists():
        raise AlreadyTakesPart
    # An invitation to run the network, or the portal, is not turned into one to take part, nor the other way.
    roles = PARTICIPANT_ROLES if role in PARTICIPANT_ROLES else [role]
    waiting = Invitation.objects.select_for_update(of=("self",)).waiting()
    invitation = waiting.filter(email=email, role__in=roles, **place).first()
    if invitation is not None:
        invitation.role, invitation.name = role, name or invitation.name
        return _send(invitation, by=by, language=language)
    invitation = Invitation(email=email, name=name, role=role, **place)
    return _send(invitation, by=by, language=language)


@transaction.atomic
def renew_invitation(*, invitation, by):
    """Mail a new link to the same address; the old one no longer works. Raises InvitationIsClosed."""
    invitation = _locked(invitation)
    if invitation.used_at or invitation.withdrawn_at:
        raise InvitationIsClosed
    return _send(invitation, by=by)


def _send(invitation, *, by, language=""):
    lifetime = timedelta(days=settings.INVITATION_DAYS)
    now = timezone.now()
    if invitation.pk and invitation.expires_at - lifetime > now - DOUBLE_CLICK:
        invitation.save()
        return invitation
    is_new = invitation.pk is None
    token = Invitation.new_token()
    invitation.digest = Invitation.digest_of(token)
    invitation.expires_at = now + lifetime
    invitation.invited_by = by
    invitation.save()
    record(
        action="organisations.invite" if is_new else "organisations.renew_invitation",
        by=by,
        obj=invitation,
        network=invitation.network,
    )
    emails.invitation(invitation=invitation, token=token, by=by, language=language)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation, by):
    """Make the link useless; one that was used stays used."""
    invitation = _locked(invitation)
    if invitation.used_at or invitation.withdrawn_at:
        return invitation
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    record(action="organisations.withdraw_invitation", by=by, obj=invitation, network=invitation.network)
    return invitation


@transaction.atomic
def accept_as_new(*, invitation, name, password, language):
    """Make an account for the address that the link was mailed to, let it take part, and return the person.

    Raises InvitationIsClosed, or AccountExists when the address has got an account in the meantime.
    """
    invitation = _open(invitation)
    if User.objects.filter(email=invitation.email).exists():
        raise AccountExists
    try:
        with transaction.atomic():
            user = create_account(email=invitation.email, name=name, password=password, language=language)
    except IntegrityError:
        # Another invitation to the same address was accepted at the same moment.
        if not User.objects.filter(email=invitation.email).exists():
            raise
        raise AccountExists from None
    _use(invitation, user)
    return user


@transaction.atomic
def accept_invitation(*, invitation, by):
    """Let somebody who has an account take part; raises InvitationIsClosed or WrongAccount."""
    invitation = _open(invitation)
    if by.email != invitation.email:
        raise WrongAccount
    return _use(invitation, by)


def _use(invitation, user):
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    record(action="organisations.accept_invitation", by=user, obj=invitation, network=invitation.network)
    return create_membership(
        user=user,
        organisation=invitation.organisation,
        network=invitation.network,
        role=invitation.role,
        by=user,
    )


def _locked(invitation):
    rows = Invitation.objects.select_related("organisation", "network").select_for_update(of=("self",))
    return rows.get(pk=invitation.pk)


def _open(invitation):
    invitation = _locked(invitation)
    if not invitation.is_open:
        raise InvitationIsClosed
    return invitation
