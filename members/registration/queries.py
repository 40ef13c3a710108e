"""Read models of applications."""

from members.registration.models import Application
from portal.core.access import may


def may_read_decision(user, file):
    """A board's decision is read by whoever may read its application."""
    application = Application.objects.select_related("network").filter(decision_file=file).first()
    return application is not None and may(user, "registration.view_application", application)
