"""Mails about taking part. Links are made of SITE_URL: a forged Host header reaches no mailbox."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from members.accounts.models import User
from members.organisations.enums import Role
from portal.core import outbox


def invitation(*, invitation, token, by, language=""):
    """The single-use link; in the language of the account, if the address has one. `by` is None on the first day."""
    account = User.objects.filter(email=invitation.email).first()
    language = (account.language if account else language) or (by.language if by else settings.LANGUAGE_CODE)
    with translation.override(language):
        path = reverse("organisations:welcome", kwargs={"token": token})
        network_name = invitation.network.local_name if invitation.network else ""
    return outbox.send(
        to=invitation.email,
        template="members/organisations/email/invitation",
        context={
            "name": invitation.name or (account.name if account else ""),
            "inviter": by.name if by else invitation.organisation.name,
            "organisation": invitation.organisation.name,
            "network": network_name,
            "is_contact_person": invitation.role == Role.CONTACT_PERSON,
            "expires_at": timezone.localtime(invitation.expires_at),
            "action_url": f"{settings.SITE_URL}{path}",
        },
        language=language,
        reply_to=by.email if by else "",
    )


def membership_ended(*, membership, stays):
    """Tells the person that they no longer take part; `stays`: they are in the network for another organisation."""
    with translation.override(membership.user.language):
        network_name = membership.network.local_name if membership.network else ""
    return outbox.send(
        to=membership.user,
        template="members/organisations/email/membership_ended",
        context={
            "name": membership.user.name,
            "organisation": membership.organisation.name,
            "network": network_name,
            "stays": stays,
        },
    )


def contact_person(*, membership, by):
    """Tells somebody that they are contact person now, and what that is."""
    with translation.override(membership.user.language):
        network_name = membership.network.local_name
        url = f"{settings.SITE_URL}{reverse('organisations:directory')}"
        action = gettext("Öppna deltagarlistan")
    return outbox.send(
        to=membership.user,
        template="members/organisations/email/contact_person",
        context={
            "name": membership.user.name,
            "by": by.name,
            "organisation": membership.organisation.name,
            "network": network_name,
            "action": action,
            "action_url": url,
        },
        reply_to=by.email,
    )


def confirm(*, user, led):
    """Asks once a year whether what the person tells is still right, and who takes part in what they lead (`led`)."""
    with translation.override(user.language):
        start, look_over = reverse("journey:start"), reverse("organisations:look_over")
        action = gettext("Öppna Hem")
    return outbox.send(
        to=user,
        template="members/organisations/email/confirm",
        context={
            "name": user.name,
            "is_to_confirm": user.is_to_confirm,
            "led": sorted({row.organisation.name for row in led}),
            "look_over_url": f"{settings.SITE_URL}{look_over}",
            "action": action,
            "action_url": f"{settings.SITE_URL}{start}",
        },
    )
