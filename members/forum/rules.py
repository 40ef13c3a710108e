"""Who may read, write and moderate in the forum."""

import rules

from members.organisations.rules import is_coordinator, is_in_network, network_is_running


@rules.predicate
def is_unlocked(user, obj):
    """The thread, or the thread of the post, is not locked."""
    return obj is not None and not getattr(obj, "thread", obj).is_locked


@rules.predicate
def is_author(user, obj):
    """The person wrote it."""
    return obj is not None and obj.author_id is not None and obj.author_id == user.pk


@rules.predicate
def is_standing(user, post):
    """The post has not been removed."""
    return post is not None and post.deleted_at is None


may_moderate = is_coordinator & network_is_running

rules.add_perm("forum.view_category", is_in_network)
rules.add_perm("forum.change_category", may_moderate)
rules.add_perm("forum.start_thread", is_in_network & network_is_running)
rules.add_perm("forum.view_thread", is_in_network)
rules.add_perm("forum.reply_thread", is_in_network & network_is_running & (is_unlocked | is_coordinator))
rules.add_perm("forum.moderate_thread", may_moderate)
rules.add_perm("forum.view_post", is_in_network)
rules.add_perm("forum.change_post", is_author & is_in_network & network_is_running & is_unlocked & is_standing)
rules.add_perm(
    "forum.delete_post", ((is_author & is_in_network & is_unlocked) | is_coordinator) & network_is_running & is_standing
)
