"""The database itself refuses to change a record, whoever asks.

PostgreSQL refuses removal too. SQLite does not: it empties tables by DELETE, which tests and an emptied
demonstration need; the model refuses it in both.
"""

from django.db import migrations

POSTGRESQL = """
CREATE FUNCTION audit_record_is_append_only() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION 'A record of what was done is never changed or removed.';
END
$$ LANGUAGE plpgsql;
CREATE TRIGGER audit_record_append_only BEFORE UPDATE OR DELETE ON audit_record
    FOR EACH ROW EXECUTE FUNCTION audit_record_is_append_only();
"""
POSTGRESQL_BACK = """
DROP TRIGGER audit_record_append_only ON audit_record;
DROP FUNCTION audit_record_is_append_only();
"""
SQLITE = """
CREATE TRIGGER audit_record_append_only BEFORE UPDATE ON audit_record
BEGIN
    SELECT RAISE(ABORT, 'A record of what was done is never changed.');
END;
"""
SQLITE_BACK = "DROP TRIGGER audit_record_append_only;"


def run(schema_editor, statements):
    sql = statements.get(schema_editor.connection.vendor)
    if sql:
        schema_editor.execute(sql)


def guard(apps, schema_editor):
    run(schema_editor, {"postgresql": POSTGRESQL, "sqlite": SQLITE})


def release(apps, schema_editor):
    run(schema_editor, {"postgresql": POSTGRESQL_BACK, "sqlite": SQLITE_BACK})


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(guard, release)]
