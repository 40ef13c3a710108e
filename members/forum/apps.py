from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from members.notifications import registry


class ForumConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.forum"
    label = "forum"
    verbose_name = _("Forum")

    def ready(self):
        from members.forum import rules  # noqa: F401 (the table of permissions; needs the models)
        from portal.core import outbox

        registry.register(
            "forum.reply",
            label=_("Svar i trådar som du följer"),
            news=ngettext_lazy("Nytt svar i tråden", "%(count)d nya svar i tråden", "count"),
            may_see=may_see_thread,
        )
        outbox.recheck("members/forum/email/reply", still=is_still_for)


def may_see_thread(user, key):
    """Whether the person sees the thread now; a removed one is told of to nobody."""
    from members.forum.models import Thread

    return Thread.objects.present().visible_to(user).filter(pk=registry.pk_in(key)).exists()


def is_still_for(message):
    """Whether the post that the mail tells of stands, where whoever gets it may read it."""
    from members.forum.models import Post

    _kind, post_id, _user_id = message.dedup.split(":")
    reader = message.recipient
    return reader is not None and Post.objects.standing().visible_to(reader).filter(pk=post_id).exists()
