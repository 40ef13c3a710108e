"""How an organisation signs its people on, as the administrator decides."""

from django.db import transaction

from members.accounts.models import User
from members.accounts.services import forget_sessions
from members.audit.services import record
from members.signon.models import Provider

FIELDS = ("issuer", "client_id", "client_secret", "vouching_acr", "vouching_amr", "is_on")


@transaction.atomic
def save_provider(*, organisation, by, client_secret="", **decided):
    """Keep how the organisation signs on, and return it; an empty secret leaves the old one as it is.

    Whoever has linked an account there is logged out when anything was changed: what let them in may not hold.
    """
    provider = Provider.objects.select_for_update().filter(organisation=organisation).first()
    is_new = provider is None
    provider = provider or Provider(organisation=organisation)
    decided |= {"client_secret": client_secret} if client_secret else {}
    changed = [name for name in FIELDS if name in decided and getattr(provider, name) != decided[name]]
    if not changed and not is_new:
        return provider
    for name in changed:
        setattr(provider, name, decided[name])
    provider.save()
    for person in User.objects.filter(identity__provider=provider):
        forget_sessions(person)
    record(action=f"signon.{'create' if is_new else 'change'}_provider", by=by, obj=provider, fields=changed)
    return provider
