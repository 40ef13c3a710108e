"""Encrypting what is kept encrypted by the newest key, so that an old one can be thrown away."""

from cryptography.fernet import InvalidToken
from django.apps import apps
from django.db import transaction
from django.db.models import F, TextField, Value
from django.db.models.functions import Cast

from members.audit.services import record
from portal.core.fields import EncryptedTextField, by_newest_key, is_by_newest_key


def rotate():
    """Encrypt anew what an older of FIELD_ENCRYPTION_KEYS opens; return {field: (rows done, rows that no key opens)}.

    A row at a time, so that nobody waits and a run that was broken off is begun again. Every model is walked: a new
    encrypted field needs no line here.
    """
    done = {}
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, EncryptedTextField) and not model._meta.proxy:
                done[f"{model._meta.label}.{field.name}"] = _rotate(model, field.name)
    if any(count for count, _lost in done.values()):
        record(action="ops.rotate_keys", fields=[f"{name}:{count}" for name, (count, _lost) in done.items()])
    return done


def _rotate(model, name):
    count, lost = 0, 0
    for pk in model._base_manager.values_list("pk", flat=True).order_by("pk").iterator():
        try:
            count += _rotate_row(model, name, pk)
        except InvalidToken:
            lost += 1
    return count, lost


@transaction.atomic
def _rotate_row(model, name, pk):
    """Encrypt the row's text anew unless the newest key opens it; return how many rows that were."""
    rows = model._base_manager.filter(pk=pk)
    sealed = rows.select_for_update().annotate(sealed=Cast(F(name), TextField())).values_list("sealed", flat=True)
    text = sealed.first()
    if not text or is_by_newest_key(text):
        return 0
    return rows.update(**{name: Value(by_newest_key(text), output_field=TextField())})
