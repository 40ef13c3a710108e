"""The forum's mails."""

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from members.organisations.enums import Role
from members.organisations.models import Membership
from portal.core import outbox

MUTE_SALT = "members.forum.mute"


def reply(*, post, to):
    """Tell a follower of a new post; the category's sensitivity decides how much the mail says."""
    thread = post.thread
    token = signing.dumps([to.pk, thread.pk], salt=MUTE_SALT)
    with translation.override(to.language):
        one_click = f"{settings.SITE_URL}{reverse('forum_mail:mute', args=[token])}"
    return outbox.send(
        to=to,
        template="members/forum/email/reply",
        context={
            "post": post,
            "thread": thread,
            "sensitivity": thread.category.sensitivity,
            "mute_token": token,
            # Links within the portal lead nowhere from a mail.
            "post_html": post.html.replace('href="/', f'href="{settings.SITE_URL}/'),
        },
        reply_to=coordinator_address(thread.network_id),
        dedup=f"forum.post:{post.pk}:{to.pk}",
        headers={"List-Unsubscribe": f"<{one_click}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )


def coordinator_address(network_id):
    """Return where an answer to the mail goes: to a human who leads the network, if there is one."""
    leads = Membership.objects.current().filter(network_id=network_id, role=Role.COORDINATOR, user__is_active=True)
    return leads.order_by("pk").values_list("user__email", flat=True).first() or ""
