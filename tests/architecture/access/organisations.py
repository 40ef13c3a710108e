"""Who may open the directory, invite and end, choose a network, and what an invitation opens."""

from dataclasses import replace

from django.utils import timezone

from members.organisations.models import Invitation, Membership
from portal.core.enums import DeliveryState
from portal.core.models import OutboxMessage
from tests.architecture.access import AWAY, DENIED, ENROL, LOGIN, MOVED, REST, admin_rows, row
from tests.factories.accounts import PortraitFactory
from tests.factories.organisations import InvitationFactory, MembershipFactory

INSIDE = "amina bo cecilia david gunilla henrik ida"
HALF_IN = {LOGIN: "anonymous", ENROL: "klara"}
TOKEN = "ett-tecken-som-ingen-gissar"


def invitation(world):
    """To Lindåsa, in the running network."""
    return {"pk": InvitationFactory(organisation=world.lindasa, network=world.network).pk}


def archived_invitation(world):
    return {"pk": InvitationFactory(organisation=world.alvnas, network=world.archive).pk}


def membership_of_bo(world):
    return {"pk": Membership.objects.get(user=world.bo).pk}


def membership_in_archive(world):
    return {"pk": Membership.objects.get(user=world.ida).pk}


def membership_of_david(world):
    return {"pk": Membership.objects.get(user=world.david, network=world.network).pk}


def membership_of_johan(world):
    return {"pk": Membership.objects.get(user=world.johan).pk}


def membership_of_eva(world):
    return {"pk": Membership.objects.get(user=world.eva).pk}


def portrait_of_bo(world):
    return {"uuid": PortraitFactory(user=world.bo).uuid, "size": "liten"}


def shown_portrait_of_bo(world):
    type(world.bo).objects.filter(pk=world.bo.pk).update(portrait_audience="network")
    return {**portrait_of_bo(world), "size": "stor"}


def link(world):
    InvitationFactory(
        email="ny@norrvik.example",
        organisation=world.norrvik,
        network=world.network,
        digest=Invitation.digest_of(TOKEN),
    )
    return {"token": TOKEN}


def link_for_gunilla(world):
    InvitationFactory(
        email=world.gunilla.email,
        organisation=world.norrvik,
        network=world.network,
        digest=Invitation.digest_of(TOKEN),
    )
    return {"token": TOKEN}


ROWS = [
    row("organisations:directory", get={200: INSIDE, **HALF_IN, 404: REST}),
    row("organisations:invite", get={200: "amina david henrik", 403: "bo cecilia gunilla ida", **HALF_IN, 404: REST}),
    row(
        "organisations:renew_invitation",
        at=invitation,
        get={405: INSIDE, **HALF_IN, 404: REST},
        post={MOVED: "amina david", **HALF_IN, 404: REST},
    ),
    row(
        "organisations:renew_invitation",
        "in the archive",
        at=archived_invitation,
        get={405: INSIDE, **HALF_IN, 404: REST},
        post={403: "david", **HALF_IN, 404: REST},
    ),
    row(
        "organisations:withdraw_invitation",
        at=invitation,
        get={405: INSIDE, **HALF_IN, 404: REST},
        post={MOVED: "amina david", **HALF_IN, 404: REST},
    ),
    row(
        "organisations:vouch",
        at=membership_of_bo,
        get={MOVED: "amina david", 403: "bo cecilia", **HALF_IN, 404: REST},
    ),
    row(
        "organisations:vouch",
        "for a coordinator",
        at=membership_of_david,
        get={403: "amina bo cecilia david", **HALF_IN, 404: REST},
    ),
    row(
        "organisations:end_membership",
        at=membership_of_bo,
        get={200: "amina david", 403: "bo cecilia", **HALF_IN, 404: REST},
        post={MOVED: "amina david", 403: "bo cecilia", **HALF_IN, 404: REST},
    ),
    row(
        "organisations:end_membership",
        "of a coordinator",
        at=membership_of_david,
        get={403: "amina bo cecilia david", **HALF_IN, 404: REST},
    ),
    row(
        "organisations:end_membership",
        "in the archive",
        at=membership_in_archive,
        get={403: "david ida", **HALF_IN, 404: REST},
    ),
    row(
        "organisations:restore_membership",
        at=membership_of_bo,
        get={405: INSIDE, **HALF_IN, 404: REST},
        post={MOVED: "amina david", 403: "bo cecilia", **HALF_IN, 404: REST},
    ),
    row("organisations:choose_network", get={200: INSIDE, **HALF_IN, 404: REST}),
    row(
        "organisations:choose_network",
        "the running one",
        get={200: INSIDE, **HALF_IN, 404: REST},
        post={MOVED: "amina bo cecilia david", 200: "gunilla henrik ida", **HALF_IN, 404: REST},
        data=lambda world: {"network": world.network.pk},
    ),
    row("organisations:welcome", at=link, get={200: REST}),
    row(
        "organisations:welcome",
        "accepted by somebody with an account",
        at=link_for_gunilla,
        get={200: REST},
        post={MOVED: "gunilla", 200: REST},
    ),
    row("organisations:welcome", "made up", at=lambda world: {"token": "pahittat"}, get={410: REST}),
]


