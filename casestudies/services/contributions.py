"""What readers send in, and what editors decide about it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.text import Truncator

from casestudies import emails
from casestudies.enums import AdaptationState
from casestudies.models import Adaptation, ExamplePage, Tip
from members.public import record

SENDERS_ARE_KEPT = timedelta(days=90)


@transaction.atomic
def tell_of_use(*, example, organisation_name, what_changed, outcome, sender_name, sender_email, language):
    """Keep what an organisation tells of how it used the example, and ask the editors to look at it.

    Nothing of it is shown, and no mail goes to the address given, before an editor has decided.
    """
    adaptation = Adaptation.objects.create(
        example=example, organisation_name=organisation_name, what_changed=what_changed, outcome=outcome,
        sender_name=sender_name, sender_email=sender_email, language=language,
    )  # fmt: skip
    record(action="casestudies.tell_of_use", obj=adaptation)
    emails.use_waits(adaptation=adaptation)
    return adaptation


@transaction.atomic
def decide(*, adaptation, by):
    """Note what an editor decided on the form, and tell the one who wrote, once for each decision."""
    before = Adaptation.objects.select_for_update().get(pk=adaptation.pk)
    is_new = adaptation.state not in (before.state, AdaptationState.WAITING)
    if is_new:
        adaptation.decided_at = timezone.now()
    adaptation.save()
    record(action=f"casestudies.{'decide' if is_new else 'change'}_adaptation", by=by, obj=adaptation)
    if is_new and adaptation.sender_email:
        emails.decision(adaptation=adaptation)
    return adaptation


@transaction.atomic
def tip(*, parent, done, organisation_name, why, email):
    """Make a draft of a reader's tip and send it to review. `parent` is the library in the reader's language.

    The draft holds the reader's own words and lacks what is required, so that it cannot be published as it is.
    """
    page = ExamplePage(
        title=Truncator(" ".join(done.split())).chars(70),
        summary=Truncator(done).chars(400),
        done=_paragraphs(done),
        results=_paragraphs(why),
        organisation_name=organisation_name,
        locale=parent.locale,
        live=False,
    )
    parent.add_child(instance=page)
    page.save_revision(clean=False)
    kept = Tip.objects.create(done=done, organisation_name=organisation_name, why=why, email=email, page=page)
    record(action="casestudies.tip", obj=kept)
    if workflow := page.get_workflow():
        workflow.start(page, None)
    emails.tip_waits(tip=kept)
    return kept


def _paragraphs(text):
    """The text as Wagtail's editor would have stored it: escaped, a paragraph for each line."""
    return format_html_join("", "<p>{}</p>", ((line.strip(),) for line in text.splitlines() if line.strip()))


def forget_senders():
    """Forget who wrote, 90 days after the decision, or after a tip came; returns how many. The clock calls it."""
    before = timezone.now() - SENDERS_ARE_KEPT
    decided = Adaptation.objects.filter(decided_at__lt=before).exclude(sender_email="", sender_name="")
    forgotten = decided.update(sender_name="", sender_email="")
    return forgotten + Tip.objects.filter(sent_at__lt=before).exclude(email="").update(email="")
