"""Downloading: who, what is recorded, and what the answer says to browsers and caches."""

import uuid

import pytest
from django.urls import reverse

from members.audit.models import Record
from tests.factories.files import PDF, PrivateFileFactory
from tests.factories.meetings import MaterialFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(world):
    return MaterialFactory(meeting__network=world.network, file__name="Kallelse åäö.pdf").file


def url(file):
    return reverse("files:download", args=[file.uuid])


def body(response):
    return b"".join(response.streaming_content)


@pytest.mark.parametrize("person", ["amina", "bo", "cecilia", "david"])
def test_participants_fetch_the_file(client, login, world, file, person):
    response = login(client, world.people[person]).get(url(file))
    assert (response.status_code, body(response)) == (200, PDF)


@pytest.mark.parametrize("person", ["eva", "fredrik", "gunilla", "henrik", "ida", "johan"])
def test_outsiders_get_404(client, login, world, file, person):
    assert login(client, world.people[person]).get(url(file)).status_code == 404


@pytest.mark.parametrize("person", ["anonymous", "klara"])
def test_login_and_second_factor_are_asked_for(client, login, world, file, person):
    if person != "anonymous":
        login(client, world.people[person])
    response = client.get(url(file))
    assert response.status_code == 302
    assert url(file).replace("/", "%2F") in response.url


def test_draft_meetings_material_is_its_coordinators_alone(client, login, world):
    file = MaterialFactory(meeting__network=world.network, meeting__live=False).file
    assert login(client, world.amina).get(url(file)).status_code == 404
    assert login(client, world.david).get(url(file)).status_code == 200


def test_file_that_does_not_exist_is_404(client, login, world):
    assert login(client, world.amina).get(reverse("files:download", args=[uuid.uuid4()])).status_code == 404


def test_file_without_an_owner_is_404(client, login, world):
    assert login(client, world.david).get(url(PrivateFileFactory())).status_code == 404


def test_answer_keeps_out_of_caches_and_runs_nowhere(client, login, world, file):
    response = login(client, world.amina).get(url(file))
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Length"] == str(len(PDF))
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''Kallelse%20%C3%A5%C3%A4%C3%B6.pdf"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "script-src" not in response["Content-Security-Policy"]


def test_fetching_is_recorded_once(client, login, world, file):
    login(client, world.amina)
    client.get(url(file))
    client.head(url(file))
    client.get(url(file), headers={"Range": "bytes=5-"})
    record = Record.objects.get(action="files.download")
    assert (record.actor_id, record.object_id) == (str(world.amina.pk), str(file.pk))


def test_fetching_all_but_the_first_byte_is_recorded(client, login, world, file):
    login(client, world.amina)
    for _ in range(2):
        client.get(url(file), headers={"Range": "bytes=1-"})
    assert Record.objects.filter(action="files.download", actor_id=str(world.amina.pk)).count() == 1


def test_head_tells_without_sending(client, login, world, file):
    response = login(client, world.amina).head(url(file))
    assert (response.status_code, response["Content-Length"], body(response)) == (200, str(len(PDF)), b"")


def test_posting_is_not_how_files_are_fetched(client, login, world, file):
    assert login(client, world.amina).post(url(file)).status_code == 405


SIZE = len(PDF)


@pytest.mark.parametrize(
    ("asked", "status", "first", "last"),
    [
        ("bytes=0-3", 206, 0, 3),
        ("bytes=4-", 206, 4, SIZE - 1),
        ("bytes=-5", 206, SIZE - 5, SIZE - 1),
        ("bytes=-9999", 200, 0, SIZE - 1),
        ("bytes=2-9999", 206, 2, SIZE - 1),
        ("bytes=0-", 200, 0, SIZE - 1),
        ("bytes=5-2", 200, 0, SIZE - 1),
        ("bytes=-", 200, 0, SIZE - 1),
        ("bytes=0-1,3-4", 200, 0, SIZE - 1),
        ("rader=1-2", 200, 0, SIZE - 1),
    ],
)
def test_ranges(client, login, world, file, asked, status, first, last):
    response = login(client, world.amina).get(url(file), headers={"Range": asked})
    assert (response.status_code, body(response)) == (status, PDF[first : last + 1])
    assert response["Accept-Ranges"] == "bytes"
    if status == 206:
        assert response["Content-Range"] == f"bytes {first}-{last}/{SIZE}"


@pytest.mark.parametrize("asked", ["bytes=9999-", "bytes=-0"])
def test_range_outside_the_file_is_416(client, login, world, file, asked):
    response = login(client, world.amina).get(url(file), headers={"Range": asked})
    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{SIZE}")


def test_range_of_an_older_version_gives_the_whole(client, login, world, file):
    login(client, world.amina)
    tag = client.head(url(file))["ETag"]
    same = client.get(url(file), headers={"Range": "bytes=0-3", "If-Range": tag})
    older = client.get(url(file), headers={"Range": "bytes=0-3", "If-Range": '"gammal"'})
    assert (same.status_code, older.status_code) == (206, 200)


def test_download_costs_the_same_whatever_the_size(client, login, world, file, django_assert_max_num_queries):
    login(client, world.amina)
    with django_assert_max_num_queries(8):
        client.get(url(file))
