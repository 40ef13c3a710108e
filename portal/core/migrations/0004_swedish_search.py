"""PostgreSQL: a text search configuration that stems Swedish and reads å, ä and ö as a, a and o, and one that only folds.

The extensions come with PostgreSQL (Debian: in the package postgresql) and are trusted: the database's owner may create
them. After this, `manage.py update_index` writes the index anew for an installation that has pages already.
"""

from django.db import migrations

FORWARDS = """
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TEXT SEARCH CONFIGURATION portal_swedish (COPY = swedish);
ALTER TEXT SEARCH CONFIGURATION portal_swedish
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, swedish_stem;
CREATE TEXT SEARCH CONFIGURATION portal_plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION portal_plain
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
CREATE INDEX core_searchword_alike ON core_searchword USING gin (folded gin_trgm_ops);
"""
BACKWARDS = """
DROP INDEX core_searchword_alike;
DROP TEXT SEARCH CONFIGURATION portal_plain;
DROP TEXT SEARCH CONFIGURATION portal_swedish;
"""


def forwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(FORWARDS)


def backwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(BACKWARDS)


class Migration(migrations.Migration):
    dependencies = [("core", "0003_search_words")]

    operations = [migrations.RunPython(forwards, backwards)]
