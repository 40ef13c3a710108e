"""What an applicant sees. No account is needed."""

from members.registration.views.applying import apply, networks, receipt

__all__ = ["apply", "networks", "receipt"]
