"""All addresses: Swedish without a prefix, English under /en/, Wagtail admin and files beside them."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from casestudies.urls import api as casestudies_api
from members.accounts.viewsets import admin_account, admin_login
from portal.core import development, pages, patterns, sharing
from portal.core.health import health
from portal.core.security_txt import security_txt

urlpatterns = [
    path("admin/account/", admin_account, name="wagtailadmin_account"),
    path("admin/login/", admin_login, name="wagtailadmin_login"),
    path("admin/", include(wagtailadmin_urls)),
    path("dokument/", include(wagtaildocs_urls)),
    path("api/v1/", include(casestudies_api)),
    path("dela/", include(sharing)),
    path("halsa/", health, name="health"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("utveckling/", include(development)),
    # Renditions only: originals and documents have no address here. A web server may answer before this does.
    path("media/images/<path:path>", serve, {"document_root": settings.MEDIA_ROOT / "images"}),
]

urlpatterns += i18n_patterns(
    path("stil/", include(patterns)),
    path("", include("portal.core.subscriptions.urls")),
    path("", include("members.urls")),
    path("", include("casestudies.urls")),
    path("", include("home.urls")),
    # In place of wagtail.urls, which has a login page of its own and asks for shared passwords.
    path(
        "_util/login/", RedirectView.as_view(pattern_name="accounts:login", query_string=True), name="wagtailcore_login"
    ),
    re_path(serve_pattern, pages.serve, name="wagtail_serve"),
    prefix_default_language=False,
)
