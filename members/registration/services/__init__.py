"""Every write to applications."""

from members.registration.services.applying import DECISION_KIND, RegistrationClosed, apply

__all__ = ["DECISION_KIND", "RegistrationClosed", "apply"]
