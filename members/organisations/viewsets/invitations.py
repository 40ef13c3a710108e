"""Invitations to join, in Wagtail admin."""

import django_filters
from django.contrib.admin.utils import quote
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets

from members.organisations import services
from members.organisations.forms import InvitationAdminForm, PlaceFormMixin
from members.organisations.models import Invitation
from members.organisations.viewsets.shared import GuardedAdding, RecordedExport, ask
from portal.core.viewsets import ScopedBulkAction, ScopedFilterSet, ScopedSnippetViewSet
from portal.core.viewsets.columns import DayColumn
from portal.core.viewsets.snippets import ScopedIndexView


class InvitationFilterSet(ScopedFilterSet):
    """By network and role, and by what has become of them."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("Läge"),
        method="by_state",
        choices=[
            ("open", gettext_lazy("Väntar på svar")),
            ("expired", gettext_lazy("Har gått ut")),
            ("used", gettext_lazy("Använd")),
            ("withdrawn", gettext_lazy("Återtagen")),
        ],
    )

    class Meta:
        model = Invitation
        fields = ["network", "role"]

    def by_state(self, queryset, name, value):
        """Return those of that state, as the column tells it."""
        if value == "used":
            return queryset.exclude(used_at=None)
        if value == "withdrawn":
            return queryset.filter(used_at=None).exclude(withdrawn_at=None)
        return queryset.open() if value == "open" else queryset.waiting().filter(expires_at__lte=timezone.now())


class InvitationIndexView(RecordedExport, ScopedIndexView):
    """The listing, with ways to send an invitation again and to withdraw it."""

    def get_base_queryset(self):
        """Fetch what the columns show in one query."""
        return super().get_base_queryset().select_related("organisation", "network", "invited_by")

    def get_list_more_buttons(self, instance):
        """Return Wagtail's buttons and those for an invitation that nobody has answered."""
        buttons = super().get_list_more_buttons(instance)
        waiting = instance.used_at is None and instance.withdrawn_at is None
        if waiting and self.user_has_permission_for_instance("withdraw", instance):
            for name, label, icon in [("renew", _("Skicka igen"), "mail"), ("withdraw", _("Återta"), "cross")]:
                address = reverse(f"wagtailsnippets_organisations_invitation:{name}", args=[quote(instance.pk)])
                buttons.append(Button(label, url=address, icon_name=icon, priority=20))
        return buttons


class InvitationCreateView(GuardedAdding, snippets.CreateView):
    """Somebody is invited."""

    def save_instance(self):
        """Let the service send it."""
        return services.invite(by=self.request.user, **self.form.cleaned_data)


def renew_invitation(request, pk):
    """Ask, and send the link anew."""
    question = _("Vill du skicka en ny länk till %(email)s? Den gamla slutar gälla.")
    return _answer(request, pk, question, _("Ja, skicka"), services.renew_invitation)


def withdraw_invitation(request, pk):
    """Ask, and make the link useless."""
    question = _("Vill du återta inbjudan till %(email)s?")
    return _answer(request, pk, question, _("Ja, återta"), services.withdraw_invitation)


def _answer(request, pk, question, yes, act):
    namespace = "wagtailsnippets_organisations_invitation"
    invitation = get_object_or_404(Invitation.objects.coordinated_by(request.user), pk=pk)
    if request.method == "POST":
        try:
            act(invitation=invitation, by=request.user)
        except services.InvitationIsClosed:
            messages.error(request, _("Inbjudan är redan använd eller återtagen."))
        else:
            messages.success(request, _("Det är gjort."))
        return redirect(f"{namespace}:list")
    return ask(request, namespace=namespace, thing=invitation, question=question % {"email": invitation.email}, yes=yes)


class InvitationViewSet(ScopedSnippetViewSet):
    """Invitations to join, to networks and, by administrators, to the portal's own roles."""

    model = Invitation
    icon = "mail"
    add_to_admin_menu = False  # the group has an entry of its own
    menu_label = gettext_lazy("Inbjudningar att delta")
    copy_view_enabled = False
    index_view_class = InvitationIndexView
    add_view_class = InvitationCreateView
    form_mixin = PlaceFormMixin
    list_display = [
        "email",
        Column("organisation", label=gettext_lazy("Organisation"), sort_key="organisation__name"),
        Column("network", label=gettext_lazy("Nätverk"), sort_key="network__name"),
        Column("get_role_display", label=gettext_lazy("Roll"), sort_key="role"),
        Column("state_label", label=gettext_lazy("Läge")),
        DayColumn("expires_at", label=gettext_lazy("Gäller till"), sort_key="expires_at"),
    ]
    filterset_class = InvitationFilterSet
    list_export = [
        "email", "name", "organisation", "network", "get_role_display", "state_label", "created_at", "expires_at",
    ]  # fmt: skip
    export_headings = {"get_role_display": gettext_lazy("Roll"), "state_label": gettext_lazy("Läge")}
    export_filename = "inbjudningar"
    search_fields = ["email", "name", "organisation__name"]
    search_backend_name = None
    ordering = "-created_at"
    edit_handler = ObjectList(
        [
            FieldPanel("email"),
            FieldPanel("name"),
            FieldPanel("organisation"),
            FieldPanel("network"),
            FieldPanel("role"),
        ],
        base_form_class=InvitationAdminForm,
    )
    inspect_view_fields = ["email", "name", "organisation", "network", "role", "invited_by", "created_at", "expires_at"]
    extra_actions = {"renew": "withdraw", "withdraw": "withdraw"}

    def get_own_urlpatterns(self):
        """Return the addresses of sending again and withdrawing."""
        return [
            path("renew/<int:pk>/", renew_invitation, name="renew"),
            path("withdraw/<int:pk>/", withdraw_invitation, name="withdraw"),
        ]


class RenewBulkAction(ScopedBulkAction):
    """Sends several invitations again, each with a new link."""

    model_class = Invitation
    verb = "withdraw"
    action_type = "renew"
    display_name = gettext_lazy("Skicka igen")
    aria_label = gettext_lazy("Skicka valda inbjudningar igen")
    question = gettext_lazy(
        "Vill du skicka nya länkar till de här? De gamla slutar gälla. De som har svarat får inget mejl."
    )

    def act(self, row, by):
        """Send it; one that was used or withdrawn stays as it is."""
        try:
            return services.renew_invitation(invitation=row, by=by)
        except services.InvitationIsClosed:
            return None


class WithdrawBulkAction(ScopedBulkAction):
    """Withdraws several invitations."""

    model_class = Invitation
    verb = "withdraw"
    action_type = "withdraw"
    display_name = gettext_lazy("Återta")
    aria_label = gettext_lazy("Återta valda inbjudningar")
    question = gettext_lazy("Vill du återta de här inbjudningarna? Länkarna slutar gälla.")
    classes = {"serious"}

    def act(self, row, by):
        """Withdraw it; one that was used stays used."""
        was_waiting = row.used_at is None and row.withdrawn_at is None
        services.withdraw_invitation(invitation=row, by=by)
        return was_waiting
