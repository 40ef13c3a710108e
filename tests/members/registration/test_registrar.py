"""The registrar's link of an application: it takes in the decision, shows nothing, and ends."""

import datetime
import re

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from members.files.models import PrivateFile
from members.registration import emails, services
from members.registration.enums import ApplicationState, DecisionState
from members.registration.models import RegistrarLink
from members.registration.models.links import token_of
from portal.core import guard
from portal.core.models import OutboxMessage
from tests.factories.registration import ApplicationPersonFactory

pytestmark = pytest.mark.django_db
S = ApplicationState
REGISTRAR = "registrator@granberg.example"


@pytest.fixture
def person(world):
    return ApplicationPersonFactory(
        application__network=world.network,
        application__motive="Vi söker en gemensam lägesbild.",
        email="kajsa@granberg.example",
    )


@pytest.fixture
def application(person):
    return person.application


def page_of(person):
    return reverse("registration:own_registrar", args=[person.application.network.slug, token_of(person)])


def own_page_of(person):
    return reverse("registration:own", args=[person.application.network.slug, token_of(person)])


def ask(client, person, **changes):
    return client.post(page_of(person), {"stamp": guard.new_stamp(), "email": REGISTRAR, **changes})


def mailed_path():
    text = OutboxMessage.objects.filter(kind__endswith="registrar_link").latest("pk").text
    return re.search(r"https?://[^/]+(/\S*registrator/\S+)", text).group(1)


def paper(name="protokoll.pdf", content=b"%PDF-1.7 beslut"):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def leave(client, path, name="protokoll.pdf", **changes):
    about = {
        "stamp": guard.new_stamp(),
        "decision_date": timezone.localdate().isoformat(),
        "decision_paragraph": "§ 12",
    }
    return client.post(path, {**about, "decision_upload": paper(name), **changes})


def names():
    return [file.name for file in PrivateFile.objects.all()]


# The story


def test_registrar_leaves_the_decision_and_those_who_wait_for_it_hear(client, person, application, world):
    assert "Låt registratorn lämna beslutet" in client.get(own_page_of(person)).content.decode()
    answer = ask(client, person)
    assert "på väg till registratorn" in client.get(answer.url).content.decode()
    registrar = Client()
    path = mailed_path()

    answer = leave(registrar, path)

    receipt = registrar.get(answer.url).content.decode()
    assert "Tack, vi har fått beslutet" in receipt
    assert "protokoll.pdf" in receipt
    application.refresh_from_db()
    assert (application.decision_state, application.decision_paragraph, application.state) == (
        "taken",
        "§ 12",
        "submitted",
    )
    told = OutboxMessage.objects.get(to=world.david.email)
    assert "har lämnat sitt beslut genom sin registrator" in told.text
    mail = OutboxMessage.objects.get(to=person.email, kind__endswith="decision_by_registrar")
    assert "protokoll.pdf" in mail.text
    assert "lämnat av registratorn" in client.get(own_page_of(person)).content.decode()
    recorded = Record.objects.filter(object_type="registration.application").order_by("pk")
    actions = ["registration.make_registrar_link", "registration.hand_in_by_registrar"]
    assert list(recorded.values_list("action", flat=True)) == actions


def test_page_of_the_registrar_shows_nothing_of_the_application(client, person, application):
    ask(client, person)

    page = Client().get(mailed_path()).content.decode()

    assert "Granbergs kommun" in page
    assert application.network.name in page
    for hidden in (person.name, person.email, application.motive, application.reference, "/arende/", "/utkast/"):
        assert hidden not in page


def test_mail_to_the_registrar_holds_nothing_that_somebody_typed(client, person, application, world):
    ask(client, person)
    application.organisation = world.lindasa
    application.save()
    ask(client, person)

    typed, known = OutboxMessage.objects.filter(to=REGISTRAR).order_by("pk")
    assert "Er organisation anmäler sig" in typed.text
    assert "Granberg" not in typed.subject + typed.text + typed.html
    assert "Lindåsa kommun anmäler sig" in known.text
    assert person.name not in known.text + known.html
    assert known.reply_to == world.david.email


def test_page_of_the_registrar_keeps_its_address_to_itself(client, person, caplog):
    ask(client, person)
    answer = client.get(mailed_path())
    client.get(reverse("registration:registrar", args=[person.application.network.slug, "hemlig"]))

    assert (answer["Referrer-Policy"], answer["Cache-Control"]) == ("same-origin", "no-store")
    assert "registrator" not in caplog.text


