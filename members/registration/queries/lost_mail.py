"""Mail to applicants that did not get through: else a receipt, a question or an offered seat is lost in silence."""

import datetime

from django.db.models import Q
from django.utils import timezone

from members.organisations.queries import LOST_DAYS
from members.registration.models import ApplicationPerson, DraftLink, OnBehalf, RegistrarLink
from portal.core.enums import DeliveryState
from portal.core.models import OutboxMessage

KINDS = "members/registration/email/"


def is_to_applicant(networks):
    """Return, as a Q of mails, those about applications to the addresses of these networks' applications."""
    people = ApplicationPerson.objects.filter(application__network_id__in=networks, is_contact_person=True)
    drafts = DraftLink.objects.filter(draft__network_id__in=networks, draft__application=None)
    registrars = RegistrarLink.objects.filter(
        Q(application__network_id__in=networks) | Q(draft__network_id__in=networks), withdrawn_at=None
    )
    on_behalf = OnBehalf.objects.waiting().filter(draft__network_id__in=networks)
    theirs = Q()
    for rows in (people, drafts, registrars, on_behalf):
        theirs |= Q(to__in=rows.exclude(email="").order_by().values("email"))
    return theirs & Q(kind__startswith=KINDS)


def lost_mail_of(application):
    """Return {address: the last mail about applications that did not reach that contact person}, of the last month."""
    since = timezone.now() - datetime.timedelta(days=LOST_DAYS)
    addresses = [person.email for person in application.contact_people if person.email]
    lost = OutboxMessage.objects.filter(
        state=DeliveryState.FAILED, created_at__gt=since, to__in=addresses, kind__startswith=KINDS
    )
    return {mail.to: mail for mail in lost.order_by("pk")}
