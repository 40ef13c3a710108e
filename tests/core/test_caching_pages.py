"""Public pages from the cache: the same for everybody, never older than what they show."""

import datetime
import gzip

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from home.models import PortalSettings
from portal.core.caching.pages import accepts_gzip, compress
from portal.core.caching.release import release
from tests.factories.home import InvitationPageFactory, NewsPageFactory, public_site
from tests.factories.organisations import NetworkFactory

PLAIN = {"accept-encoding": "identity"}


@pytest.fixture
def site(db):
    return public_site()


@pytest.fixture
def read(client):
    """`read(path)`: the response, and whether it came from the cache: one query, which asks for the token."""

    def read(path, client=client, **headers):
        with CaptureQueriesContext(connection) as asked:
            response = client.get(path, headers=PLAIN | headers)
        return response, len(asked) == 1

    return read


@pytest.fixture
def is_kept(read):
    return lambda path, **others: read(path, **others)[1]


# What is kept


def test_page_comes_from_the_cache_the_second_time_with_one_query(read, site):
    first, was_kept = read("/")
    second, is_kept = read("/")
    assert (was_kept, is_kept) == (False, True)
    assert second.content == first.content
    assert {name: second[name] for name in second.headers} == {name: first[name] for name in first.headers}


def test_page_is_kept_for_caches_of_others_a_minute_and_for_browsers_not_at_all(read, site):
    for _time in range(2):
        response, _kept = read("/")
        assert response["Cache-Control"] == "public, max-age=0, s-maxage=60"
        assert response["Vary"] == "Accept-Encoding"
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert "nonce" not in response["Content-Security-Policy"]


def test_head_is_answered_as_get_without_a_body(client, site):
    whole = client.get("/", headers=PLAIN)
    head = client.head("/", headers=PLAIN)
    assert head.content == b""
    assert head["Content-Length"] == whole["Content-Length"] == str(len(whole.content))
    assert head["ETag"] == whole["ETag"]


def test_head_alone_keeps_nothing(client, is_kept, site):
    client.head("/")
    assert not is_kept("/")


def test_languages_are_never_shared(read, site):
    site.translate(site.news, title="News")
    for _time in range(2):
        assert b'lang="sv"' in read("/nyheter/")[0].content
        assert b'lang="en"' in read("/en/nyheter/")[0].content
        # The address decides, whatever the browser asks for.
        assert b'lang="sv"' in read("/nyheter/", **{"accept-language": "en"})[0].content


def test_reader_who_has_the_page_gets_304(read, site):
    response, _kept = read("/")
    for headers in ({"if-none-match": response["ETag"]}, {"if-none-match": f'"other", {response["ETag"]}'}):
        again, _kept = read("/", **headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == response["ETag"]
        assert again["Cache-Control"] == response["Cache-Control"]


def test_reader_who_asks_by_the_time_gets_304_once_the_second_has_passed(read, site):
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=5)):
        response, _kept = read("/kontakt/")
        again, _kept = read("/kontakt/", **{"if-modified-since": response["Last-Modified"]})
        assert again.status_code == 304
        site.contact.title = "Hör av dig"
        site.contact.save()


def test_page_within_the_second_of_a_change_has_no_last_modified(read, site):
    token = int(_token().partition("-")[0])
    with time_machine.travel(token + 0.5, tick=False):
        assert "Last-Modified" not in read("/")[0]


def test_page_that_reads_the_same_after_a_change_keeps_its_etag(read, site):
    before, _kept = read("/kontakt/")
    NewsPageFactory(parent=site.news)
    after, was_kept = read("/kontakt/")
    assert (was_kept, after["ETag"]) == (False, before["ETag"])


def test_compressed_page_is_the_same_page(client, site):
    plain = client.get("/", headers=PLAIN)
    for _time in range(2):
        packed = client.get("/", headers={"accept-encoding": "gzip, br"})
        assert packed["Content-Encoding"] == "gzip"
        assert packed["Content-Length"] == str(len(packed.content))
        assert gzip.decompress(packed.content) == plain.content