@pytest.mark.parametrize("language", ["sv", "en"])
def test_mails_are_written_in_the_applications_language(client, person, application, language):
    application.language = language
    application.save()
    ask(client, person)
    leave(Client(), mailed_path())

    kinds = ["decision_by_registrar", "registrar_link"]
    mails = [OutboxMessage.objects.get(kind__endswith=kind) for kind in kinds]
    assert [mail.language for mail in mails] == [language] * 2
    assert mailed_path().startswith("/en/anmalan/" if language == "en" else "/anmalan/")
    assert emails.is_registrar_link_still_open(mails[1])


# The link: shown once, renewed, taken back, over


def test_link_is_shown_once_to_be_handed_on_by_oneself(client, person):
    form = {"stamp": guard.new_stamp(), "go": "show"}
    pages = [client.post(page_of(person), form).content.decode() for _time in range(2)]

    found = {re.search(r'id="lank">http://[^/]+(/\S*registrator/[^<]+)<', page).group(1) for page in pages}
    assert len(found) == 1
    assert RegistrarLink.objects.count() == 1
    assert not OutboxMessage.objects.exists()
    assert Client().get(found.pop()).status_code == 200
    assert 'id="lank"' not in client.get(page_of(person)).content.decode()
    assert "Ni har själva tagit hand om den" in client.get(page_of(person)).content.decode()


def test_form_sent_twice_mails_one_link(client, person):
    stamp = guard.new_stamp()
    for _time in range(2):
        ask(client, person, stamp=stamp)

    assert RegistrarLink.objects.count() == OutboxMessage.objects.count() == 1


def test_new_link_ends_the_one_before(client, person):
    ask(client, person)
    first = mailed_path()
    old = OutboxMessage.objects.get()
    ask(client, person)

    assert Client().get(first).status_code == 410
    assert Client().get(mailed_path()).status_code == 200
    assert not emails.is_registrar_link_still_open(old)


def test_link_is_taken_back(client, person):
    stamp = guard.new_stamp()
    ask(client, person, stamp=stamp)
    path = mailed_path()

    answers = [client.post(page_of(person), {"go": "withdraw"}) for _time in range(2)]

    assert "tillbakadragen" in client.get(answers[0].url).content.decode()
    assert Client().get(path).status_code == leave(Client(), path).status_code == 410
    assert Record.objects.filter(action="registration.withdraw_registrar_link").count() == 1
    assert "Det går inte att göra någon länk" in client.get(ask(client, person, stamp=stamp).url).content.decode()
    assert not names()


@pytest.mark.parametrize("path", ["finns-inte", "x" * 43])
def test_unknown_link_gives_the_page_of_one_that_has_ended(client, person, path):
    ask(client, person)
    known = mailed_path()
    RegistrarLink.objects.update(expires_at=timezone.now())
    unknown = Client().get(reverse("registration:registrar", args=[person.application.network.slug, path]))
    ended = Client().get(known)

    assert ended.status_code == unknown.status_code == 410
    assert "Vem ska jag fråga?" in ended.content.decode()
    assert ended.content.decode().replace(known, "") == unknown.content.decode().replace(
        unknown.request["PATH_INFO"], ""
    )


def test_link_runs_out(client, person):
    ask(client, person)
    path = mailed_path()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=91)):
        assert Client().get(path).status_code == 410
        assert "har gått ut" in client.get(page_of(person)).content.decode()


def test_link_opens_nothing_in_another_network(client, person, world):
    ask(client, person)
    token = mailed_path().rstrip("/").rpartition("/")[2]

    assert Client().get(reverse("registration:registrar", args=[world.other.slug, token])).status_code == 410


@pytest.mark.parametrize("state", [S.DECLINED, S.WITHDRAWN])
def test_link_of_an_application_that_is_over_leads_nowhere(client, person, application, state):
    ask(client, person)
    path = mailed_path()
    application.state = state
    application.save()

    assert leave(Client(), path).status_code == 410
    page = client.get(page_of(person)).content.decode()
    assert "Just nu kan registratorn inte lämna något beslut här" in page
    assert "over" in ask(client, person).url


def test_address_is_asked_for_and_programs_are_kept_out(client, person):
    assert "Skriv vart länken ska skickas." in ask(client, person, email="").content.decode()
    assert "registrator@" in ask(client, person, email="registrator@").content.decode()
    assert ask(client, person, website="https://spam.example").status_code == 200
    assert not RegistrarLink.objects.exists()


def test_more_than_five_links_an_hour_wait(client, person):
    assert {ask(client, person).status_code for _time in range(5)} == {302}
    page = ask(client, person).content.decode()

    assert "Vänta en stund." in page
    assert RegistrarLink.objects.count() == 5


# What is left by it


