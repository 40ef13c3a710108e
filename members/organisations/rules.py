"""Who may do what with organisations, networks and memberships, and the predicates that other apps build on."""

import rules

from members.accounts.enums import Audience
from members.accounts.querysets import is_last_administrator
from members.organisations.enums import PARTICIPANT_ROLES, Role
from members.organisations.querysets import coordinated_network_ids, network_ids_of, participations_of
from portal.core.predicates import is_administrator, is_any_coordinator


def network_of(obj):
    """Return the network that a thing belongs to: itself, its `network`, or the network of what it is part of."""
    for name in (None, "network", "meeting", "assignment", "submission", "category", "thread"):
        holder = obj if name is None else getattr(obj, name, None)
        if holder is None:
            continue
        if holder._meta.label == "organisations.Network":
            return holder
        if name is not None:
            return network_of(holder)
    return None


def _network_id(obj):
    network_id = getattr(obj, "network_id", None)
    if network_id is not None:
        return network_id
    network = network_of(obj)
    return network.pk if network is not None else None


@rules.predicate
def is_in_network(user, obj):
    """The person takes part in, or coordinates, the network that the thing belongs to."""
    return bool(obj) and _network_id(obj) in network_ids_of(user)


@rules.predicate
def is_coordinator(user, obj):
    """The person coordinates the network that the thing belongs to; without a thing: any network."""
    if obj is None:
        return bool(coordinated_network_ids(user))
    return _network_id(obj) in coordinated_network_ids(user)


@rules.predicate
def is_of_organisation(user, obj):
    """The person takes part for the very organisation, in the very network, that the thing belongs to."""
    return bool(obj) and (_network_id(obj), getattr(obj, "organisation_id", None)) in participations_of(user)


@rules.predicate
def leads_organisation(user, obj):
    """The person is a contact person of the thing's organisation in the thing's network."""
    return bool(obj) and any(
        row.role == Role.CONTACT_PERSON
        and row.network_id == _network_id(obj)
        and row.organisation_id == getattr(obj, "organisation_id", None)
        for row in (user.current_memberships if user.is_authenticated else [])
    )


AUDIENCES = {
    Audience.NETWORK: "everybody in the network",
    Audience.ORGANISATION: "the own organisation and the coordinator",
}


def _shows(field, audience):
    """Return the predicate that the member lets that audience see the field."""

    def shows(_user, membership):
        return membership is not None and getattr(membership.user, f"{field}_audience") == audience

    shows.__doc__ = f"The member has chosen for the {field}: {AUDIENCES[audience]}."
    return rules.predicate(f"shows_{field}_to_{audience.value}")(shows)


@rules.predicate
def is_coordinators(_user, membership):
    """The membership is of somebody who runs the network: its people must know whom to turn to."""
    return membership is not None and membership.role == Role.COORDINATOR


def _sees(field):
    """Return the rule of a field whose audience the member has chosen."""
    near = is_of_organisation | is_coordinator
    return (
        is_own_membership
        | is_administrator
        | (_shows(field, Audience.NETWORK) & is_in_network)
        | (_shows(field, Audience.ORGANISATION) & near)
    )


def _sees_near(field):
    """Return the rule of a field that colleagues and the coordinator always see: the member chooses for the rest."""
    return _sees(field) | is_of_organisation | is_coordinator | (is_coordinators & is_in_network)


@rules.predicate
def network_is_running(user, obj):
    """The network that the thing belongs to is not an archive; without a thing there is nothing to be closed."""
    if obj is None:
        return True
    network = network_of(obj)
    return network is not None and not network.is_archived


@rules.predicate
def is_own_membership(user, membership):
    """The membership is the person's own."""
    return membership is not None and membership.user_id == user.pk


@rules.predicate
def works_in_admin(user, membership):
    """The membership is of somebody with more to their name than it says: administrators vouch for those."""
    return membership is not None and membership.user.works_in_admin


@rules.predicate
def is_last_administrators(user, membership):
    """The membership is the role of the portal's last administrator, which must stay held."""
    held = membership is not None and membership.role == Role.ADMINISTRATOR and membership.ended_at is None
    return held and is_last_administrator(membership.user)


@rules.predicate
def is_logged_in(user):
    """The person has an account."""
    return user.is_authenticated


