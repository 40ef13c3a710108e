"""Who is who at a provider: linked by the person, found when they sign on, unlinked."""

from django.db import IntegrityError, transaction

from members.accounts.models import User
from members.accounts.services import forget_sessions
from members.audit.services import record
from members.signon import emails
from members.signon.enums import Refusal
from members.signon.models import Identity, Provider
from members.signon.services.exchange import NotSignedOn


class UnknownIdentity(Exception):
    """The provider knows the person, the portal does not yet."""


class NotOfOrganisation(Exception):
    """Somebody links the sign-on of an organisation for which they do not take part."""


class BelongsToAnother(Exception):
    """The identity opens another account."""


class AlreadyLinked(Exception):
    """The account has another identity at that provider, which is unlinked first."""


def takes_part(person, organisation):
    """Whether the person has some role for the organisation today, in an open account."""
    person.forget_memberships()
    return any(row.organisation_id == organisation.pk for row in person.current_memberships)


def is_vouched_for(*, identity, claims):
    """Whether the organisation's word stands in for the code too.

    Never for somebody with a role elsewhere as well: an organisation answers for what is its own.
    """
    organisations = {row.organisation_id for row in identity.user.current_memberships}
    return organisations == {identity.provider.organisation_id} and identity.provider.vouches(claims)


def confirming_identity_of(person):
    """Return the identity by which the organisation may say that it is still the person, or None.

    For somebody who has no factor of the portal's own: they lost them all, and came in anew by way of an organisation
    that vouches. Whoever has one shows that one.
    """
    if person.has_second_factor:
        return None
    organisations = {row.organisation_id for row in person.current_memberships}
    rows = Identity.objects.filter(user=person, provider__is_on=True).select_related("provider__organisation")
    return next((row for row in rows if organisations == {row.provider.organisation_id}), None)


@transaction.atomic
def note_confirmation(*, identity, by):
    """Write into the record that the organisation has said afresh who the person is."""
    record(action="signon.confirm", by=by, obj=identity)


def identity_of(*, provider, claims):
    """Return the identity that the provider's answer shows, used just now, and record it.

    Raises UnknownIdentity; NotSignedOn, which is recorded too, for a closed account and for somebody who has left.
    """
    known = Identity.objects.select_related("user", "provider__organisation")
    identity = known.filter(provider=provider, issuer=claims["iss"], subject=claims["sub"]).first()
    if identity is None:
        raise UnknownIdentity
    if not takes_part(identity.user, provider.organisation):
        _note_refusal(identity)
        raise NotSignedOn(Refusal.CLOSED)
    _note_use(identity, claims)
    return identity


@transaction.atomic
def _note_use(identity, claims):
    identity.set_last_used_timestamp()
    vouched = ["second_factor"] if is_vouched_for(identity=identity, claims=claims) else []
    record(action="signon.sign_on", by=identity.user, obj=identity, fields=vouched)


@transaction.atomic
def _note_refusal(identity):
    record(action="signon.refuse_sign_on", obj=identity)


@transaction.atomic
def link_identity(*, provider, issuer, subject, by):
    """Let the provider's word open the account from now on; tell the person by mail. Linked already, it stays so.

    Raises NotOfOrganisation, BelongsToAnother, AlreadyLinked.
    """
    # The person's row is the queue, as when a factor is removed.
    person = User.objects.select_for_update().get(pk=by.pk)
    if not (
        Provider.objects.on().filter(pk=provider.pk, issuer=issuer).exists()
        and takes_part(person, provider.organisation)
    ):
        raise NotOfOrganisation
    own = Identity.objects.filter(provider=provider, user=person).first()
    if own is not None:
        if (own.issuer, own.subject) == (issuer, subject):
            return own
        raise AlreadyLinked
    try:
        with transaction.atomic():
            identity = Identity.objects.create(
                provider=provider, issuer=issuer, subject=subject, user=person, name="", confirmed=True
            )
    except IntegrityError as error:
        raise BelongsToAnother from error
    record(action="signon.link_identity", by=by, obj=identity)
    emails.identity_changed(user=person, organisation=provider.organisation, is_linked=True)
    return identity


@transaction.atomic
def unlink_identity(*, identity, by):
    """Close that way in, and what was opened by it elsewhere; tell the person by mail."""
    identity = Identity.objects.select_related("provider__organisation").get(pk=identity.pk)
    record(action="signon.unlink_identity", by=by, obj=identity)
    emails.identity_changed(user=by, organisation=identity.provider.organisation, is_linked=False)
    identity.delete()
    forget_sessions(by)


def close_behind(*, person, organisation):
    """End the sessions of somebody who signs on at the organisation and no longer takes part for it."""
    identities = Identity.objects.filter(user=person, provider__organisation=organisation)
    if identities.exists() and not takes_part(person, organisation):
        forget_sessions(person)
