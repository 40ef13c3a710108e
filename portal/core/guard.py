"""Forms that anybody may send without an account: kept from programs, floods and double sending, without a puzzle."""

import datetime
import hashlib
import hmac
import ipaddress
import uuid
from contextlib import contextmanager

from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.models import FormUse
from portal.core.signs import printable

SALT = "portal.core.guard"
STAMP_AGE = datetime.timedelta(days=1)
WINDOW = datetime.timedelta(hours=1)
KEPT = datetime.timedelta(days=1)
# A municipality stands behind one address: the limit is for programs, not for colleagues.
PER_ADDRESS, IN_ALL = 10, 200  # sendings an hour of one kind of form


class GuardedForm(forms.Form):
    """A form of the public site; `guard_name` is the kind that sendings are counted by.

    It wants the request. What is wrong is told as an error of the form, and what was typed stands.
    A view sends it once: `with once(form) as is_first: …`.
    """

    guard_name = ""

    stamp = forms.CharField(widget=forms.HiddenInput, required=False)
    # Nobody sees this field; whoever fills it in is a program.
    website = forms.CharField(
        label=_("Lämna tomt"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, data=None, *args, request, **kwargs):
        self.sender = sender(request)
        self.key, self.stamp_error = None, None
        if data is not None:
            data = data.copy()
            for name in data:  # each is a text, and stands once
                data[name] = printable(data[name])
            self._read_stamp(data)
        super().__init__(data, *args, **kwargs)
        self.initial.setdefault("stamp", new_stamp())

    @property
    def shown_fields(self):
        """The fields that a person sees."""
        return [field for field in self.visible_fields() if field.name != "website"]

    def _read_stamp(self, data):
        """Find the sending's key; an old or a foreign stamp is replaced, so that the next try goes through."""
        signer = signing.TimestampSigner(salt=SALT)
        name = self.add_prefix("stamp") if getattr(self, "prefix", None) else "stamp"
        stamp = data.get(name, "")
        try:
            self.key = uuid.UUID(signer.unsign(stamp, max_age=STAMP_AGE))
        except (signing.BadSignature, ValueError):
            self.stamp_error = _("Formuläret hade legat för länge. Läs igenom det och skicka igen.")
            data[name] = new_stamp()
            return
        try:
            signer.unsign(stamp, max_age=settings.FORM_MIN_SECONDS)
        except signing.SignatureExpired:
            return
        if settings.FORM_MIN_SECONDS:
            self.stamp_error = _("Det gick fortare än någon hinner skriva. Vänta några sekunder och skicka igen.")

    def clean_website(self):
        """Refuse programs that fill in whatever they find."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("Lämna fältet tomt."))
        return ""

    def clean(self):
        """Refuse what comes too fast, too late or too often."""
        data = super().clean()
        if self.stamp_error:
            raise ValidationError(self.stamp_error)
        refuse_flood(self)
        return data


def refuse_flood(form):
    """Raise ValidationError when forms of this kind have come too often; the same sending again is none of them."""
    recent = FormUse.objects.filter(form=form.guard_name, used_at__gt=timezone.now() - WINDOW)
    recent = recent.exclude(key=form.key)
    if recent.filter(sender=form.sender).count() >= PER_ADDRESS or recent.count() >= IN_ALL:
        raise ValidationError(
            _("Det har kommit ovanligt många meddelanden den senaste timmen. Försök igen om en stund.")
        )


def new_stamp():
    """Return a key that is signed together with the moment: when the form was opened, and which sending it is."""
    return signing.TimestampSigner(salt=SALT).sign(uuid.uuid4().hex)


@contextmanager
def once(form):
    """Run the body in one transaction; it gets True the first time that this very form is sent, else False.

    Of the form it wants `key`, `guard_name` and `sender`.
    """
    with transaction.atomic():
        _use, is_first = FormUse.objects.get_or_create(
            key=form.key, defaults={"form": form.guard_name, "sender": form.sender}
        )
        yield is_first


def sender(request):
    """Return who sends, as a hash that nobody can turn back, and that is another tomorrow.

    An IPv6 network of 64 bits counts as one sender. Behind PROXY_COUNT proxies of our own the address is the one that
    the outermost of them saw; what a stranger wrote in X-Forwarded-For stands to the left of it and is not read.
    """
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    if settings.PROXY_COUNT and len(forwarded) >= settings.PROXY_COUNT:
        address = forwarded[-settings.PROXY_COUNT]
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        network = address
    else:
        network = str(ipaddress.ip_network((parsed, 64 if parsed.version == 6 else 32), strict=False))
    return hmac.new(
        settings.SECRET_KEY.encode(), f"{timezone.localdate()}|{network}".encode(), hashlib.sha256
    ).hexdigest()


def forget_old():
    """Delete the sendings of more than a day ago; returns how many."""
    return FormUse.objects.filter(used_at__lt=timezone.now() - KEPT).delete()[0]
