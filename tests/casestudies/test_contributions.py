""" "We used this" and tips: what readers send, what editors decide, and what is shown."""

import datetime
import re

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from casestudies import services
from casestudies.enums import AdaptationState
from casestudies.models import Adaptation, ExamplePage, Tip
from members.audit.models import Record
from portal.core.models import OutboxMessage
from tests.factories.casestudies import ExamplePageFactory
from tests.factories.contributions import AdaptationFactory, TipFactory

USE = {
    "organisation_name": "Norrviks kommun",
    "what_changed": "Vi bytte kvällar mot lördagar.",
    "outcome": "Fler kom.",
    "sender_name": "Sanna Sändare",
    "sender_email": "sanna@norrvik.example",
    "may_be_shown": "on",
}
TIP = {"done": "De öppnade hallen.\nAlla kom.", "organisation_name": "Älvnäs kommun", "why": "Det var <b>billigt</b>."}


@pytest.fixture
def example(site):
    return ExamplePageFactory(parent=site.examples, title="Fiket", slug="fiket")


def send(client, address, data):
    stamp = re.search(r'name="stamp" value="([^"]+)"', client.get(address).content.decode()).group(1)
    return client.post(address, data | {"stamp": stamp})


def read(client, page):
    return client.get(page.url).content.decode()


def publish(adaptation, by=None, **changes):
    for name, value in ({"state": AdaptationState.PUBLISHED} | changes).items():
        setattr(adaptation, name, value)
    return services.decide(adaptation=adaptation, by=by)


# We used this


def test_use_is_shown_when_an_editor_has_published_it_and_the_sender_is_told(client, world, example, login):
    response = send(client, "/goda-exempel/fiket/vi-har-anvant/", USE)
    assert response.url == "/goda-exempel/fiket/vi-har-anvant/tack/"
    assert client.get(response.url).status_code == 200
    adaptation = Adaptation.objects.get()
    assert adaptation.state == AdaptationState.WAITING
    assert "lördagar" not in read(client, example)
    [told] = OutboxMessage.objects.all()
    assert (told.to, told.subject) == ("eva@cast.example", "Norrviks kommun har använt ett exempel")
    edit = reverse("wagtailsnippets_casestudies_adaptation:edit", args=[adaptation.pk])
    assert edit in told.text

    login(client, world.eva)
    form = {"organisation_name": "Norrviks kommun", "what_changed": "Vi bytte dag.", "outcome": "", "own_example": ""}
    assert "sanna@norrvik.example" in client.get(edit).content.decode()
    response = client.post(edit, form | {"state": "published", "reason": "Vi kortade texten."})
    assert response.status_code == 302
    client.logout()
    html = read(client, example)
    assert "Vi bytte dag." in html
    assert "Sanna" not in html
    decision = OutboxMessage.objects.get(kind="casestudies/email/decision")
    assert (decision.to, decision.subject) == ("sanna@norrvik.example", "Er text om ”Fiket” är publicerad")
    assert "Vi kortade texten." in decision.text
    assert Record.objects.filter(action="casestudies.decide_adaptation", actor_id=str(world.eva.pk)).count() == 1


def test_use_that_is_declined_is_not_shown_and_the_sender_hears_why(client, world, example):
    adaptation = AdaptationFactory(example=example, language="en")
    publish(adaptation, world.eva, state=AdaptationState.DECLINED, reason="För kort.")
    assert "lördagar" not in read(client, example)
    [decision] = OutboxMessage.objects.all()
    assert decision.language == "en"
    assert "För kort." in decision.text
    assert example.url not in decision.text


def test_each_decision_is_told_once(world, example):
    adaptation = publish(AdaptationFactory(example=example), world.eva)
    publish(adaptation, world.eva, what_changed="Rättat.")
    assert OutboxMessage.objects.count() == 1
    publish(adaptation, world.eva, state=AdaptationState.DECLINED)
    assert OutboxMessage.objects.count() == 2


def test_use_without_consent_is_refused_and_keeps_the_text(client, world, example):
    response = send(client, "/goda-exempel/fiket/vi-har-anvant/", USE | {"may_be_shown": ""})
    assert response.status_code == 200
    assert "Vi bytte kvällar mot lördagar." in response.content.decode()
    assert not Adaptation.objects.exists()


