"""The pages of the public site: what they share, and the bridge from a Wagtail page to the view that shows it."""

from functools import wraps
from urllib.parse import urljoin

from django.conf import settings
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef
from django.http import Http404
from django.utils.html import strip_tags
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.models import Locale, Page, PageViewRestriction, Site, SiteRootPath
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from portal.core.access import redirect_to_login
from portal.core.caching.memory import known, reader, remembered
from portal.core.caching.pages import mark_public
from portal.core.panels import ReviewPanel
from portal.core.signs import printable
from portal.core.templatetags.portal import LANGUAGE_NAMES


class ServedByView:
    """Mixin for a Page whose `view` names, as a dotted string, the function that serves it.

    The string keeps models free of views: `view = "home.views.news_item"` is called with (request, page),
    also for previews, where `request.is_preview` is true.
    """

    view = None

    def serve(self, request, *args, **kwargs):
        """Answer with the page's view."""
        return import_string(self.view)(request, self, *args, **kwargs)

    def serve_preview(self, request, mode_name):
        """Answer with the page's view; the reader's and the editor's page are one."""
        request.is_preview = True
        return import_string(self.view)(request, self)


class PublicPage(ServedByView, Page):
    """A page that anybody may read, unless it is restricted in Wagtail."""

    # What a search result and a shared link say of the page; most types have a field or a property of the name.
    summary = ""
    # What kind of page it is, in a word or two, on the picture that is shown where its address is shared.
    kicker = ""

    is_demonstration = models.BooleanField(
        _("demonstration"),
        default=False,
        help_text=_("Sidan är påhittad. Den visas på webbplatsen men inte i sökmotorer."),
    )

    content_panels = [*Page.content_panels, ReviewPanel()]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("Adress och sökmotorer"),
        ),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        abstract = True

    def full_clean(self, *args, **kwargs):
        """Drop what is pasted along from other programs and stops a feed: control characters in the page's texts."""
        for field in self._meta.concrete_fields:
            if isinstance(field, (models.CharField, models.TextField)):
                text = field.value_from_object(self)
                setattr(self, field.attname, printable(text) if isinstance(text, str) else text)
        super().full_clean(*args, **kwargs)

    # What Wagtail found when it asked whether the page is restricted, so that `serve` need not ask again.
    restrictions = ()

    def get_view_restrictions(self):
        """Return the restrictions of the page and of those above it. One query, none when no page is restricted."""
        if getattr(self, "stands_unrestricted", False):
            return ()
        self.restrictions = super().get_view_restrictions()
        return self.restrictions

    def serve(self, request, *args, **kwargs):
        """Answer with the page's view; a restricted page asks for the second factor, which Wagtail does not."""
        if not self.restrictions:
            return mark_public(super().serve(request, *args, **kwargs))
        if not request.user.is_verified():
            return redirect_to_login(request)
        return super().serve(request, *args, **kwargs)


class SiteSetting(BaseSiteSetting):
    """Settings of the site that public pages read from memory."""

    class Meta:
        abstract = True

    @classmethod
    def for_request(cls, request):
        """Return the settings; shared by all requests of the process, so nobody may change them here."""
        return remembered(request, cls._meta.label, cls._stored)

    @classmethod
    def _stored(cls):
        # Not Wagtail's get_or_create: to read a page writes nothing.
        stored = cls.base_queryset().filter(site__is_default_site=True).first()
        return stored or cls(site=Site.objects.filter(is_default_site=True).first())


def unrestricted(pages):
    """Leave out what is restricted, or stands below what is: Wagtail's `public()` without its query.

    For lists, not for Wagtail's search, which knows no subquery.
    """
    if reader.get() is not None and not known("has restrictions", PageViewRestriction.objects.exists):
        return pages
    path = ExpressionWrapper(OuterRef("path"), output_field=models.CharField())
    above = PageViewRestriction.objects.annotate(whole=path).filter(whole__startswith=F("page__path"))
    return pages.exclude(Exists(above))


def serve(request, path):
    """Serve the page of an address, found by its whole path in one query and in the address's language alone.

    Wagtail itself asks once or twice for each part of the path, and shows Swedish at an English address that has no
    page. The rest is Wagtail's. The portal is one site.
    """
    settle(request)
    page = _page_at(request, path)
    if page is None:
        return _without_page(request)
    if not remembered(request, "has restrictions", PageViewRestriction.objects.exists):
        page.stands_unrestricted = True
    request._wagtail_route_for_request = RouteResult(page)
    return wagtail_serve(request, path)


_leftovers = []


def when_missing(view):
    """Let the view, a dotted string, answer where no page is; it returns None for what is not its own to tell of."""
    _leftovers.append(view)


