"""Mails about applications."""

from datetime import timedelta

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from members.organisations.enums import Role
from members.organisations.models import Membership
from members.registration.models import ApplicationDraft, DraftLink, RegistrarLink
from members.registration.models.links import token_of
from portal.core import outbox


def receipt(*, application):
    """Tell each contact person that the application has come, and what happens next. Never "accepted"."""
    _to_contact_people(
        "receipt",
        application,
        dedup=f"registration.receipt:{application.pk}",
        reply_to=_coordinator_address(application.network),
    )


def own_link(*, person, dedup):
    """Mail a contact person the way to the application that has been sent."""
    application = person.application
    return outbox.send(
        to=person.email,
        template="members/registration/email/own_link",
        context={
            "application": application,
            "network": application.network,
            "person": person,
            "action_url": own_address(application, person),
        },
        language=application.language,
        dedup=dedup,
        reply_to=_coordinator_address(application.network),
    )


def own_address(application, person):
    """Return the address at which the contact person sees the application; it stands in their own mails only."""
    with translation.override(application.language):
        path = reverse("registration:own", args=[application.network.slug, token_of(person)])
    return f"{settings.SITE_URL}{path}"


def draft_link(*, draft, token, email, dedup=None, delay=None):
    """Mail the way back to an application that is being written; returns nothing when it has been mailed already."""
    return _about_draft("draft_link", draft, token, email, dedup=dedup, delay=delay)


def draft_goes(*, draft, token, email):
    """Tell that a draft nobody has touched for long will be deleted, with the way back to it."""
    return _about_draft("draft_goes", draft, token, email)


def is_draft_still_open(message):
    """Whether the mail that waited to lead back to a draft still has one to lead to."""
    name, _colon, pk = (message.dedup or "").rpartition(":")
    if name != "registration.draft":
        return True
    return ApplicationDraft.objects.filter(pk=pk, application=None).exists()


def _about_draft(name, draft, token, email, **kwargs):
    with translation.override(draft.language):
        path = reverse("registration:draft", args=[draft.network.slug, token])
    return outbox.send(
        to=email,
        template=f"members/registration/email/{name}",
        context={
            "network": draft.network,
            "action_url": f"{settings.SITE_URL}{path}",
            "link_days": settings.DRAFT_LINK_DAYS,
            "goes_at": draft.changed_at + timedelta(days=settings.DRAFT_DAYS),
            "on_behalf": getattr(draft, "on_behalf", None),
        },
        language=draft.language,
        reply_to=_coordinator_address(draft.network),
        **kwargs,
    )


def draft_decision(*, draft, token, email):
    """Tell whoever writes the application that the registrar has left the decision in it, with the way back to it."""
    _about_draft("draft_decision", draft, token, email)


def registrar_link(*, link, token, organisation_name=""):
    """Mail the registrar the way to leave the decision; it says nothing that the applicant has written."""
    target = link.target
    with translation.override(target.language):
        path = reverse("registration:registrar", args=[target.network.slug, token])
    outbox.send(
        to=link.email,
        template="members/registration/email/registrar_link",
        context={
            "network": target.network,
            "organisation_name": organisation_name,
            "expires_at": link.expires_at,
            "action_url": f"{settings.SITE_URL}{path}",
        },
        language=target.language,
        dedup=f"registration.registrar_link:{link.pk}",
        reply_to=_coordinator_address(target.network),
    )


def is_registrar_link_still_open(message):
    """Whether the mail that waited to lead a registrar to the decision still has a way to lead to."""
    pk = (message.dedup or "").rpartition(":")[2]
    link = RegistrarLink.objects.filter(pk=pk).first() if pk.isdecimal() else None
    return link is not None and link.is_open


def decision_by_registrar(*, application):
    """Tell the contact persons that the registrar has left the decision, so that they see a wrong one."""
    dedup = f"registration.decision_by_registrar:file:{application.decision_file_id}"
    _to_contact_people("decision_by_registrar", application, dedup=dedup)


def decision_passed(*, application):
    """Ask the contact persons what the board decided, once for that date."""
    dedup = f"registration.decision_passed:{application.pk}:{application.decision_date}"
    _to_contact_people("decision_passed", application, dedup=dedup)


def _to_contact_people(name, application, *, dedup, reply_to="", **context):
    """Mail each contact person whose address is still kept; they answer whoever handles the application."""
    handler = application.assignee
    for person in application.contact_people:
        if not person.email:
            continue
        outbox.send(
            to=person.email,
            template=f"members/registration/email/{name}",
            context={
                "application": application,
                "network": application.network,
                "person": person,
                "action_url": own_address(application, person),
                **context,
            },
            language=application.language,
            dedup=f"{dedup}:{person.pk}",
            reply_to=reply_to or (handler.email if handler else _coordinator_address(application.network)),
        )


