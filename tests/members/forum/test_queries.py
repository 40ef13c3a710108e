"""What the start page asks of the forum."""

from members.forum.queries import unread_threads
from tests.factories.forum import FollowFactory, PostFactory, ReadMarkFactory


def test_unread_threads_are_the_networks_with_something_new(world):
    new = PostFactory(thread__network=world.network).thread
    begun = PostFactory(thread=PostFactory(thread__network=world.network).thread).thread
    ReadMarkFactory(user=world.amina, thread=begun, number=1)
    read = PostFactory(thread__network=world.network).thread
    ReadMarkFactory(user=world.amina, thread=read, number=1)
    FollowFactory(user=world.amina, thread=PostFactory(thread__network=world.network).thread, is_muted=True)
    PostFactory(thread__network=world.other)
    PostFactory(thread__network=world.network, thread__removed_at=new.created_at)
    assert unread_threads(world.network, world.amina) == [begun, new]
    assert unread_threads(world.network, world.amina, limit=1) == [begun]
