"""Whose application a link or a file belongs to."""

from members.registration.models import Application, ApplicationPerson, DraftLink, RegistrarLink
from members.registration.models.links import read_token
from portal.core.access import may


def may_read_decision(user, file):
    """A board's decision is read by whoever may read its application."""
    application = Application.objects.select_related("network").filter(decision_file=file).first()
    return application is not None and may(user, "registration.view_application", application)


def link_behind(network, token):
    """Return the link that the token belongs to, expired or not, with its draft; None when there is none."""
    links = DraftLink.objects.select_related("draft__application", "draft__decision_file", "draft__on_behalf__by")
    link = links.filter(digest=DraftLink.digest_of(token), draft__network=network).first()
    if link is not None:
        link.draft.network = network
    return link


def registrar_link_behind(network, token):
    """Return the registrar's link that the token belongs to, open or not; None when there is none."""
    links = RegistrarLink.objects.select_related("application__decision_file", "draft__decision_file", "file")
    link = links.filter(digest=RegistrarLink.digest_of(token)).first()
    if link is None or link.target.network_id != network.pk:
        return None
    link.target.network = network
    return link


def registrar_link_of(target):
    """Return the latest registrar's link of an application or a draft that nobody has taken back, or None."""
    return target.registrar_links.filter(withdrawn_at=None).first()


OWN_LINK_SECONDS = 60 * 60 * 24 * 90


def person_behind(network, token, *, max_age=OWN_LINK_SECONDS):
    """Return the contact person whose link it is, with the application, or None.

    Raises signing.BadSignature for a forged link, and for one that is older than `max_age` seconds.
    """
    application_id, person_id = read_token(token, max_age=max_age)
    people = ApplicationPerson.objects.select_related(
        "application__decision_file__registrar_link", "application__draft__on_behalf"
    ).filter(pk=person_id, application=application_id, application__network=network, is_contact_person=True)
    person = people.first()
    if person is not None:
        person.application.network = network
    return person
