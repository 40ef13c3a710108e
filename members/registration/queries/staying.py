"""People who take part for an organisation that has lost its place: they stay until somebody ends it by hand."""

from django.db.models import Exists, OuterRef

from members.organisations.models import Membership
from members.registration.enums import ApplicationState
from members.registration.models import Application, Transition


def staying(application):
    """Return how many people take part in the network today for the application's organisation."""
    if application.organisation_id is None:
        return 0
    people = Membership.objects.current().participants()
    people = people.filter(network=application.network_id, organisation=application.organisation_id)
    return people.values("user").distinct().count()


def without_place(network):
    """Return the applications that lost a confirmed place, of organisations with people in and no other place."""
    confirmed = Application.objects.filter(
        network=network, organisation=OuterRef("organisation"), state=ApplicationState.ACCEPTED
    )
    people = Membership.objects.current().participants()
    people = people.filter(network=network, organisation=OuterRef("organisation"))
    lost = Transition.objects.filter(application=OuterRef("pk"), from_state=ApplicationState.ACCEPTED)
    found = Application.objects.filter(Exists(lost), Exists(people), ~Exists(confirmed), network=network)
    return found.order_by("organisation_name", "pk")