def test_mistake_is_mended_by_the_same_link(client, person, application, world):
    ask(client, person)
    path = mailed_path()
    leave(Client(), path, "fel.pdf")
    assert "fel.pdf" in Client().get(path).content.decode()

    leave(Client(), path, "ratt.pdf", decision_paragraph="§ 13")

    application.refresh_from_db()
    assert names() == ["ratt.pdf"]
    assert (application.decision_file.name, application.decision_paragraph) == ("ratt.pdf", "§ 13")
    assert OutboxMessage.objects.filter(to=world.david.email).count() == 2
    assert OutboxMessage.objects.filter(kind__endswith="decision_by_registrar").count() == 2


def test_paper_sent_twice_is_one(client, person, world):
    ask(client, person)
    stamp = guard.new_stamp()
    answers = [leave(Client(), mailed_path(), stamp=stamp) for _time in range(2)]

    assert answers[0].url == answers[1].url
    assert Record.objects.filter(action="registration.hand_in_by_registrar").count() == 1
    assert OutboxMessage.objects.filter(to=world.david.email).count() == 1


def test_paper_that_a_place_was_confirmed_on_stands(client, person, application, world):
    """A mistake found later goes through the coordinator: nothing is replaced behind their back."""
    ask(client, person)
    path = mailed_path()
    leave(Client(), path)
    services.move(application=application, to=S.ACCEPTED, by=world.david)

    assert Client().get(path).status_code == leave(Client(), path, "annat.pdf").status_code == 410
    assert names() == ["protokoll.pdf"]
    assert "Låt registratorn" not in client.get(own_page_of(person)).content.decode()


def test_place_confirmed_without_a_paper_still_takes_one(client, person, application):
    application.state, application.decision_state = S.ACCEPTED, DecisionState.TAKEN
    application.decision_date = timezone.localdate()
    application.save()
    ask(client, person)

    assert leave(Client(), mailed_path()).status_code == 302
    assert names() == ["protokoll.pdf"]


def test_place_confirmed_while_the_page_was_open_refuses_the_paper(client, person, application, world):
    ask(client, person)
    link = RegistrarLink.objects.get()
    services.hand_in_decision(application=application, decision_date=timezone.localdate(), upload=paper("eget.pdf"))
    services.move(application=application, to=S.ACCEPTED, by=world.david)

    with pytest.raises(services.LinkIsOver):
        services.hand_in_by_registrar(link=link, upload=paper(), decision_date=timezone.localdate())
    assert names() == ["eget.pdf"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"decision_date": ""}, "Ange datumet för beslutet."),
        ({"decision_date": "2999-01-01"}, "inte ha ett datum som inte varit än"),
        ({"decision_upload": ""}, "Beslutet eller protokollsutdraget – "),
        ({"decision_upload": paper("virus.exe")}, "Beslutet eller protokollsutdraget – "),
        ({"website": "https://spam.example"}, "Det här behöver rättas"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(client, person, changes, told):
    ask(client, person)
    page = leave(Client(), mailed_path(), **changes).content.decode()

    assert told in page
    assert not names()


def test_paragraph_that_is_left_empty_takes_none_away(client, person, application):
    application.decision_paragraph = "§ 7"
    application.save()
    ask(client, person)
    leave(Client(), mailed_path(), decision_paragraph="")

    application.refresh_from_db()
    assert application.decision_paragraph == "§ 7"


def test_decision_that_the_contact_person_puts_in_its_place_is_no_longer_the_registrars(client, person, application):
    ask(client, person)
    leave(Client(), mailed_path())
    application = services.hand_in_decision(
        application=application, decision_date=timezone.localdate(), upload=paper("eget.pdf")
    )

    assert application.came_by is None
    assert RegistrarLink.objects.get().file is None


def test_receipt_before_anything_was_left_leads_to_the_page(client, person):
    ask(client, person)

    assert client.get(f"{mailed_path()}tack/").url == mailed_path()


# What the coordinator sees


def test_inbox_shows_what_came_by_the_registrar(client, person, application, world, login):
    ask(Client(), person)
    login(client, world.david)
    inspect = reverse("wagtailsnippets_registration_application:inspect", args=[application.pk])
    inbox = reverse("wagtailsnippets_registration_application:list")
    assert "inte lämnat något än" in client.get(inspect).content.decode()
    assert "Granbergs kommun" not in client.get(inbox, {"board": "registrar"}).content.decode()

    leave(Client(), mailed_path())

    assert "lämnat av registratorn den" in client.get(inspect).content.decode()
    page = client.get(inbox, {"board": "registrar"}).content.decode()
    assert "Granbergs kommun" in page
    assert "från registratorn" in page
