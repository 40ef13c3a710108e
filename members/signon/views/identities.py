"""One's own identities at organisations: linked, and unlinked."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from members.accounts.views.doors import address_of, fresh_code_required
from members.signon import services
from members.signon.models import Identity, Provider
from members.signon.views.journeys import forget_found, found, set_out
from portal.core.access import get_visible_or_404


@require_GET
@never_cache
@fresh_code_required
def begin_link(request, pk):
    """Send the person to the organisation, to show who they are there."""
    provider = get_object_or_404(Provider.objects.on(), pk=pk)
    return set_out(request, provider, linking=request.user.pk)


@never_cache
def link(request):
    """What comes after an identity that no account knows: whoever is not inside is asked to log in first."""
    kept = found(request)
    if kept is None:
        return HttpResponseRedirect(reverse("accounts:account"))
    provider = get_object_or_404(Provider.objects.on(), pk=kept["provider"])
    if not request.user.is_authenticated:
        login_url = address_of("accounts:login", request.path)
        return render(request, "members/signon/unknown.html", {"provider": provider, "login_url": login_url})
    return _link(request, provider, kept)


@fresh_code_required
def _link(request, provider, kept):
    """Ask whether it is the same person, and link: only the person's own word joins the two."""
    if request.method == "POST":
        forget_found(request)
        _link_and_tell(request, provider, kept)
        return HttpResponseRedirect(reverse("accounts:account"))
    return render(request, "members/signon/link.html", {"provider": provider, "shown": kept["shown"]})


def _link_and_tell(request, provider, kept):
    who = {"issuer": kept["issuer"], "subject": kept["subject"]}
    try:
        services.link_identity(provider=provider, by=request.user, **who)
    except services.NotOfOrganisation:
        messages.error(request, _("Du deltar inte för den organisationen, så dess inloggning kan inte kopplas."))
    except services.BelongsToAnother:
        messages.error(request, _("Den inloggningen är redan kopplad till ett annat konto."))
    except services.AlreadyLinked:
        messages.error(request, _("Kontot är kopplat till en annan inloggning där. Ta bort den kopplingen först."))
    else:
        messages.success(request, _("Nu kan du logga in genom din organisation."))


@never_cache
@fresh_code_required
def unlink(request, pk):
    """Remove the link, after a question; the person is logged out elsewhere."""
    identity = get_visible_or_404(Identity.objects.select_related("provider__organisation"), request.user, pk)
    if request.method == "POST":
        services.unlink_identity(identity=identity, by=request.user)
        request.session.cycle_key()  # the session that asked is gone with the others
        messages.success(request, _("Kopplingen är borttagen. Du är utloggad överallt utom här."))
        return HttpResponseRedirect(reverse("accounts:account"))
    return render(request, "members/signon/unlink.html", {"identity": identity})
