"""What the portal keeps of an organisation's way into a network."""

from members.registration.models.application import Application, ApplicationPerson, new_reference

__all__ = ["Application", "ApplicationPerson", "new_reference"]
