"""Mails about one's own account. Links are made of SITE_URL: a forged Host header reaches no mailbox."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from portal.core import outbox

TAKEN_SLOT = 60 * 60  # seconds: at most one such mail an account in each


def password_reset(*, user, uid, token, dedup):
    """The link with which a password is chosen anew."""
    with translation.override(user.language):
        path = reverse("accounts:new_password", kwargs={"uid": uid, "token": token})
    return outbox.send(
        to=user,
        template="members/accounts/email/password_reset",
        context={
            "name": user.name,
            "action_url": f"{settings.SITE_URL}{path}",
            "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
        },
        dedup=dedup,
    )


def password_changed(*, user):
    """Tells that the password was changed, for the case that somebody else did it."""
    return outbox.send(
        to=user,
        template="members/accounts/email/password_changed",
        context={"name": user.name, "at": timezone.localtime()},
    )


def factor_changed(*, user, what, device=None):
    """Tells of a second factor "added", "renamed", "removed", and of recovery codes made ("codes") or "used_code"."""
    return outbox.send(
        to=user,
        template="members/accounts/email/factor_changed",
        context={
            "name": user.name,
            "what": what,
            "factor": device,
            "kind": device._meta.verbose_name if device is not None else "",
            "at": timezone.localtime(),
            "left": _codes_left(user),
        },
    )


def _codes_left(user):
    return user.recovery_codes_left


def approve_email(*, user, email, token):
    """Asks whoever reads the old address whether the account is to have the new one."""
    return outbox.send(
        to=user,
        template="members/accounts/email/approve_email",
        context={"name": user.name, "email": email, "action_url": _link(user, "accounts:approve_email", token)},
    )


def confirm_email(*, user, email, token, key=None):
    """Asks whoever reads the new address to confirm it; once for each key."""
    return outbox.send(
        to=email,
        template="members/accounts/email/confirm_email",
        context={"name": user.name, "action_url": _link(user, "accounts:confirm_email", token)},
        language=user.language,
        dedup=f"confirm-email:{key}" if key else None,
    )


def email_is_taken(*, user):
    """Tells whoever has the address that somebody wanted it for another account."""
    slot = int(timezone.now().timestamp()) // TAKEN_SLOT
    return outbox.send(
        to=user,
        template="members/accounts/email/email_is_taken",
        context={"name": user.name},
        dedup=f"email-is-taken:{user.pk}:{slot}",
    )


def email_changed(*, user, old, token):
    """Tells the old address that it is no longer the account's, and how to undo that."""
    return outbox.send(
        to=old,
        template="members/accounts/email/email_changed",
        context={
            "name": user.name,
            "at": timezone.localtime(),
            "action_url": _link(user, "accounts:undo_email", token),
        },
        language=user.language,
    )


def _link(user, name, token):
    with translation.override(user.language):
        return f"{settings.SITE_URL}{reverse(name, kwargs={'token': token})}"


def erasure(*, to, name, due_at, language=None):
    """Tells when the account will be erased, or, to the address that it had and without a time, that it has been."""
    with translation.override(language or to.language):
        path = reverse("accounts:erase")
    return outbox.send(
        to=to,
        template="members/accounts/email/erasure",
        context={"name": name, "due_at": due_at, "action_url": f"{settings.SITE_URL}{path}"},
        language=language,
    )


def idle(*, user, due_at, last_day, contacts):
    """Tells that nobody has taken part with the account since that day, if ever, when it goes, and whom to ask."""
    return outbox.send(
        to=user,
        template="members/accounts/email/idle",
        context={"name": user.name, "due_at": due_at, "last_day": last_day, "contacts": contacts},
        reply_to=contacts[0].email if contacts else "",
        dedup=f"idle-account:{user.pk}:{due_at:%Y-%m-%d}",
    )


def reset_begun(*, reset, to, token):
    """Tells the person, or an administrator, that somebody vouched: when it opens, and how it is stopped."""
    return outbox.send(
        to=to,
        template="members/accounts/email/reset_begun",
        context={
            "name": to.name,
            "person": reset.user.name,
            "voucher": reset.vouched_by.name,
            "is_own": to.pk == reset.user_id,
            "opens_at": timezone.localtime(reset.opens_at),
            "action_url": _link(to, "accounts:stop_reset", token),
        },
        dedup=f"reset-begun:{reset.pk}:{to.pk}",
    )
