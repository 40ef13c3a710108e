"""What the running network's coordinator has written on behalf of an organisation, which has not confirmed it yet."""

from datetime import timedelta

from members.registration.enums import Channel
from members.registration.models import ApplicationDraft, OnBehalf
from portal.ops.seed.content.networks.on_behalf import WAITING
from portal.ops.seed.memory import moment


def fill(world):
    """Make it; its days follow today. No mail goes: the coordinator sends one by reminding."""
    made = moment(world.day, WAITING["made_days"])
    organisation = {"organisation_name": WAITING["organisation"], "organisation_number": WAITING["number"]}
    steps = {"organisation": organisation, **WAITING["steps"]}
    draft = ApplicationDraft.objects.create(
        network=world.networks["running"],
        steps={slug: {"number": 1, "values": values} for slug, values in steps.items()},
        changed_at=made,
    )
    ApplicationDraft.objects.filter(pk=draft.pk).update(created_at=made)
    about = OnBehalf.objects.create(
        draft=draft,
        organisation_name=WAITING["organisation"],
        channel=Channel.MAIL,
        told_date=world.day + timedelta(days=WAITING["told_days"]),
        email=WAITING["steps"]["personer"]["first_email"],
        number=draft.number,
        by=world.people["david"],
        mailed_at=made,
    )
    world.moving += [draft, about]