@pytest.mark.parametrize(
    ("header", "answer"),
    [("gzip", True), ("br, GZIP;q=0.5", True), ("gzip;q=0", False), ("gzip; q=0.0", False), ("br", False), ("", False)],
)
def test_gzip_is_given_to_whoever_takes_it(rf, header, answer):
    assert accepts_gzip(rf.get("/", headers={"accept-encoding": header})) is answer


def test_compression_gives_the_same_bytes_at_any_time():
    with time_machine.travel(0):
        assert compress(b"text" * 500) == compress(b"text" * 500)


# What makes it forget


CHANGES = {
    "a page": lambda site: NewsPageFactory(parent=site.news),
    "a page that is taken back": lambda site: site.contact.unpublish(),
    "the settings": lambda site: PortalSettings.objects.create(site_id=1, contact_phone="08-1"),
    "a network": lambda site: NetworkFactory(),
    "a restriction": lambda site: PageViewRestriction.objects.create(page=site.news, restriction_type="login"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_change_is_shown_at_once(is_kept, site, change):
    is_kept("/")
    assert is_kept("/")
    change(site)
    assert not is_kept("/")


def test_change_by_another_process_is_shown_at_once(read, site):
    """No signal of Django's tells this process of it."""
    read("/kontakt/")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET title = 'Ring oss' WHERE id = %s", [site.contact.pk])
    assert "Ring oss" in read("/kontakt/")[0].content.decode()


def test_page_made_by_an_earlier_release_is_not_shown(read, is_kept, site, monkeypatch):
    read("/")
    assert is_kept("/")
    monkeypatch.setattr("portal.core.caching.pages.release", lambda: "the next")
    assert not is_kept("/")


def test_release_changes_with_a_template_and_is_the_same_elsewhere(settings, tmp_path):
    def release_of(name, template):
        settings.BASE_DIR = tmp_path / name
        (settings.BASE_DIR / "templates").mkdir(parents=True)
        (settings.BASE_DIR / "requirements.txt").write_text("wagtail")
        (settings.BASE_DIR / "templates" / "page.typ").write_text(template)
        return release.__wrapped__()

    assert release_of("one", "a") == release_of("two", "a")
    assert release_of("three", "a") != release_of("four", "b")


def test_page_taken_back_or_restricted_is_not_shown_again(client, site):
    client.get("/kontakt/")
    PageViewRestriction.objects.create(page=site.contact, restriction_type="login")
    assert client.get("/kontakt/").status_code == 302
    PageViewRestriction.objects.all().delete()
    assert client.get("/kontakt/").status_code == 200
    site.contact.unpublish()
    assert client.get("/kontakt/").status_code == 404


def test_registration_closes_on_kept_pages_at_its_hour(read, site):
    now = datetime.datetime(2027, 3, 1, 11, 58, tzinfo=datetime.UTC)
    closes = now + datetime.timedelta(minutes=2)
    with time_machine.travel(now, tick=False) as clock:
        network = NetworkFactory(
            slug="oppen",
            registration_opens_date=now.date(),
            last_registration_date=now.date(),
            closes_at=closes,
            first_meeting_at=closes + datetime.timedelta(days=9),
        )
        InvitationPageFactory(parent=site.invitations, network=network)
        before, _kept = read("/inbjudan/oppen/")
        clock.shift(100)
        near, was_kept = read("/inbjudan/oppen/")
        assert (was_kept, near["Cache-Control"]) == (True, "public, max-age=0, s-maxage=20")
        clock.shift(20)
        after, was_kept = read("/inbjudan/oppen/")
        assert not was_kept
        assert after.content != before.content


def test_page_is_made_anew_each_day(is_kept, site):
    evening = datetime.datetime(2027, 3, 27, 22, 59, tzinfo=datetime.UTC)  # the night to summer time
    with time_machine.travel(evening, tick=False) as clock:
        is_kept("/")
        assert is_kept("/")
        clock.shift(60)
        assert not is_kept("/")


# What is never kept


def test_visitor_with_a_session_is_neither_kept_nor_given_what_is_kept(read, world, login):
    site = public_site()
    visitor = login(Client(), world.amina)
    for _time in range(2):
        response, was_kept = read("/", client=visitor)
        assert not was_kept
        assert response["Cache-Control"] == "private, no-cache"
    assert read("/")[1] is False
    assert site.home.live


def test_restricted_page_is_never_kept(read, site):
    PageViewRestriction.objects.create(page=site.contact, restriction_type="login")
    for _time in range(2):
        response, _kept = read("/kontakt/")
        assert response.status_code == 302
        assert "public" not in response["Cache-Control"]


def test_draft_is_never_shown(read, site):
    site.contact.title = "Hemligt utkast"
    site.contact.save_revision()
    for _time in range(2):
        assert "Hemligt utkast" not in read("/kontakt/")[0].content.decode()


def test_preview_is_neither_kept_nor_kept_from(client, is_kept, site):
    is_kept("/kontakt/")
    site.contact.title = "Hemligt utkast"
    preview = site.contact.make_preview_request()
    assert "Hemligt utkast" in preview.content.decode()
    assert "private" in preview["Cache-Control"]
    assert "Hemligt utkast" not in client.get("/kontakt/", headers=PLAIN).content.decode()


def test_address_without_a_page_is_not_kept(read, site):
    for _time in range(2):
        response, was_kept = read("/finns-inte/")
        assert (response.status_code, was_kept) == (404, False)
        assert response["Cache-Control"] == "private, no-cache"


def test_posted_request_is_not_answered_from_the_cache(client, is_kept, site):
    is_kept("/")
    assert client.post("/", headers=PLAIN)["Cache-Control"] == "private, no-cache"


def test_page_that_sets_a_cookie_or_a_token_is_private(client, db):
    response = client.get("/logga-in/")
    assert response["Cache-Control"].startswith(("private", "max-age=0"))


# Hostile addresses and headers


def test_query_that_the_page_does_not_read_is_answered_from_the_cache_and_never_kept(client, is_kept, site):
    is_kept("/kontakt/")
    before = set(caches["pages"]._cache)
    for number in range(5):
        assert is_kept(f"/kontakt/?utm_source={number}")
    assert set(caches["pages"]._cache) == before


def test_query_of_the_first_reader_is_not_in_the_next_ones_page(read, site):
    read("/kontakt/?utm_source=evil")
    assert b"evil" not in read("/kontakt/")[0].content
    assert b"evil" not in read("/kontakt/?utm_source=good")[0].content


def test_query_that_the_page_reads_gives_what_it_asks_for(read, site):
    for number in range(12):
        NewsPageFactory(parent=site.news, title=f"Nyhet {number}")
    first, _kept = read("/nyheter/")
    for _time in range(2):
        second, was_kept = read("/nyheter/?page=2")
        assert not was_kept
        assert second.content != first.content


def test_headers_cannot_poison_what_others_get(read, site):
    hostile = {"x-forwarded-host": "evil.example", "x-forwarded-proto": "gopher", "x-original-url": "/admin/"}
    poisoned, _kept = read("/", **hostile)
    assert b"evil.example" not in poisoned.content
    assert b"evil.example" not in read("/")[0].content


def test_foreign_host_is_refused_before_anything_is_looked_up(client, is_kept, site):
    is_kept("/")
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_hosts_do_not_share(client, is_kept, site):
    is_kept("/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/", headers={"host": "localhost"})
    assert len(asked) > 1


def test_pages_are_shown_without_a_cache(read, site, monkeypatch, caplog):
    def gone(*_arguments, **_options):
        raise ConnectionError

    monkeypatch.setattr(caches["pages"], "get", gone)
    monkeypatch.setattr(caches["pages"], "set", gone)
    assert read("/")[0].status_code == 200
    assert "does not answer" in caplog.text


def _token():
    with connection.cursor() as cursor:
        cursor.execute("SELECT token FROM core_contentversion")
        return cursor.fetchone()[0]
