"""What Wagtail's forms save, written into the record."""

from members.audit.services import record


def note_network_change(*, network, by, fields=()):
    """Write that the network's dates or texts were made or changed."""
    record(action="organisations.change_network", by=by, obj=network, network=network, fields=fields)


def note_organisation_change(*, organisation, by, fields=()):
    """Write that the register was changed."""
    record(action="organisations.change_organisation", by=by, obj=organisation, fields=fields)


def note_export(*, model, by, fields=()):
    """Write that somebody took a listing away as a file, and which columns it had."""
    record(action=f"{model._meta.app_label}.export_{model._meta.model_name}", by=by, fields=fields)
