"""What an applicant sees. No account is needed."""

from members.registration.views.applying import apply, networks, receipt
from members.registration.views.drafts import autosave, draft, later, link_sent, renew_link, send, step

__all__ = ["apply", "autosave", "draft", "later", "link_sent", "networks", "receipt", "renew_link", "send", "step"]
