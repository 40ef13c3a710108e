"""How decisions come: asked for after their date, or by a registrar's link; and an application being written."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile

from members.files import services as files
from members.registration import emails
from members.registration.models import ApplicationDraft, DraftLink, RegistrarLink
from members.registration.services import DECISION_KIND
from portal.ops.seed import documents
from portal.ops.seed.content.networks.applications import DRAFT
from portal.ops.seed.mails import mailed
from portal.ops.seed.memory import moment


def fill(world, application, text):
    """The reminder after the board's date, the registrar's link, and what has come by it."""
    if "reminded_days" in text:
        application.reminded_date = application.decision_date
        application.save(update_fields=["reminded_date"])
        with mailed(moment(world.day, text["reminded_days"])):
            emails.decision_passed(application=application)
    if "registrar" in text:
        world.moving.append(_link(world, application, **text["registrar"]))


def _link(world, application, *, email, days, left_days=None, file="", paragraphs=()):
    token, made_at = RegistrarLink.token_from(uuid.uuid4()), moment(world.day, days)
    link = RegistrarLink.objects.create(
        application=application,
        digest=RegistrarLink.digest_of(token),
        email=email,
        expires_at=made_at + timedelta(days=settings.REGISTRAR_LINK_DAYS),
    )
    RegistrarLink.objects.filter(pk=link.pk).update(created_at=made_at)
    with mailed(made_at):
        emails.registrar_link(link=link, token=token)
    if file:
        application.decision_file = link.file = _paper(application, file, paragraphs)
        link.used_at = moment(world.day, left_days)
        application.save(update_fields=["decision_file"])
        link.save(update_fields=["file", "used_at"])
        with mailed(link.used_at):
            emails.decision_by_registrar(application=application)
    return link


def _paper(application, name, paragraphs):
    heading = f"Protokollsutdrag, {application.organisation_name}, {application.decision_paragraph}"
    upload = ContentFile(documents.make(name, heading=heading, paragraphs=paragraphs), name=name)
    upload.content_type = documents.CONTENT_TYPES[name.rpartition(".")[2]]
    return files.store(upload=upload, kind=DECISION_KIND, by=None, network=application.network)


def fill_draft(world):
    """Begin an application, and mail the way back to it; return what moves along with the days."""
    at = moment(world.day, DRAFT["days"])
    steps = {name: {"number": 1, "values": values} for name, values in DRAFT["steps"].items()}
    draft = ApplicationDraft.objects.create(network=world.networks["running"], steps=steps, changed_at=at)
    token = DraftLink.new_token()
    link = DraftLink.objects.create(
        draft=draft,
        digest=DraftLink.digest_of(token),
        email=DRAFT["email"],
        expires_at=at + timedelta(days=settings.DRAFT_LINK_DAYS),
    )
    with mailed(at):
        emails.draft_link(draft=draft, token=token, email=DRAFT["email"])
    return [draft, link]