def _without_page(request):
    """Answer as an app knows how to; a redirect wins, which Wagtail's middleware finds when it sees a 404."""
    for view in _leftovers:
        response = import_string(view)(request)
        if response is not None and get_redirect(request, Redirect.normalise_path(request.path)) is None:
            return response
    raise Http404


def public(view):
    """Say of a view that is no page: its answer is the same for everybody. It may be kept until the content changes."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        settle(request)
        return mark_public(view(request, *args, **kwargs))

    return wrapper


def settle(request):
    """Give the request what Wagtail would ask for at every link: the site, and where its languages begin. From memory.

    Wagtail keeps the second in a cache of each process, where another process's change shows an hour late.
    """
    request._wagtail_site, request._wagtail_cached_site_root_paths = remembered(request, "roots", _site_and_roots)


def _site_and_roots():
    """The portal's one site, and its start page in each language as Wagtail's own Site.get_site_root_paths has them."""
    Site.clear_site_root_paths_cache()
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return None, []
    starts = Page.objects.filter(translation_key=site.root_page.translation_key)
    rows = starts.values_list("url_path", "locale__language_code")
    return site, [SiteRootPath(site.pk, path, site.root_url, language) for path, language in rows]


def locale_ids(request):
    """Return {language code: id of its locale}, from memory."""
    return remembered(request, "locales", lambda: dict(Locale.objects.values_list("language_code", "pk")))


def _page_at(request, path):
    parts = [part for part in path.split("/") if part]
    for root in request._wagtail_cached_site_root_paths:
        if root.language_code == request.LANGUAGE_CODE:
            whole = [*root.root_path.strip("/").split("/"), *parts]
            url_paths = [f"/{'/'.join(whole[:end])}/" for end in range(1, len(whole) + 1)]
            # The slug is indexed, the whole path is not.
            keys = Page.objects.filter(slug__in=whole, url_path__in=url_paths).values("translation_key")
            family = _with_translations(keys)
            page = next((relative for relative in family if relative.url_path == url_paths[-1]), None)
            if page is not None:
                request._family = (page.pk, family)
                return page.specific
    return None


def surroundings(request, page):
    """Return what base.html shows around a page: crumbs, the page in the other languages, its one true address.

    A language without a translation leads to the nearest page above that has one. The page that the address named
    was found together with all of them; else it takes one query.
    """
    family = _family(request, page)
    codes = {relative.locale_id: relative.locale.language_code for relative in family}
    code = codes.get(page.locale_id) or page.locale.language_code
    above = [relative for relative in family if relative.locale_id == page.locale_id and relative.pk != page.pk]
    nearest = {codes[relative.locale_id]: relative for relative in family} | {code: page}
    same = [relative for relative in family if relative.translation_key == page.translation_key]
    exact = {codes[relative.locale_id]: relative for relative in same} | {code: page}
    return {
        "page": page,
        "crumbs": [(relative.title, relative.get_url(request)) for relative in above],
        "language_links": [
            {"code": code, "name": LANGUAGE_NAMES[code], "url": nearest[code].get_url(request)}
            for code, _name in settings.LANGUAGES
            if code in nearest
        ],
        "alternates": [(code, absolute(found.get_url(request))) for code, found in sorted(exact.items())],
        "canonical": absolute(page.get_url(request)),
        "is_unlisted": page.is_demonstration or getattr(request, "is_preview", False),
    }


# What the crumbs and the links to other languages say of a page, and what leads to the page itself.
RELATIVE = ("title", "slug", "path", "depth", "url_path", "translation_key", "content_type", "alias_of", "locale")


def _family(request, page):
    """The page, those above it, and the live translations of them all, from the top."""
    pk, family = getattr(request, "_family", (0, ()))
    if pk == page.pk:
        return family
    ends = range(2 * Page.steplen, len(page.path) + 1, Page.steplen)
    return _with_translations(Page.objects.filter(path__in=[page.path[:end] for end in ends]).values("translation_key"))


def _with_translations(keys):
    pages = Page.objects.live().filter(translation_key__in=keys).select_related("locale").order_by("depth")
    return list(pages.only(*RELATIVE))


def filled_in(page, headings):
    """Return (field, heading, text) of the page's rich texts that hold any text, in the order of `headings`.

    Wagtail's editor saves a paragraph without words where nothing was written.
    """
    rows = [(name, heading, getattr(page, name)) for name, heading in headings.items()]
    return [row for row in rows if strip_tags(row[2]).strip()]


def absolute(url):
    """Give an address with the portal's own scheme and host, which no request can forge."""
    return urljoin(settings.SITE_URL, url or "")
