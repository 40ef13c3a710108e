"""What readers have sent to the library: uses of examples, one of them waiting, and a tip that became a draft."""

from datetime import timedelta

from casestudies.enums import AdaptationState
from casestudies.models import Adaptation, ExamplePage, Tip
from portal.ops.seed.content.uses import TIP, USES, WAITING
from portal.ops.seed.memory import moment


def fill(world, examples):
    """Make them, on the Swedish examples; the English ones show the same, marked as Swedish."""
    for used, own, organisation, changed, outcome, days_ago in USES:
        _use(world, examples, used, own, organisation, changed, outcome, days_ago)
    used, organisation, changed, outcome = WAITING
    Adaptation.objects.create(
        example=examples[used]["sv"], organisation_name=organisation, what_changed=changed, outcome=outcome,
        sender_name="Hilma Hed", sender_email="hilma.hed@hedvika.example",
    )  # fmt: skip
    _tip(examples)


def _use(world, examples, used, own, organisation, changed, outcome, days_ago):
    at = moment(world.day, -days_ago)
    row = Adaptation.objects.create(
        example=examples[used]["sv"], own_example=examples[own]["sv"] if own else None,
        organisation_name=organisation, what_changed=changed, outcome=outcome,
        state=AdaptationState.PUBLISHED, decided_at=at,
    )  # fmt: skip
    Adaptation.objects.filter(pk=row.pk).update(sent_at=at - timedelta(days=3))


def _tip(examples):
    done, organisation, why = TIP
    shelf = next(iter(examples.values()))["sv"].get_parent()
    draft = ExamplePage(
        title="Fältarbetarna i matsalen", summary=done, done=f"<p>{done}</p>", results=f"<p>{why}</p>",
        organisation_name=organisation, locale=shelf.locale, live=False, is_demonstration=True,
    )  # fmt: skip
    shelf.add_child(instance=draft)
    draft.save_revision(clean=False)
    Tip.objects.create(done=done, organisation_name=organisation, why=why, page=draft)
