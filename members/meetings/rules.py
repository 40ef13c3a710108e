"""Who may do what with meetings and their materials."""

import rules

from members.meetings.models import Material
from members.organisations.rules import is_coordinator, is_in_network, network_is_running


@rules.predicate
def is_published(user, meeting):
    """The meeting, or the meeting of the material, is published."""
    return meeting is not None and getattr(meeting, "meeting", meeting).live


def may_read_material(user, file):
    """Whether the person may read the file of a material: whoever sees the material."""
    return Material.objects.visible_to(user).filter(file=file).exists()


may_see = (is_in_network & is_published) | is_coordinator
may_write = is_coordinator & network_is_running

rules.add_perm("meetings.view_meeting", may_see)
rules.add_perm("meetings.add_meeting", may_write)
rules.add_perm("meetings.change_meeting", may_write)
rules.add_perm("meetings.publish_meeting", may_write)
rules.add_perm("meetings.lock_meeting", may_write)
rules.add_perm("meetings.unlock_meeting", may_write)
rules.add_perm("meetings.administer_meeting", is_coordinator)
rules.add_perm("meetings.delete_meeting", may_write)
rules.add_perm("meetings.view_material", may_see)
rules.add_perm("meetings.add_material", may_write)
rules.add_perm("meetings.change_material", may_write)
rules.add_perm("meetings.delete_material", may_write)
