"""The audit record has no address of its own; who may see it is the rule's to say."""

from members.audit.services import record


def objects(world):
    for network in (world.network, world.archive, world.other):
        record(action="organisations.change", by=world.david, obj=network, network=network)
