"""What a reader sees when a page is not there, not theirs, or broken."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation
from django.views.defaults import permission_denied, server_error


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "heading"), [("/finns-inte/", "Sidan finns inte"), ("/en/finns-inte/", "<h1>")])
def test_page_that_is_not_there_says_so_in_the_language_of_the_address(client, path, heading):
    response = client.get(path)

    assert response.status_code == 404
    assert heading in response.text
    assert not response.cookies


def test_page_that_is_not_yours_says_so(rf):
    response = permission_denied(rf.get("/deltagare/"), PermissionDenied())

    assert response.status_code == 403
    assert "Du kan inte göra det här" in response.text


@pytest.mark.parametrize("language", ["sv", "en"])
def test_broken_page_is_drawn_without_request_database_or_session(rf, language):
    with translation.override(language):
        response = server_error(rf.get("/"))

    assert response.status_code == 500
    assert f'<html lang="{language}">' in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/%00/", "/en/goda-exempel/?niva=%00", "/sok/?q=a%00b", "/prenumeration/%00/"])
def test_address_with_a_nul_is_no_address(client, path):
    response = client.get(path)

    assert response.status_code == 404
    assert ('<html lang="en">' in response.text) == path.startswith("/en/")
