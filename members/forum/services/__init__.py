"""Every write of the forum, by noun: threads, posts, reading and telling."""

from members.forum.services.posts import (
    StaleEdit,
    ThreadIsLocked,
    TooLateToRestore,
    edit_post,
    remove_post,
    reply,
    restore_post,
)
from members.forum.services.reading import follow, mark_all_read, mark_read
from members.forum.services.telling import tell_due, tell_of_post
from members.forum.services.threads import (
    moderate_thread,
    open_shelf,
    open_thread_for,
    remove_thread,
    rename_thread,
    restore_thread,
    start_thread,
)

__all__ = [
    "StaleEdit",
    "ThreadIsLocked",
    "TooLateToRestore",
    "edit_post",
    "follow",
    "mark_all_read",
    "mark_read",
    "moderate_thread",
    "open_shelf",
    "open_thread_for",
    "remove_post",
    "remove_thread",
    "rename_thread",
    "reply",
    "restore_post",
    "restore_thread",
    "start_thread",
    "tell_due",
    "tell_of_post",
]
