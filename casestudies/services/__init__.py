"""Everything that is written about examples, but for what Wagtail's editor writes itself."""

from casestudies.services.contact import relay
from casestudies.services.contributions import decide, forget_senders, tell_of_use, tip
from casestudies.services.news import TOPIC as EXAMPLES_TOPIC
from casestudies.services.news import tell_of_new_examples
from casestudies.services.withdrawals import leave_notice, remove_notice

__all__ = [
    "EXAMPLES_TOPIC",
    "decide",
    "forget_senders",
    "leave_notice",
    "relay",
    "remove_notice",
    "tell_of_new_examples",
    "tell_of_use",
    "tip",
]
