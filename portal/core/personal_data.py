"""What the portal holds about one person, read by the classification of models: the same for every app."""

from django.apps import apps
from django.db import models

from portal.core import classification

# What opens something, or proves who somebody is, is no use outside the portal and a danger there.
HIDDEN = {"password", "secret", "digest", "key", "submission_key", "session_key", "session_data"}
# Fields of one model that are left out: links that open something, and keys in bytes.
LINKS = {
    "core.OutboxMessage": {"text", "html", "headers"},
    "signon.Passkey": {"credential_id", "credential_id_sha256", "public_key"},
}


def found(user):
    """Yield each exported model with its rows about the person, in the classification's order."""
    for label, about in classification.exported().items():
        model = apps.get_model(label)
        yield model, about_person(model, about.ways, user).order_by("pk")


def about_person(model, ways, user):
    """Return the rows of which some way leads to the person, or to the person's address."""
    condition = models.Q(pk__in=[])
    for way in ways:
        is_address = "__" not in way and isinstance(model._meta.get_field(way), models.EmailField)
        condition |= models.Q(**{f"{way}__iexact": user.email}) if is_address else models.Q(**{way: user.pk})
    return model._default_manager.filter(condition)


def counts(user):
    """Return (the model's name in plural, how many rows) for what there is any of."""
    rows = [(model._meta.verbose_name_plural, found_rows.count()) for model, found_rows in found(user)]
    return [(name, count) for name, count in rows if count]


def rows_of(queryset):
    """Return the rows as dictionaries of plain values: what is pointed at by its name, other people by number."""
    about = queryset.model._meta
    hidden = HIDDEN | LINKS.get(about.label, set())
    fields = [field for field in about.concrete_fields if field.name not in hidden]
    named = [field.name for field in fields if field.is_relation and not _is_person(field)]
    return [{field.name: _value(row, field) for field in fields} for row in queryset.select_related(*named)]


def _is_person(field):
    return field.related_model is not None and field.related_model._meta.label == "accounts.User"


def _value(row, field):
    if field.is_relation and not _is_person(field):
        target = getattr(row, field.name)
        return None if target is None else str(target)
    if isinstance(field, models.FileField):
        return getattr(row, field.name).name
    value = field.value_from_object(row)
    return value if value is None or isinstance(value, (str, int, float, bool, list, dict)) else str(value)
