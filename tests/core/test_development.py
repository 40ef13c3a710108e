"""Pages that exist in development only."""

import pytest
from django.urls import reverse

from tests.core.test_outbox import send

pytestmark = pytest.mark.django_db


def test_mails_are_shown_in_development(client):
    message = send()

    assert message.subject in client.get(reverse("development:mails")).content.decode()
    assert message.to in client.get(reverse("development:mail", args=[message.pk])).content.decode()
    page = client.get(reverse("development:mail_html", args=[message.pk]))
    assert page.content.decode() == message.html
    assert "style-src 'self' 'unsafe-inline'" in page["Content-Security-Policy"]


def test_empty_outbox_says_so(client):
    assert "Inga mejl än" in client.get(reverse("development:mails")).content.decode()


@pytest.mark.parametrize("name", ["mails", "mail", "mail_html"])
def test_mails_are_not_found_in_production(client, settings, name):
    settings.DEVELOPMENT = False
    message = send()
    args = [] if name == "mails" else [message.pk]

    assert client.get(reverse(f"development:{name}", args=args)).status_code == 404
