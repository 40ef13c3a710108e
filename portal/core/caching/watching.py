"""Triggers in the database: a change of anything that a public page shows changes the content's token.

Not Django's signals, which know nothing of `update()`, `bulk_create()`, the tree's own SQL, and whoever else writes to
the database. The triggers are made after each `migrate` and taken away before it, since they name columns.
"""

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connections
from modelcluster.fields import ParentalKey
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.models import Page

from portal.core.caching import declared_models
from portal.core.models import ContentVersion

PREFIX = "content_changed_"

# A draft that is saved writes to the page's row as well, but to none of these.
PAGE_COLUMNS = [
    "alias_of_id",
    "content_type_id",
    "depth",
    "first_published_at",
    "last_published_at",
    "live",
    "locale_id",
    "path",
    "search_description",
    "seo_title",
    "slug",
    "title",
    "translation_key",
    "url_path",
]

# What pages show of Wagtail's own.
WAGTAILS = {
    "wagtailcore.Locale",
    "wagtailcore.PageViewRestriction",
    "wagtailcore.Site",
    "wagtaildocs.Document",
    "wagtailimages.Image",
    "wagtailimages.Rendition",
}


def watched():
    """Return {table: columns that matter, or None when all do}."""
    found = {apps.get_model(label) for label in WAGTAILS | declared_models}
    for model in apps.get_models():
        if _is_ours(model) and issubclass(model, (Page, BaseSiteSetting)):
            found |= _shown_with(model)
    tables = sorted(model._meta.db_table for model in found)
    return {Page._meta.db_table: PAGE_COLUMNS} | dict.fromkeys(tables)


def _shown_with(model):
    """The model, what its rows point at, the tables between, and the parts that belong to it, theirs in turn."""
    shown = {model} | {field.remote_field.through for field in model._meta.local_many_to_many}
    for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
        if field.related_model and _is_ours(field.related_model) and field.related_model is not get_user_model():
            shown.add(field.related_model)
    for part in apps.get_models():
        keys = [field for field in part._meta.local_fields if isinstance(field, ParentalKey)]
        if _is_ours(part) and any(key.related_model is model for key in keys):
            shown |= _shown_with(part)
    return shown


def _is_ours(model):
    return model.__module__.split(".")[0] in ("home", "casestudies", "members", "portal")


def watch(using="default"):
    """Put a trigger on every table that public pages show, and change the token: who knows what has been missed."""
    connection = connections[using]
    existing = set(connection.introspection.table_names())
    if ContentVersion._meta.db_table not in existing:
        return
    unwatch(using)
    ContentVersion.objects.using(using).get_or_create(pk=1)
    with connection.cursor() as cursor:
        for statement in statements(connection.vendor, existing):
            cursor.execute(statement)
        cursor.execute(SQL[connection.vendor]["change"])


def unwatch(using="default"):
    """Take the triggers away. Without the token's table there are none."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(SQL[connection.vendor]["find"], [PREFIX + "%"])
        for name, table in cursor.fetchall():
            cursor.execute(SQL[connection.vendor]["drop"].format(name=name, table=table))


def statements(vendor, existing):
    """Return the SQL that makes the triggers of those tables that exist, in the dialect of the database."""
    sql = SQL[vendor]
    made = [sql["function"]] if "function" in sql else []
    for table, columns in watched().items():
        if table not in existing:
            continue
        of = f" OF {', '.join(columns)}" if columns else ""
        for event, of_columns in (("INSERT", ""), ("UPDATE", of), ("DELETE", "")):
            name = f"{PREFIX}{event.lower()}_{table}"[:63]
            made.append(sql["create"].format(name=name, event=event + of_columns, table=table))
    return made


# The token begins with the second of the change, for Last-Modified; the rest is drawn by lot, because a number that
# counts would be given twice: by a transaction that is rolled back, or by a database that is restored.
SQL = {
    "sqlite": {
        "change": "UPDATE core_contentversion SET token = strftime('%s', 'now') || '-' || lower(hex(randomblob(12)))",
        "create": (
            'CREATE TRIGGER "{name}" AFTER {event} ON "{table}" BEGIN UPDATE core_contentversion'
            " SET token = strftime('%s', 'now') || '-' || lower(hex(randomblob(12))); END"
        ),
        "find": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
        "drop": 'DROP TRIGGER "{name}"',
    },
    "postgresql": {
        "change": (
            "UPDATE core_contentversion SET token ="
            " extract(epoch from clock_timestamp())::bigint || '-' || replace(gen_random_uuid()::text, '-', '')"
        ),
        "function": (
            "CREATE OR REPLACE FUNCTION core_content_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " UPDATE core_contentversion SET token ="
            " extract(epoch from clock_timestamp())::bigint || '-' || replace(gen_random_uuid()::text, '-', '');"
            " RETURN NULL; END $$"
        ),
        "create": (
            'CREATE TRIGGER "{name}" AFTER {event} ON "{table}" FOR EACH STATEMENT'
            " EXECUTE FUNCTION core_content_changed()"
        ),
        "find": (
            "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " WHERE NOT tgisinternal AND tgname LIKE %s"
        ),
        "drop": 'DROP TRIGGER "{name}" ON "{table}"',
    },
}
