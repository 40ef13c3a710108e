"""Corrections of what an application says: under the lock, and only what was changed in the form that was sent."""

from django.db import transaction

from members.audit.services import record
from members.registration import emails
from members.registration.enums import ApplicationState
from members.registration.services.destinations import require_only_seat
from members.registration.services.invoicing import settle
from members.registration.services.places import locked, locked_alive

#: Which organisation it is stands fast once it has been let in.
IDENTITY = ("organisation", "organisation_name", "organisation_number")
#: What means something together only: where the board stands, and on which day.
TOGETHER = ("decision_state", "decision_date")


class ChangedMeanwhile(Exception):
    """Somebody else has changed the same since the form was opened; `now` is {field: what stands there now}."""

    def __init__(self, now):
        super().__init__()
        self.now = now


def as_opened(application, names):
    """Return {field: text} of what the application says, for a form to carry along and show how old it is."""
    return {name: as_text(getattr(application, application._meta.get_field(name).attname)) for name in names}


def as_text(value):
    """Return a value of a field as a text that can be compared."""
    return "" if value is None else str(getattr(value, "pk", value))


@transaction.atomic
def change(*, application, values, opened, by):
    """Write what a coordinator has corrected, and return the application as it then is.

    `values` is {field: value} of the whole form, `opened` what `as_opened` gave when it was opened. What was left as it
    was is not written: a decision taken or handed in meanwhile stands. More or fewer people are invoiced.
    Raises ChangedMeanwhile where both have changed the same, AlreadySeated when its seat would become a second one.
    """
    application = locked(application)
    fields = _write(application, values, opened)
    if set(fields) & set(IDENTITY) and application.network.applications.seated().filter(pk=application.pk).exists():
        require_only_seat(application)
    settle(application=application, by=by)
    if fields:
        record(action="registration.change", by=by, obj=application, network=application.network, fields=fields)
    return application


@transaction.atomic
def complete(*, application, values, opened):
    """The organisation itself says where the invoice goes, and its own reference of the application.

    Once the place is confirmed the coordinators hear of it: the lines of the invoice basis stand as they were written.
    Raises ChangedMeanwhile or HasEnded.
    """
    application = locked_alive(application)
    fields = _write(application, values, opened)
    if not fields:
        return
    step = record(action="registration.complete", obj=application, network=application.network, fields=fields)
    if application.state == ApplicationState.ACCEPTED:
        emails.tell_coordinators(application=application, what="invoice", dedup=f"registration.complete:{step.pk}")


def _write(application, values, opened):
    fields = _changed(application, values, opened)
    for name in fields:
        setattr(application, name, values[name])
    if fields:
        application.save(update_fields=fields)
    return fields


def _changed(application, values, opened):
    """Return the names of the fields to write; raises ChangedMeanwhile."""
    now = as_opened(application, values)
    wanted = {name: as_text(value) for name, value in values.items()}
    touched = {name for name in values if wanted[name] != opened.get(name, now[name])}
    if touched & set(TOGETHER):
        touched |= set(TOGETHER) & set(values)
    moved = {name for name in touched if now[name] not in (opened.get(name, now[name]), wanted[name])}
    if application.state == ApplicationState.ACCEPTED:
        moved |= {name for name in touched & set(IDENTITY) if now[name] != wanted[name]}
    if moved:
        raise ChangedMeanwhile({name: getattr(application, name) for name in values if name in moved})
    return [name for name in values if name in touched and now[name] != wanted[name]]
