"""Reminding of the board's date. No place lapses by it: a person decides."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from members.audit.services import record
from members.registration import emails
from members.registration.models import Application
from members.registration.services.places import locked


def remind_of_decisions():
    """Ask the contact persons what the board has decided, once for each date that has been; return how many were asked.

    Moved to another day, the date is a new one.
    """
    border = timezone.localdate() - timedelta(days=settings.DECISION_REMINDER_DAYS)
    waiting = Application.objects.past_decision_date().filter(decision_date__lte=border, network__archived_at=None)
    unasked = waiting.exclude(reminded_date=F("decision_date"))
    return sum(_remind(application) for application in unasked.order_by("network_id", "pk"))


@transaction.atomic
def _remind(application):
    application = locked(application)
    if not application.has_passed_its_date or application.reminded_date == application.decision_date:
        return 0
    application.reminded_date = application.decision_date
    application.save(update_fields=["reminded_date"])
    record(action="registration.remind_of_decision", obj=application, network=application.network)
    emails.decision_passed(application=application)
    return 1
