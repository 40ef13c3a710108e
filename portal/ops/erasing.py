"""Erasing a person who asked for it, across all apps, as the classification of models says."""

import logging

from django.apps import apps
from django.db import models, transaction
from django.db.models.functions import Replace
from django.utils import timezone
from django_otp_webauthn.models import WebAuthnUserHandle
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.users.models import UserProfile

from members.accounts import emails
from members.accounts.models import Erasure, User
from members.accounts.services import forget_failed_tries
from members.audit.services import record
from members.organisations import services as organisations
from portal.core import classification, personal_data

logger = logging.getLogger(__name__)

FORMER = "Tidigare deltagare"
ERASED_AT = "@borttagen.invalid"


def erase_due():
    """Erase those who asked and whose waiting time is over; return how many.

    One that fails is logged and tried again next time.
    """
    count = 0
    for erasure in Erasure.objects.filter(is_asked=True, due_at__lte=timezone.now()).select_related("user"):
        try:
            erase(user=erasure.user)
            count += 1
        except Exception:
            logger.exception("Erasing #%s failed", erasure.user_id)
    if count:
        logger.info("Erased %s accounts", count)
    return count


@transaction.atomic
def erase(*, user):
    """Take the person out of what the portal holds; what they wrote for their organisation stays, by nobody's name.

    Rows that are classified as deleted go; the account itself stays as an empty one, so that posts and answers read
    "Tidigare deltagare, <organisation>". Wagtail's log and revisions point at the account, and so lose the name too.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    address, name, language = user.email, user.name, user.language
    for membership in user.memberships.filter(ended_at=None):
        organisations.end_membership(membership=membership, by=None)
    for label, about in classification.of_erasure(classification.DELETED).items():
        personal_data.about_person(apps.get_model(label), about.ways, user).delete()
    _empty_addresses(user)
    UserProfile.objects.filter(user=user).delete()
    WebAuthnUserHandle.objects.filter(user=user).delete()  # by which the person's devices know the account
    forget_failed_tries(email=address)
    _clean_logs(name, address)
    _empty_account(user)
    record(action="accounts.erase", obj=user)
    emails.erasure(to=address, name=name, due_at=None, language=language)


def _empty_addresses(user):
    """Take the sender out of what a reader sent in, which stays."""
    for label, about in classification.of_erasure(classification.ANONYMISED).items():
        model = apps.get_model(label)
        fields = {field.name: field for field in model._meta.concrete_fields}
        ways = [way for way in about.ways if isinstance(fields.get(way), models.EmailField)]
        names = [way.replace("email", "name") for way in ways if way.replace("email", "name") in fields]
        if ways:
            personal_data.about_person(model, ways, user).update(**dict.fromkeys({*ways, *names}, ""))


def _clean_logs(name, address):
    """Take name and address out of the labels in Wagtail's history."""
    for model in (ModelLogEntry, PageLogEntry):
        for text in filter(None, (address, name)):
            model.objects.filter(label__contains=text).update(
                label=Replace("label", models.Value(text), models.Value(FORMER))
            )


def _empty_account(user):
    user.email, user.name = f"borttagen-{user.pk}{ERASED_AT}", FORMER
    emptied = ["title", "phone", "can_help_with", "looking_for"]
    for name in emptied:
        setattr(user, name, "")
    moments = ["last_login", "confirmed_at", "reminded_at"]
    for name in moments:
        setattr(user, name, None)
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["email", "name", *emptied, *moments, "is_active", "password"])
