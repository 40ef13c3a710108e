"""What holds for all of Wagtail admin: its Content-Security-Policy, and who comes into which part of it.

Wagtail asks a permission in most of its views, but not in all: the page chooser, the page API and several reports
answer anyone who may open the admin. Here everything is closed to coordinators that they have no use for.
"""

from csp.constants import HEADER, NONE, SELF, UNSAFE_INLINE
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.dispatch import Signal
from django.http import Http404
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.admin.auth import permission_denied, user_has_any_page_permission
from wagtail.models import Page

from portal.core.access import is_fresh, redirect_to_confirm
from portal.core.predicates import is_administrator
from portal.core.viewsets import scoped_models

PREFIX = "/admin/"
# Sent by the format's name, with `user` and `address` (the URL's name), when a list is taken out as a file.
exported = Signal()
FORMATS = {"csv", "xlsx"}

# Scripts from our own files alone: the widgets that would print some are overridden (static/js/admin-widgets.js).
# The rich text editor writes style attributes; previews stand in a frame of the editor's page.
POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "media-src": [SELF],
    "manifest-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [SELF],
    "frame-ancestors": [SELF],
}

# Open to everybody who is let into Wagtail admin.
COMMON = {
    "wagtailadmin_home",
    "wagtailadmin_account",
    "wagtailadmin_logout",
    "wagtailadmin_login",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_dismissibles",
    "wagtailadmin_block_preview",
    "wagtailadmin_editing_sessions:ping",
    "wagtailadmin_editing_sessions:release",
    # links in rich text; the pages that may be linked to are narrowed in wagtail_hooks
    "wagtailadmin_choose_page",
    "wagtailadmin_choose_page_child",
    "wagtailadmin_choose_page_search",
    "wagtailadmin_choose_page_external_link",
    "wagtailadmin_choose_page_email_link",
    "wagtailadmin_choose_page_phone_link",
    "wagtailadmin_choose_page_anchor_link",
    # lists what the person's collections allow: nothing, for a coordinator
    "wagtaildocs_chooser:choose",
    "wagtaildocs_chooser:choose_results",
}

# Pages of ours with a gate of their own: each asks its rule before anything else.
OWN_GATES = {"next_network", "network_ending", "invitation_import", "organisations_import", "lost_mail"}


def scoped_namespaces():
    """Return the namespaces of the viewsets that keep their own gate."""
    viewsets = [model.snippet_viewset for model in scoped_models()]
    return {viewset.url_namespace for viewset in viewsets} | {
        viewset.get_chooser_admin_url_namespace() for viewset in viewsets
    }


def may_enter(user, match):
    """Whether the person has anything to do at this address of Wagtail admin; the view asks further."""
    if match.view_name in COMMON or match.namespace in scoped_namespaces() | OWN_GATES:
        return True
    if match.view_name == "wagtail_bulk_action" and _names_scoped_model(match.kwargs):
        return True
    if match.namespace in {"wagtailadmin_reports", "wagtailadmin_workflows"}:
        return is_administrator(user)
    return is_administrator(user) or user_has_any_page_permission(user)


def _names_scoped_model(kwargs):
    named = (kwargs["app_label"], kwargs["model_name"])
    return named in {(model._meta.app_label, model._meta.model_name) for model in scoped_models()}


class AdminAreaMiddleware:
    """Keep people to their part of Wagtail admin, and scripts to our own files."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith(PREFIX):
            # A preview has been through the middleware once already, as the page that it is of.
            response.headers.pop(HEADER, None)
            response._csp_config = POLICY
            _announce_export(request, response)
        return response

    def process_view(self, request, view, args, kwargs):
        """Turn away, as Wagtail itself does, who has nothing to do here; ask for a code before a list is taken out."""
        user, match = request.user, request.resolver_match
        if not request.path_info.startswith(PREFIX) or not user.has_perm("wagtailadmin.access_admin"):
            return None  # other doors stand before: login, second factor, Wagtail's own
        if not may_enter(user, match):
            return permission_denied(request)
        if match.view_name == "wagtailadmin_choose_page_child" and not may_see_page(user, kwargs["parent_page_id"]):
            raise Http404
        # A screen that somebody has left must not give away a whole list.
        return redirect_to_confirm(request) if _is_export(request) and not is_fresh(request) else None

    def process_exception(self, request, exception):
        """Tell the editor what the page lacks; Wagtail's review and its action on several pages would answer 500."""
        if request.path_info.startswith(PREFIX) and isinstance(exception, ValidationError) and request.method == "POST":
            for text in exception.messages:
                messages.error(request, text)
            back = request.META.get("HTTP_REFERER", "")
            is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
            return redirect(back if is_ours else "wagtailadmin_home")
        return None


def _is_export(request):
    return request.GET.get("export") in FORMATS


def _announce_export(request, response):
    """Tell of a list that leaves the admin as a file, whichever of Wagtail's listings and reports it is."""
    if _is_export(request) and response.get("Content-Disposition", "").startswith("attachment"):
        exported.send(request.GET["export"], user=request.user, address=request.resolver_match.view_name)


def may_see_page(user, pk):
    """Whether the page chooser may name this page: those without a say over pages know the public ones."""
    return user_has_any_page_permission(user) or Page.objects.live().public().filter(pk=pk).exists()