def objects(world):
    """Invitations in all three networks and one to the portal itself; the cast brings the rest."""
    for network, organisation in [
        (world.network, world.lindasa),
        (world.network, world.norrvik),
        (world.archive, world.alvnas),
        (world.other, world.fjardholmen),
        (None, world.skr),
    ]:
        InvitationFactory(network=network, organisation=organisation)
    MembershipFactory(network=world.network, organisation=world.norrvik)


def network(world):
    return world.network


def membership(world):
    return Membership.objects.get(user=world.bo)


def an_invitation(world):
    return InvitationFactory(organisation=world.lindasa, network=world.network)


def organisation(world):
    return world.lindasa


def turned_away(admin, names):
    """The rows with the addresses that nobody, or only the administrator, has a use for: Wagtail turns people away."""

    def allow(by_person):
        return {who: {*allowed, AWAY} if 200 in allowed else allowed for who, allowed in by_person.items()}

    return [
        replace(each, get=allow(each.get), post=allow(each.post)) if each.name.rsplit(":")[-1] in names else each
        for each in admin
    ]


NOT_FOR_ALL = ("add", "edit", "delete", "history", "history_results", "usage")
for _model, _of in [("network", network), ("membership", membership), ("invitation", an_invitation)]:
    for _namespace in ("wagtailsnippets", "wagtailsnippetchoosers"):
        ROWS += turned_away(
            admin_rows(
                f"{_namespace}_organisations_{_model}", of=_of, may="david fredrik", lists="david henrik fredrik"
            ),
            NOT_FOR_ALL,
        )
# A coordinator looks at the organisations of the own networks, and changes none. What still has memberships is not
# deleted.
for _namespace in ("wagtailsnippets", "wagtailsnippetchoosers"):
    ROWS += turned_away(
        admin_rows(
            f"{_namespace}_organisations_organisation",
            of=organisation,
            may="david fredrik",
            lists="david henrik fredrik",
        ),
        NOT_FOR_ALL,
    )

# Reading in participants: those who run a network, and administrators.
ROWS += [
    row("organisations_import:upload", get={MOVED: "david henrik fredrik", DENIED: REST}),
    row("organisations_import:template_file", get={200: "david henrik fredrik", DENIED: REST}),
    row(
        "organisations_import:confirm",
        get={405: "david eva henrik fredrik", DENIED: REST},
        post={MOVED: "david henrik fredrik", DENIED: REST},
    ),
]


def lost(world):
    """A mail to Bo, of the running network, that was given up."""
    message = OutboxMessage.objects.create(
        to=world.bo.email,
        recipient=world.bo,
        kind="demonstration",
        language="sv",
        subject="Hej",
        text="Hej",
        message_id="<lost@testserver>",
        state=DeliveryState.FAILED,
        deliver_at=timezone.now(),
    )
    return {"pk": message.pk}


ROWS += [
    row("lost_mail:list", get={200: "david henrik fredrik", DENIED: REST}),
    row(
        "lost_mail:retry",
        at=lost,
        get={405: "david eva henrik fredrik", DENIED: REST},
        post={MOVED: "david fredrik", 404: "henrik", DENIED: REST},
    ),
]

ROWS += [
    row("organisations:member", at=membership_of_bo, get={200: "amina bo cecilia david", **HALF_IN, 404: REST}),
    row(
        "organisations:member", "in the archive", at=membership_in_archive, get={200: "david ida", **HALF_IN, 404: REST}
    ),
    row("organisations:member", "who has left", at=membership_of_johan, get={**HALF_IN, 404: REST}),
    row("organisations:member", "of the portal itself", at=membership_of_eva, get={**HALF_IN, 404: REST}),
    row("organisations:portrait", at=portrait_of_bo, get={200: "amina bo david fredrik", **HALF_IN, 404: REST}),
    row(
        "organisations:portrait",
        "shown to all",
        at=shown_portrait_of_bo,
        get={200: "amina bo cecilia david fredrik", **HALF_IN, 404: REST},
    ),
    row(
        "organisations:portrait",
        "of no size",
        at=lambda world: {**portrait_of_bo(world), "size": "x"},
        get={**HALF_IN, 404: REST},
    ),
    row(
        "organisations:confirm_details",
        get={405: INSIDE, **HALF_IN, 404: REST},
        post={MOVED: INSIDE, **HALF_IN, 404: REST},
    ),
    row(
        "organisations:look_over",
        get={200: "amina", 403: "bo cecilia david gunilla henrik ida", **HALF_IN, 404: REST},
        post={MOVED: "amina", 403: "bo cecilia david gunilla henrik ida", **HALF_IN, 404: REST},
    ),
    row(
        "organisations:confirm_membership",
        at=membership_of_bo,
        get={405: INSIDE, **HALF_IN, 404: REST},
        post={MOVED: "amina", 403: "bo cecilia david", **HALF_IN, 404: REST},
    ),
]

ROWS += [
    row(
        "organisations:hand_over",
        at=membership_of_bo,
        get={MOVED: "amina david", 403: "bo cecilia", **HALF_IN, 404: REST},
        post={MOVED: "amina david", 403: "bo cecilia", **HALF_IN, 404: REST},
        data={"stays": "no"},
    ),
    row(
        "organisations:hand_over",
        "in the archive",
        at=membership_in_archive,
        get={403: "david ida", **HALF_IN, 404: REST},
    ),
]
