"""The board's decision by the registrar's hand: a link that takes in a paper, and shows nothing.

One link at a time leads to an application: a new one ends the one before. What is locked first is what it leads to.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from members.audit.services import record
from members.registration import emails
from members.registration.enums import DecisionState
from members.registration.models import Application, ApplicationDraft, RegistrarLink
from members.registration.services.drafts import keep_decision, new_link, save_step
from members.registration.services.own import hand_in_decision
from members.registration.services.places import locked

STEP = "beslut"


class LinkIsOver(Exception):
    """No decision can be left by a registrar's link any more, or none could be made."""


@transaction.atomic
def make_registrar_link(*, target, key, email="", organisation_name=""):
    """Make the registrar's link to an application or a draft, mail it if there is an address, and return its token.

    The one before it ends. With the same key again it is the same one, and no second mail. `organisation_name` is
    the register's own: what somebody has typed is not mailed to strangers. Raises LinkIsOver.
    """
    target, token = _locked(target), RegistrarLink.token_from(key)
    earlier = target.registrar_links.filter(digest=RegistrarLink.digest_of(token)).first()
    if earlier is not None and earlier.is_running:
        return token
    if earlier is not None or not target.takes_registrars_decision:
        raise LinkIsOver
    _end(target)
    link = target.registrar_links.create(
        digest=RegistrarLink.digest_of(token),
        email=email,
        expires_at=timezone.now() + timedelta(days=settings.REGISTRAR_LINK_DAYS),
    )
    record(action="registration.make_registrar_link", obj=target, network=target.network)
    if email:
        emails.registrar_link(link=link, token=token, organisation_name=organisation_name)
    return token


@transaction.atomic
def withdraw_registrar_link(*, target):
    """End the registrar's link; again, or without any, nothing happens."""
    target = _locked(target)
    if _end(target):
        record(action="registration.withdraw_registrar_link", obj=target, network=target.network)


@transaction.atomic
def hand_in_by_registrar(*, link, upload, decision_date, decision_paragraph=""):
    """The registrar leaves the decision, or a better paper in place of the last; those who wait for it hear.

    Raises LinkIsOver for a link that has ended, and when a place has been confirmed on the paper that is there.
    """
    target = _locked(link.target)
    link = RegistrarLink.objects.select_for_update().get(pk=link.pk)
    about = {"upload": upload, "decision_date": decision_date, "decision_paragraph": decision_paragraph}
    if link.target != target:  # the draft was sent while we waited for it
        return hand_in_by_registrar(link=link, **about)
    if not (link.is_running and target.takes_registrars_decision):
        raise LinkIsOver
    take_in = _into_application if link.application_id else _into_draft
    link.file, link.used_at = take_in(target, **about), timezone.now()
    link.save(update_fields=["file", "used_at"])
    return link


def _into_application(application, *, upload, decision_date, decision_paragraph):
    taken = hand_in_decision(
        application=application,
        decision_date=decision_date,
        decision_body=application.decision_body,
        decision_paragraph=decision_paragraph or application.decision_paragraph,
        upload=upload,
        is_by_registrar=True,
    )
    emails.decision_by_registrar(application=taken)
    return taken.decision_file


def _into_draft(draft, *, upload, decision_date, decision_paragraph):
    """Fill in the step as its writer would: whoever has it open elsewhere is shown both when they save."""
    draft = keep_decision(draft=draft, upload=upload)
    earlier = draft.values_of(STEP)
    values = {
        **earlier,
        "decision_state": DecisionState.TAKEN.value,
        "decision_date": decision_date.isoformat(),
        "decision_paragraph": decision_paragraph or earlier.get("decision_paragraph", ""),
    }
    save_step(draft=draft, step=STEP, values=values, opened_at=draft.number_of(STEP))
    record(action="registration.hand_in_by_registrar", obj=draft, network=draft.network, fields=["decision_file"])
    address = draft.links.exclude(email="").values_list("email", flat=True).first()
    if address:
        emails.draft_decision(draft=draft, token=new_link(draft, email=address), email=address)
    return draft.decision_file


def _locked(target):
    if isinstance(target, Application):
        return locked(target)
    return ApplicationDraft.objects.select_for_update().get(pk=target.pk)


def _end(target):
    return target.registrar_links.filter(withdrawn_at=None).update(withdrawn_at=timezone.now())
