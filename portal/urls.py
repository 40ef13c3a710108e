"""All addresses: Swedish without a prefix, English under /en/, Wagtail admin and files beside them."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal.core import development, patterns

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("dokument/", include(wagtaildocs_urls)),
    path("utveckling/", include(development)),
    # Renditions only: originals and documents have no address here. A web server may answer before this does.
    path("media/images/<path:path>", serve, {"document_root": settings.MEDIA_ROOT / "images"}),
]

urlpatterns += i18n_patterns(
    path("utveckling/monster/", include(patterns)),
    path("", include("members.urls")),
    path("", include("casestudies.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
