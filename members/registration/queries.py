"""Read models of applications."""

from members.registration.models import Application, DraftLink
from portal.core.access import may


def may_read_decision(user, file):
    """A board's decision is read by whoever may read its application."""
    application = Application.objects.select_related("network").filter(decision_file=file).first()
    return application is not None and may(user, "registration.view_application", application)


def link_behind(network, token):
    """Return the link that the token belongs to, expired or not, with its draft; None when there is none."""
    links = DraftLink.objects.select_related("draft__application", "draft__decision_file")
    link = links.filter(digest=DraftLink.digest_of(token), draft__network=network).first()
    if link is not None:
        link.draft.network = network
    return link
