"""A person's own data, to look at and to take along."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from members.accounts.views.doors import CONFIRMED_KEY
from members.audit.models import Record
from members.files import registry
from members.files import services as files
from members.forum import services as forum
from portal.core.models import OutboxMessage
from tests.core.test_outbox import send
from tests.factories.forum import CategoryFactory

PAGE = reverse("accounts:my_data")


@pytest.fixture
def bo(client, world, login):
    """Bo's browser, with a code that was shown just now."""
    login(client, world.bo)
    session = client.session
    session[CONFIRMED_KEY] = 2**40
    session.save()
    return client


def archive_of(client):
    answer = client.post(PAGE)
    assert answer["Content-Type"] == "application/zip"
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def data_of(archive):
    return json.loads(archive.read("uppgifter.json"))["data"]


def test_old_code_does_not_open_it(client, world, login):
    login(client, world.bo)
    for answer in (client.get(PAGE), client.post(PAGE)):
        assert answer["Location"].startswith(reverse("accounts:confirm"))
    assert not Record.objects.filter(action="accounts.export_own_data").exists()


def test_export_holds_ones_own_and_nobody_elses(bo, world):
    category = CategoryFactory(network=world.network)
    thread = forum.start_thread(category=category, title="Bos fråga", source="Bos text", by=world.bo)
    forum.reply(thread=thread, source="Aminas svar", by=world.amina)
    for address in (world.bo.email.upper(), "annan@cast.example"):
        OutboxMessage.objects.filter(pk=send().pk).update(to=address)

    data = data_of(archive_of(bo))

    assert [row["email"] for row in data["accounts.User"]["rows"]] == ["bo@cast.example"]
    assert [row["source"] for row in data["forum.Post"]["rows"]] == ["Bos text"]
    assert [row["thread"] for row in data["forum.Post"]["rows"]] == ["Bos fråga"]
    assert [row["organisation"] for row in data["organisations.Membership"]["rows"]] == ["Lindåsa kommun"]
    # The mail about Amina's reply, and the one that was addressed in capitals.
    assert [row["to"] for row in data["core.OutboxMessage"]["rows"]] == ["bo@cast.example", "BO@CAST.EXAMPLE"]
    assert "Aminas svar" not in json.dumps(data, ensure_ascii=False)


def test_export_holds_no_secrets(bo, world):
    everything = "".join(archive_of(bo).read(name).decode() for name in ("uppgifter.json", "las-mig.txt"))
    assert world.bo.password not in everything
    assert world.bo.totp_devices.get().secret not in everything
    assert "Lösenord, koder och länkar" in everything


def test_export_holds_the_files_that_one_may_read(bo, world, monkeypatch):
    monkeypatch.setattr(registry, "_readers", {"mine": lambda user, file: True, "theirs": lambda user, file: False})
    for kind in ("mine", "theirs"):
        upload = SimpleUploadedFile(f"{kind}.txt", b"Hej")
        files.store(upload=upload, kind=kind, by=world.bo)
    archive = archive_of(bo)
    stored = data_of(archive)["files.PrivateFile"]["rows"]
    assert {row["name"] for row in stored} == {"mine.txt", "theirs.txt"}
    assert [name.partition("-")[2] for name in archive.namelist() if name.startswith("filer/")] == ["mine.txt"]


def test_export_is_recorded(bo, world):
    archive_of(bo)
    assert Record.objects.get(action="accounts.export_own_data").actor_id == str(world.bo.pk)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_page_says_how_much_there_is(bo, world, prefix):
    page = bo.get(f"{prefix}{PAGE}")
    assert page.status_code == 200
    assert b"<dd>1</dd>" in page.content
