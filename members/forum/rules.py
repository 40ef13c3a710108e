"""Who may read, write and moderate in the forum."""

import rules

from members.organisations.rules import is_coordinator, is_in_network, network_is_running


def thread_of(obj):
    """Return the thread of a post, or the thread itself."""
    return getattr(obj, "thread", obj)


@rules.predicate
def is_unlocked(user, obj):
    """The thread, or the thread of the post, is not locked."""
    return obj is not None and not thread_of(obj).is_locked


@rules.predicate
def is_present(user, obj):
    """The thread, or the thread of the post, has not been removed."""
    return obj is not None and not thread_of(obj).is_removed


@rules.predicate
def is_author(user, obj):
    """The person wrote it."""
    return obj is not None and obj.author_id is not None and obj.author_id == user.pk


@rules.predicate
def is_standing(user, post):
    """The post has not been removed."""
    return post is not None and not post.is_removed


@rules.predicate
def is_remover(user, post):
    """The person removed the post."""
    return post is not None and post.is_removed and post.deleted_by_id == user.pk


may_see = (is_in_network & is_present) | is_coordinator
may_write = is_in_network & is_present & network_is_running & (is_unlocked | is_coordinator)
may_moderate = is_coordinator & network_is_running

rules.add_perm("forum.view_category", is_in_network)
rules.add_perm("forum.administer_category", is_coordinator)
rules.add_perm("forum.add_category", may_moderate)
rules.add_perm("forum.change_category", may_moderate)
rules.add_perm("forum.delete_category", may_moderate)
rules.add_perm("forum.start_thread", is_in_network & network_is_running)
rules.add_perm("forum.view_thread", may_see)
rules.add_perm("forum.reply_thread", may_write)
rules.add_perm("forum.moderate_thread", may_moderate)
rules.add_perm("forum.view_post", may_see)
rules.add_perm("forum.change_post", is_author & may_write & is_standing)
rules.add_perm("forum.delete_post", ((is_author & may_write) | may_moderate) & is_standing)
rules.add_perm("forum.restore_post", may_write & is_remover)