def test_own_example_credits_both_ways_in_both_languages(client, example, site):
    own = ExamplePageFactory(parent=site.examples, title="Lördagar", organisation_name="Norrviks kommun")
    english = site.translate(own, title="Saturdays")
    publish(AdaptationFactory(example=example, own_example=own))
    assert f'<a href="{own.url}">Lördagar</a>' in read(client, example)
    assert f'Bygger på <a href="{example.url}">Fiket</a>' in read(client, own)
    assert f'<a href="{example.url}">Fiket</a>' in read(client, english)


def test_use_of_an_example_in_another_language_says_its_language(client, example, site):
    publish(AdaptationFactory(example=example, what_changed="Lördagar."))
    english = read(client, site.translate(example, title="The café"))
    assert '<div class="prose" lang="sv">' in english


def test_uses_of_what_it_became_stand_below(client, example, site):
    own = ExamplePageFactory(parent=site.examples, title="Lördagar")
    third = ExamplePageFactory(parent=site.examples, title="Söndagar")
    publish(AdaptationFactory(example=example, own_example=own, organisation_name="Norrviks kommun"))
    publish(AdaptationFactory(example=own, own_example=third, organisation_name="Älvnäs kommun"))
    AdaptationFactory(example=own, organisation_name="Väntande kommun")
    html = read(client, example)
    assert f'<li>Älvnäs kommun: <a href="{third.url}">Söndagar</a></li>' in html
    assert "Väntande" not in html


def test_restricted_or_withdrawn_example_is_not_named_by_a_use(client, example, site):
    own = ExamplePageFactory(parent=site.examples, title="Lördagar")
    publish(AdaptationFactory(example=example, own_example=own))
    PageViewRestriction.objects.create(page=example, restriction_type=PageViewRestriction.LOGIN)
    assert "Fiket" not in read(client, own)
    PageViewRestriction.objects.all().delete()
    own.unpublish()
    assert "Lördagar" not in read(client, example)


def test_adaptation_is_not_of_itself(example):
    with pytest.raises(IntegrityError), transaction.atomic():
        AdaptationFactory(example=example, own_example=example)


def test_reader_may_not_decide(client, world, example, login):
    adaptation = AdaptationFactory(example=example)
    login(client, world.david)
    client.post(reverse("wagtailsnippets_casestudies_adaptation:edit", args=[adaptation.pk]), {"state": "published"})
    adaptation.refresh_from_db()
    assert adaptation.state == AdaptationState.WAITING


def test_nobody_writes_a_use_in_the_admin(client, world, login):
    login(client, world.eva)
    assert client.get(reverse("wagtailsnippets_casestudies_adaptation:add")).status_code == 302
    assert client.get(reverse("wagtailsnippets_casestudies_tip:add")).status_code == 302


def test_sender_is_forgotten_ninety_days_after_the_decision(world, example):
    publish(AdaptationFactory(example=example))
    waiting = AdaptationFactory(example=example)
    tip = TipFactory(email="tipsare@alvnas.example")
    later = timezone.now() + datetime.timedelta(days=91)
    assert services.forget_senders() == 0
    with time_machine.travel(later):
        assert services.forget_senders() == 2
    assert Adaptation.objects.exclude(pk=waiting.pk).get().sender_email == ""
    waiting.refresh_from_db()
    tip.refresh_from_db()
    assert (waiting.sender_email, tip.email) == ("sanna@norrvik.example", "")


# Tips