@rules.predicate
def is_participation(user, membership):
    """The membership or invitation is a participant's or contact person's: networks look after those themselves."""
    return membership is None or membership.role in PARTICIPANT_ROLES


can_lead = (is_coordinator | leads_organisation) & network_is_running

rules.add_perm("organisations.view_organisation", is_logged_in)
# To look at those of the own networks in Wagtail admin.
rules.add_perm("organisations.administer_organisation", is_any_coordinator | is_administrator)
rules.add_perm("organisations.add_organisation", is_administrator)
rules.add_perm("organisations.change_organisation", is_administrator)
rules.add_perm("organisations.delete_organisation", is_administrator)
rules.add_perm("organisations.view_network", is_in_network | is_administrator)
rules.add_perm("organisations.administer_network", is_coordinator | is_administrator)
rules.add_perm("organisations.add_network", is_administrator)
rules.add_perm("organisations.change_network", (is_coordinator & network_is_running) | is_administrator)
rules.add_perm("organisations.delete_network", rules.always_false)
# And opening it again.
rules.add_perm("organisations.archive_network", is_administrator)
# Also from an archive: that is where most next networks come from.
rules.add_perm("organisations.start_next_network", is_coordinator | is_administrator)
rules.add_perm("organisations.coordinate_network", is_any_coordinator)
# is_coordinator answers for Wagtail's listing, which asks without a row; with one, is_in_network says as much.
rules.add_perm("organisations.view_membership", is_in_network | is_own_membership | is_coordinator | is_administrator)
rules.add_perm("organisations.see_name_membership", _sees_near("name"))
rules.add_perm("organisations.see_email_membership", _sees_near("email"))
rules.add_perm("organisations.see_title_membership", _sees("title"))
# A face tells who it is: never to whom the name is not told.
rules.add_perm("organisations.see_portrait_membership", _sees("portrait") & _sees_near("name"))
rules.add_perm("organisations.see_phone_membership", _sees("phone"))
rules.add_perm("organisations.see_topics_membership", _sees("topics"))
rules.add_perm("organisations.administer_membership", is_coordinator | is_administrator)
rules.add_perm("organisations.add_membership", is_administrator)
# A membership is ended and made anew: history is kept.
rules.add_perm("organisations.change_membership", rules.always_false)
rules.add_perm("organisations.delete_membership", rules.always_false)
rules.add_perm(
    "organisations.end_membership",
    (can_lead & is_participation & ~is_own_membership) | (is_administrator & ~is_last_administrators),
)
# Once a year a contact person is asked who still takes part.
rules.add_perm("organisations.look_over_membership", leads_organisation & network_is_running)
rules.add_perm(
    "organisations.confirm_membership",
    leads_organisation & network_is_running & is_participation & ~is_own_membership,
)
# A colleague becomes contact person, in one's own place or beside.
rules.add_perm("organisations.hand_over_membership", can_lead & is_participation & ~is_own_membership)
rules.add_perm(
    "organisations.vouch_membership",
    (can_lead & is_participation & ~is_own_membership & ~works_in_admin) | (is_administrator & ~is_own_membership),
)
rules.add_perm("organisations.invite_membership", can_lead | is_administrator)
# Each sees the mail to the people of their own networks.
rules.add_perm("organisations.look_after_mail", is_coordinator | is_administrator)
# For the networks that one runs: the form offers no others.
rules.add_perm("organisations.import_membership", is_coordinator | is_administrator)
rules.add_perm("organisations.view_invitation", is_coordinator | leads_organisation | is_administrator)
rules.add_perm("organisations.administer_invitation", is_coordinator | is_administrator)
rules.add_perm("organisations.add_invitation", (is_coordinator & network_is_running) | is_administrator)
rules.add_perm("organisations.change_invitation", rules.always_false)
rules.add_perm("organisations.delete_invitation", rules.always_false)
rules.add_perm(
    "organisations.withdraw_invitation",
    ((is_coordinator | (leads_organisation & is_participation)) & network_is_running) | is_administrator,
)
# Nothing here has drafts; Wagtail asks all the same.
for _model in ("organisation", "network", "membership", "invitation"):
    rules.add_perm(f"organisations.publish_{_model}", rules.always_false)
