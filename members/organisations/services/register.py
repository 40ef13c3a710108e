"""What Wagtail's forms save, written into the record; and a network's ending, which no form saves."""

from django.db import transaction
from django.utils import timezone

from members.audit.services import record
from members.organisations.models import Network, Organisation


@transaction.atomic
def archive_network(*, network, by):
    """End the network now: an archive for those who took part. Twice does nothing."""
    network = Network.objects.select_for_update().get(pk=network.pk)
    if not network.is_archived:
        network.archived_at = timezone.now()
        network.save(update_fields=["archived_at"])
        record(action="organisations.archive_network", by=by, obj=network, network=network, fields=["archived_at"])
    return network


@transaction.atomic
def reopen_network(*, network, by):
    """Take the ending back: the network runs again. What the clock has deleted since does not come back."""
    network = Network.objects.select_for_update().get(pk=network.pk)
    if network.is_archived:
        network.archived_at = None
        network.save(update_fields=["archived_at"])
        record(action="organisations.reopen_network", by=by, obj=network, network=network, fields=["archived_at"])
    return network


def note_network_change(*, network, by, fields=()):
    """Write that the network's dates or texts were made or changed."""
    record(action="organisations.change_network", by=by, obj=network, network=network, fields=fields)


def note_organisation_change(*, organisation, by, fields=()):
    """Write that the register was changed."""
    record(action="organisations.change_organisation", by=by, obj=organisation, fields=fields)


@transaction.atomic
def end_organisation(*, organisation, last_day, by):
    """Write the organisation's last day into the register; return whether that was new.

    Nothing is done to one that has a last day already, or that began after that day.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if organisation.to_date is not None or (organisation.from_date and organisation.from_date > last_day):
        return False
    organisation.to_date = last_day
    organisation.save(update_fields=["to_date"])
    note_organisation_change(organisation=organisation, by=by, fields=["to_date"])
    return True


@transaction.atomic
def delete_organisation(*, organisation, by):
    """Take the organisation out of the register, and write which one it was.

    Raises ProtectedError, and writes nothing, while anything stands in its name.
    """
    record(action="organisations.delete_organisation", by=by, obj=organisation)
    organisation.delete()


def note_export(*, model, by, fields=()):
    """Write that somebody took a listing away as a file, and which columns it had."""
    record(action=f"{model._meta.app_label}.export_{model._meta.model_name}", by=by, fields=fields)
