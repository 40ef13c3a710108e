"""The picture of a page that other sites show where its address is shared (Open Graph).

Made when the page is published, kept in the storage, never made while somebody waits for a page. Its address holds
what the picture says, so a new title is a new address and every cache stays right.
"""

import hashlib

from django.core.exceptions import SuspiciousOperation
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from django_tasks import task
from wagtail.models import Page

from portal.core.downloads import public_file
from portal.core.pages import PublicPage, absolute, unrestricted
from portal.core.typesetting import TypesettingFailed, png

SOURCE = "typst/share.typ"
WIDTH, HEIGHT = 1200, 630
# Raised when the picture's look changes: every picture then gets a new address.
VERSION = 1
DAY_SECONDS = 86_400


def _words(page):
    """What the picture says, in the page's own language."""
    language = page.locale.language_code
    with translation.override(language):
        return {
            "language": language,
            "kicker": str(page.kicker),
            "title": page.title,
            "portal": gettext("Nätverksportalen"),
        }


def _digest(page, language):
    with translation.override(language):
        said = f"{VERSION}|{language}|{page.kicker}|{page.title}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def picture_url(page, language):
    """Return the address of the page's picture; of one that not everybody may read, the portal's own."""
    if not isinstance(page, PublicPage) or page.pk is None or page.restrictions:
        return absolute(static("img/share.png"))
    return absolute(reverse("share_picture", args=[page.pk, _digest(page, language)]))


def picture_of(page):
    """Return the bytes of the page's picture, made and kept if it is not there. Raises TypesettingFailed."""
    name = f"dela/{page.pk}-{_digest(page, page.locale.language_code)}.png"
    if default_storage.exists(name):
        with default_storage.open(name) as kept:
            return kept.read()
    made = png(SOURCE, _words(page))
    default_storage.save(name, ContentFile(made))
    return made


def _shown(page_id):
    page = unrestricted(Page.objects.live()).filter(pk=page_id).first()
    page = page and page.specific
    return page if isinstance(page, PublicPage) else None


@task()
def make_picture(page_id):
    """Make the picture of a page that has just been published, before anybody asks for it."""
    page = _shown(page_id)
    if page is not None:
        picture_of(page)


@require_safe
def picture(request, page_id, digest):
    """Answer with the picture. An address from before a change leads to the picture of today."""
    page = _shown(page_id)
    if page is None:
        raise Http404
    if digest != _digest(page, page.locale.language_code):
        return redirect(picture_url(page, page.locale.language_code))
    try:
        content = picture_of(page)
    except (TypesettingFailed, SuspiciousOperation, OSError):
        return redirect(static("img/share.png"))
    return public_file(
        request, content, content_type="image/png", name=f"{page.slug}.png", as_attachment=False, fresh=DAY_SECONDS
    )


urlpatterns = [path("<int:page_id>-<slug:digest>.png", picture, name="share_picture")]
