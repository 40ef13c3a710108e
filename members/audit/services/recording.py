"""The one way to write the record."""

from members.audit.models import Record
from portal.core.middleware import request_id


def record(*, action, by=None, obj=None, network=None, fields=(), on_behalf_of=""):
    """Write that `by` did `action` to `obj`; call it inside the change's own transaction.

    `action` is "<app>.<verb>"; `fields` are names of changed fields, never values. `by` is None for the portal itself.
    The actor is kept as id and, as a label, as the id again: names would survive an erasure.
    """
    return Record.objects.create(
        action=action,
        actor_id=str(by.pk) if by is not None and by.pk else "",
        actor_label=f"#{by.pk}" if by is not None and by.pk else "",
        on_behalf_of=str(on_behalf_of)[:200],
        object_type=obj._meta.label_lower if obj is not None else "",
        object_id=str(obj.pk) if obj is not None else "",
        object_label=f"{obj._meta.verbose_name} {obj.pk}"[:200] if obj is not None else "",
        network_id=str(network.pk) if network is not None else "",
        fields=list(fields),
        request_id=request_id.get(),
    )
