"""The record in Wagtail admin: read, searched, filtered, exported, by administrators."""

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from members.audit.models import Check, Record
from portal.core.cells import PlainCells
from portal.core.permission_policies import RulesPermissionPolicy

PER_PAGE = 50


def _moment(record):
    return date_format(timezone.localtime(record.at), "Y-m-d H:i:s")


class RecordFilterSet(WagtailFilterSet):
    """By what was done, when, by whom and in which network."""

    action = django_filters.CharFilter(label=_("Vad"), lookup_expr="icontains")
    at = django_filters.DateFromToRangeFilter(label=_("När"), widget=DateRangePickerWidget)
    actor_id = django_filters.CharFilter(label=_("Vem, id"))
    on_behalf_of = django_filters.CharFilter(label=_("För"), lookup_expr="icontains")
    object_id = django_filters.CharFilter(label=_("Objektets id"))
    network_id = django_filters.CharFilter(label=_("Nätverkets id"))

    class Meta:
        model = Record
        fields = ["action", "at", "actor_id", "on_behalf_of", "object_id", "network_id"]


class RecordIndexView(PlainCells, generic.IndexView):
    """The listing. The record holds ids; names are looked up while the people are still there."""

    def to_row_dict(self, item):
        """Write the names of the changed fields as the listing does."""
        return super().to_row_dict(item) | {"fields": ", ".join(item.fields)}

    def get_context_data(self, **kwargs):
        """Add whether the chain was whole when it was last verified."""
        return {**super().get_context_data(**kwargs), "last_check": Check.objects.first()}

    def get_base_queryset(self):
        """Return the records that the person may see, with the actor's name of today."""
        people = get_user_model().objects.annotate(key=Cast("pk", CharField())).filter(key=OuterRef("actor_id"))
        return Record.objects.visible_to(self.request.user).annotate(actor_name=Subquery(people.values("name")[:1]))


class RecordViewSet(ModelViewSet):
    """One list and nothing else: the record is append-only."""

    model = Record
    name = "audit_record"
    url_prefix = "logg"
    icon = "history"
    menu_label = _("Logg")
    menu_order = 900
    menu_hook = "register_reports_menu_item"
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = RecordIndexView
    index_template_name = "members/audit/admin/index.html"
    list_per_page = PER_PAGE
    list_display = [
        Column("at", label=_("När"), accessor=_moment, sort_key="at"),
        Column("action", label=_("Vad"), sort_key="action"),
        Column("object_label", label=_("Objekt")),
        Column("actor_name", label=_("Vem")),
        Column("actor_label", label=_("Vem, id"), sort_key="actor_id"),
        Column("on_behalf_of", label=_("För")),
        Column("network_id", label=_("Nätverk"), sort_key="network_id"),
        Column("fields", label=_("Fält"), accessor=lambda record: ", ".join(record.fields)),
        Column("request_id", label=_("Anrop")),
    ]
    list_export = [
        "at", "action", "object_type", "object_id", "object_label", "actor_id", "on_behalf_of", "network_id", "fields",
        "request_id",
    ]  # fmt: skip
    filterset_class = RecordFilterSet
    search_fields = ["action", "object_label", "object_id", "actor_label", "on_behalf_of", "request_id"]
    ordering = "-at"
    form_fields = []

    @property
    def permission_policy(self):
        """Ask rules."""
        return RulesPermissionPolicy(Record)

    def get_urlpatterns(self):
        """Return the listing's addresses: there is no form, and no history of the history."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in {"index", "index_results"}]
