"""What the portal keeps of an organisation's way into a network."""

from members.registration.models.application import Application, ApplicationPerson, new_reference
from members.registration.models.draft import ApplicationDraft, DraftLink
from members.registration.models.invoice import InvoiceLine
from members.registration.models.on_behalf import OnBehalf
from members.registration.models.registrar import RegistrarLink
from members.registration.models.review import CallNote, Message, Transition

__all__ = [
    "Application",
    "ApplicationDraft",
    "ApplicationPerson",
    "CallNote",
    "DraftLink",
    "InvoiceLine",
    "Message",
    "RegistrarLink",
    "OnBehalf",
    "Transition",
    "new_reference",
]
