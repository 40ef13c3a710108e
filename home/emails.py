"""The mails of the public site."""

from portal.core import subscriptions
from portal.core.outbox import send
from portal.core.pages import absolute

NEXT_INVITATION = "nasta-inbjudan"


def new_invitation(*, pages):
    """Tell whoever asked for it that one can register for a network; `pages` are its invitation's, by language.

    A language without a page of its own leads to the Swedish one. Returns how many mails were written.
    """
    swedish = pages.get("sv") or next(iter(pages.values()))
    english = pages.get("en") or swedish
    context = {
        "network": swedish.network,
        "swedish": {"title": swedish.title, "lead": swedish.lead, "url": absolute(swedish.get_url())},
        "english": {"title": english.title, "lead": english.lead, "url": absolute(english.get_url())},
    }
    return subscriptions.tell(
        topic_name=NEXT_INVITATION,
        template="home/email/new_invitation",
        context=context,
        dedup=f"invitation:{swedish.network_id}",
    )


def barrier(*, message, to):
    """Tell those who answer for the portal what stood in somebody's way; an answer goes to whoever left an address."""
    send(
        to=to,
        template="home/email/barrier",
        context={
            "message": message,
            "action_url": absolute(f"/admin/snippets/home/accessibilitymessage/edit/{message.pk}/"),
        },
        reply_to=message.email,
        dedup=f"barrier:{message.pk}:{getattr(to, 'email', to)}",
    )
