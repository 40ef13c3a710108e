"""The library as open data: Wagtail's API, cut down to published examples and the fields that anybody may have.

Nothing is written, no session is read, and no other page, draft or document can be asked for.
"""

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from rest_framework.response import Response
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet
from wagtail.models import Locale

from casestudies import queries
from casestudies.models import ExamplePage
from casestudies.queries.schema import SHORTEST, fields, more_fields, openapi, parameters
from portal.core.pages import absolute, public

# Of an offset or an id: more than any database counts to is no place in a list.
MOST_DIGITS = 9


class ExamplesAPIViewSet(BaseAPIViewSet):
    """`/api/v1/exempel/` and `/api/v1/exempel/<id>/`."""

    name = "examples"
    model = ExamplePage
    authentication_classes = ()
    permission_classes = ()
    # Wagtail's own fields and parameters are left out; it refuses what is not known.
    body_fields = meta_fields = []
    known_query_parameters = frozenset(("limit", "offset", "sprak", "q", *(facet.name for facet in queries.FACETS)))

    def get_queryset(self):
        """Return what anybody may read, in the language asked for, by the choices of the address."""
        code = self.request.GET.get("sprak", "sv")
        locale = Locale.objects.filter(language_code=code).first()
        if locale is None:
            raise BadRequestError("sprak must be sv or en")
        text = self.request.GET.get("q", "").strip()
        if text and not SHORTEST <= len(text) <= 200:
            raise BadRequestError(f"q must have between {SHORTEST} and 200 characters")
        choice = queries.choice_of(self.request.GET, text)
        return queries.matching(locale.pk, choice).select_related("locale")

    def listing_view(self, request):
        """The examples without their long texts, newest first, a part at a time."""
        examples = self.get_queryset()
        self.check_query_parameters(examples)
        if len(request.GET.get("offset", "")) > MOST_DIGITS:
            raise BadRequestError(f"offset must have at most {MOST_DIGITS} digits")
        return self.get_paginated_response(queries.data_of(self.paginate_queryset(examples)))

    def detail_view(self, request, pk):
        """One example, whole, in the language that it is written in."""
        if len(str(pk)) > MOST_DIGITS:
            return Response({"message": "not found"}, status=404)
        found = queries.published().filter(pk=pk).select_related("locale")
        if data := queries.data_of(found, is_whole=True):
            return Response(data[0])
        return Response({"message": "not found"}, status=404)

    def finalize_response(self, request, response, *args, **kwargs):
        """Let other sites read it."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    @classmethod
    def get_urlpatterns(cls):
        """Return Wagtail's two addresses of a list and of one; its third finds pages by path."""
        return [
            path("exempel/", public(cls.as_view({"get": "listing_view"})), name="examples"),
            path("exempel/<int:pk>/", public(cls.as_view({"get": "detail_view"})), name="example"),
        ]


@public
def schema(request):
    """The API described as OpenAPI 3.1."""
    response = JsonResponse(openapi(), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Access-Control-Allow-Origin"] = "*"
    return response


@public
def api(request):
    """How to use the open data, for people."""
    context = {
        "parameters": [
            {"name": row["name"], "description": row["description"], "values": _values(row["schema"])}
            for row in parameters()
        ],
        "fields": [(name, kind["description"]) for name, kind in (fields() | more_fields()).items()],
        "list_url": absolute(reverse("api:examples")),
        "schema_url": absolute(reverse("api:schema")),
    }
    return render(request, "casestudies/api.html", context)


def _values(kind):
    return kind.get("enum") or kind.get("items", {}).get("enum") or []
