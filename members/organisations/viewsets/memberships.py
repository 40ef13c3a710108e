"""Who takes part, in Wagtail admin."""

from django.contrib.admin.utils import quote
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets

from members.organisations import services
from members.organisations.forms import MembershipAdminForm, PlaceFormMixin
from members.organisations.models import Membership
from members.organisations.viewsets.shared import ask, day
from portal.core.viewsets import ScopedSnippetViewSet
from portal.core.viewsets.snippets import ScopedIndexView


class MembershipIndexView(ScopedIndexView):
    """The listing, with a way to end each membership that holds."""

    def get_base_queryset(self):
        """Fetch what the columns show in one query."""
        return super().get_base_queryset().select_related("user", "organisation", "network")

    def get_list_more_buttons(self, instance):
        """Return Wagtail's buttons and the one that ends the membership."""
        buttons = super().get_list_more_buttons(instance)
        if instance.to_date is None and self.user_has_permission_for_instance("end", instance):
            address = reverse("wagtailsnippets_organisations_membership:end", args=[quote(instance.pk)])
            buttons.append(Button(_("Avsluta"), url=address, icon_name="cross", priority=20))
        return buttons


class MembershipCreateView(snippets.CreateView):
    """A membership made by hand, by an administrator."""

    def save_instance(self):
        """Let the service make it."""
        return services.create_membership(by=self.request.user, **self.form.cleaned_data)


def end_membership(request, pk):
    """Ask, and end the membership."""
    rows = Membership.objects.coordinated_by(request.user).select_related("user", "organisation", "network")
    membership = get_object_or_404(rows, pk=pk)
    namespace = "wagtailsnippets_organisations_membership"
    if request.method == "POST":
        services.end_membership(membership=membership, by=request.user)
        messages.success(request, _("Deltagandet är avslutat."))
        return redirect(f"{namespace}:list")
    question = _("Vill du avsluta deltagandet för %(name)s? Det gäller genast, och personen får veta det med e-post.")
    return ask(
        request,
        namespace=namespace,
        thing=membership,
        question=question % {"name": membership.user.name},
        yes=_("Ja, avsluta"),
    )


class MembershipViewSet(ScopedSnippetViewSet):
    """Who takes part: read, made by administrators, ended."""

    model = Membership
    icon = "user"
    add_to_admin_menu = False  # the group has an entry of its own
    menu_label = gettext_lazy("Deltaganden")
    copy_view_enabled = False
    index_view_class = MembershipIndexView
    add_view_class = MembershipCreateView
    form_mixin = PlaceFormMixin
    list_display = [
        "user",
        Column("organisation", label=gettext_lazy("Organisation"), sort_key="organisation__name"),
        Column("network", label=gettext_lazy("Nätverk"), sort_key="network__name"),
        Column("get_role_display", label=gettext_lazy("Roll"), sort_key="role"),
        day("from_date", gettext_lazy("Från")),
        day("to_date", gettext_lazy("Till och med")),
    ]
    list_filter = ["network", "role"]
    search_fields = ["user__name", "user__email", "organisation__name"]
    search_backend_name = None
    ordering = "user__name"
    edit_handler = ObjectList(
        [FieldPanel("user"), FieldPanel("organisation"), FieldPanel("network"), FieldPanel("role")],
        base_form_class=MembershipAdminForm,
    )
    inspect_view_fields = ["user", "organisation", "network", "role", "from_date", "to_date", "ended_at"]
    extra_actions = {"end": "end"}

    def get_own_urlpatterns(self):
        """Return the address of the ending."""
        return [path("end/<int:pk>/", end_membership, name="end")]