def test_tip_becomes_a_draft_in_review_that_cannot_be_published_as_it_is(client, world, site, login):
    response = send(client, "/goda-exempel/tipsa/", TIP | {"email": "tipsare@alvnas.example"})
    assert response.url == "/goda-exempel/tipsa/tack/"
    assert client.get(response.url).status_code == 200
    page = ExamplePage.objects.get()
    assert (page.live, page.owner, page.title) == (False, None, "De öppnade hallen. Alla kom.")
    assert page.done == "<p>De öppnade hallen.</p><p>Alla kom.</p>"
    assert page.results == "<p>Det var &lt;b&gt;billigt&lt;/b&gt;.</p>"
    assert page.current_workflow_state.workflow.name == "Granskning"
    assert page.missing == ["need", "lesson", "contact_role", "contact_email"]
    assert client.get(page.get_url()).status_code == 404

    told = OutboxMessage.objects.get(kind="casestudies/email/tip_waits")
    assert told.to == "eva@cast.example"
    assert "tipsare@alvnas.example" in told.text
    login(client, world.eva)
    listing = client.get(reverse("wagtailsnippets_casestudies_tip:list")).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in listing
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    task = page.current_workflow_state.current_task_state
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk]), {"comment": ""})
    page.refresh_from_db()
    assert not page.live


def test_tip_in_english_becomes_an_english_draft(client, world, site):
    site.translate(site.examples, title="Good examples")
    assert send(client, "/en/goda-exempel/tipsa/", TIP).url == "/en/goda-exempel/tipsa/tack/"
    assert ExamplePage.objects.get().locale.language_code == "en"


def test_tip_without_an_answer_keeps_the_rest(client, world, site):
    response = send(client, "/goda-exempel/tipsa/", TIP | {"why": ""})
    assert "De öppnade hallen." in response.content.decode()
    assert not Tip.objects.exists()


def test_two_tips_alike_become_two_drafts(client, world, site):
    for _number in range(2):
        send(client, "/goda-exempel/tipsa/", TIP)
    assert len(set(ExamplePage.objects.values_list("slug", flat=True))) == 2


def test_tip_whose_draft_is_gone_still_stands_in_the_list(client, world, site, login):
    TipFactory()
    login(client, world.eva)
    html = client.get(reverse("wagtailsnippets_casestudies_tip:list")).content.decode()
    assert "Borttaget" in html


def test_administrators_are_told_when_there_is_no_editor(client, world, example):
    world.eva.memberships.all().delete()
    services.tell_of_use(
        example=example, organisation_name="X", what_changed="Y", outcome="", sender_name="", sender_email="x@y.test",
        language="en",
    )  # fmt: skip
    assert list(OutboxMessage.objects.values_list("to", flat=True)) == ["fredrik@cast.example"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_mails_to_editors_are_in_their_language(world, site, example, language):
    world.eva.language = language
    world.eva.save()
    services.tell_of_use(
        example=example, organisation_name="X", what_changed="Y", outcome="", sender_name="", sender_email="x@y.test",
        language="sv",
    )  # fmt: skip
    services.tip(parent=site.examples, done="A", organisation_name="B", why="C", email="")
    publish(Adaptation.objects.get(), world.eva, language=language)
    assert set(OutboxMessage.objects.values_list("language", flat=True)) == {language}
    assert OutboxMessage.objects.count() == 3


# What a stranger may try


LONG_EMAIL = f"a@{'.'.join(['b' * 60] * 5)}.example"


@pytest.mark.parametrize(
    ("address", "data"),
    [
        ("/goda-exempel/fiket/kontakt/", {"message": "Hej", "name": "Rut", "email": LONG_EMAIL}),
        ("/goda-exempel/fiket/vi-har-anvant/", USE | {"sender_email": LONG_EMAIL}),
        ("/goda-exempel/tipsa/", TIP | {"email": LONG_EMAIL}),
        ("/prenumerera/examples/", {"email": LONG_EMAIL}),
        ("/tillganglighet/meddela/", {"text": "Hej", "email": LONG_EMAIL}),
    ],
)
def test_email_longer_than_any_mailbox_is_refused(client, world, example, address, data):
    assert send(client, address, data).status_code == 200
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_editor_takes_the_list_along_without_formulas_or_unseen_signs(client, world, example, login, confirmed, kind):
    AdaptationFactory(example=example, organisation_name="=1+1", what_changed="Fel\x01tecken")
    address = reverse("wagtailsnippets_casestudies_adaptation:list")
    response = confirmed(login(client, world.eva)).get(address, {"export": kind})
    content = b"".join(response.streaming_content) if response.streaming else response.content
    assert response.status_code == 200
    if kind == "csv":
        assert b"\r\n'=1+1," in content