def news_to_coordinators(*, application, on_behalf=None):
    """Tell the network's coordinators that somebody has applied and waits for a call."""
    _to_coordinators(
        "news",
        _coordinators(application.network),
        page="inspect",
        args=[application.pk],
        dedup=f"registration.news:{application.pk}",
        context={"application": application, "network": application.network, "on_behalf": on_behalf},
    )


def _to_coordinators(name, coordinators, *, page, args=(), dedup, context):
    """Mail each of them, with the way to that page of the applications in Wagtail's admin."""
    for coordinator in coordinators:
        with translation.override(coordinator.language):
            path = reverse(f"wagtailsnippets_registration_application:{page}", args=args)
        outbox.send(
            to=coordinator,
            template=f"members/registration/email/{name}",
            context={**context, "action_url": f"{settings.SITE_URL}{path}"},
            dedup=f"{dedup}:{coordinator.pk}",
        )


def _coordinators(network):
    rows = Membership.objects.current().filter(network=network, role=Role.COORDINATOR).select_related("user")
    return [row.user for row in rows if row.user.is_active]


def _coordinator_address(network):
    return next((user.email for user in _coordinators(network)), "")


def words(application, name, **context):
    """Return (subject, text) of the letter that is usually sent, in the applicant's language, for somebody to edit.

    The first line of the template is the subject.
    """
    known = {"application": application, "network": application.network, "site_url": settings.SITE_URL}
    with translation.override(application.language):
        full = render_to_string(f"members/registration/email/words/{name}.txt", known | context)
    subject, _line, text = full.strip().partition("\n")
    return subject, text.strip()


def letter(*, application, letter, dedup):
    """Send a letter, as it was previewed, to each contact person; they answer to a human."""
    subject, text = letter
    _to_contact_people("letter", application, dedup=dedup, letter_subject=subject, letter_text=text)


def question(*, message):
    """Send the coordinator's question."""
    application = message.application
    subject, text = words(application, "question", question=message.text)
    letter(application=application, letter=(subject, text), dedup=f"registration.question:{message.pk}")


def tell_coordinators(*, application, what, dedup):
    """Tell whoever handles the application, else all the network's coordinators, what the applicant has done."""
    coordinators = _coordinators(application.network)
    handlers = [user for user in coordinators if user.pk == application.assignee_id]
    _to_coordinators(
        "told",
        handlers or coordinators,
        page="inspect",
        args=[application.pk],
        dedup=f"{dedup}:told",
        context={"application": application, "what": what},
    )


def on_behalf(*, on_behalf, token, is_reminder=False):
    """Mail the organisation the way to what a coordinator wrote on its behalf: to read, correct, confirm or decline."""
    draft, writer = on_behalf.draft, on_behalf.by
    with translation.override(draft.language):
        path = reverse("registration:send", args=[draft.network.slug, token])
    return outbox.send(
        to=on_behalf.email,
        template="members/registration/email/on_behalf",
        context={
            "on_behalf": on_behalf,
            "network": draft.network,
            "name": draft.values_of("personer").get("first_name", ""),
            "is_reminder": is_reminder,
            "goes_at": draft.changed_at + timedelta(days=settings.DRAFT_DAYS),
            "action_url": f"{settings.SITE_URL}{path}",
        },
        language=draft.language,
        dedup=f"registration.on_behalf:{DraftLink.digest_of(token)}",
        reply_to=writer.email if writer else _coordinator_address(draft.network),
    )


def is_still_to_be_confirmed(message):
    """Whether the link in a mail that waited still leads to something that waits for its confirmation."""
    _name, _colon, digest = (message.dedup or "").rpartition(":")
    return DraftLink.objects.filter(digest=digest, draft__application=None).exists()


def declined_on_behalf(*, on_behalf, reason):
    """Tell whoever wrote it, else all the network's coordinators, that the organisation has declined."""
    coordinators = _coordinators(on_behalf.network)
    writers = [user for user in coordinators if user.pk == on_behalf.by_id]
    _to_coordinators(
        "declined",
        writers or coordinators,
        page="waiting",
        dedup=f"registration.declined:{on_behalf.pk}",
        context={"on_behalf": on_behalf, "network": on_behalf.network, "reason": reason},
    )


def answered_on_behalf(*, message):
    """Show the contact persons what was written into the thread on their behalf, so that they can object."""
    _to_contact_people(
        "answered",
        message.application,
        dedup=f"registration.answered:{message.pk}",
        reply_to=message.by.email,
        message=message,
    )
