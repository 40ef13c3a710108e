"""Everything that is written about examples, but for what Wagtail's editor writes itself."""

from casestudies.services.contact import relay
from casestudies.services.contributions import decide, forget_senders, tell_of_use, tip

__all__ = ["decide", "forget_senders", "relay", "tell_of_use", "tip"]
