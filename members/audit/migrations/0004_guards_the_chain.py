"""The database refuses to change a link or an anchor too; PostgreSQL refuses removal of all three.

It lets the purge through, which says so within its own transaction (members/audit/services/retention.py).
"""

from django.db import migrations

TABLES = ("audit_link", "audit_anchor")
POSTGRESQL = """
CREATE OR REPLACE FUNCTION audit_record_is_append_only() RETURNS trigger AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME <> 'audit_anchor'
            AND current_setting('portal.purging_the_record', true) = 'on' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'A record of what was done is never changed or removed.';
END
$$ LANGUAGE plpgsql;
"""
POSTGRESQL_BACK = """
CREATE OR REPLACE FUNCTION audit_record_is_append_only() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION 'A record of what was done is never changed or removed.';
END
$$ LANGUAGE plpgsql;
"""
POSTGRESQL_TABLE = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION audit_record_is_append_only();
"""
SQLITE_TABLE = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table}
BEGIN
    SELECT RAISE(ABORT, 'A record of what was done is never changed.');
END;
"""


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
    statement = {"postgresql": POSTGRESQL_TABLE, "sqlite": SQLITE_TABLE}.get(schema_editor.connection.vendor)
    for table in TABLES if statement else ():
        schema_editor.execute(statement.format(table=table))


def release(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for table in TABLES if vendor in {"postgresql", "sqlite"} else ():
        on_table = f" ON {table}" if vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER {table}_append_only{on_table};")
    if vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_chain")]

    operations = [migrations.RunPython(guard, release)]
