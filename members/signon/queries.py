"""What the pages about single sign-on show."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from members.signon.enums import Refusal
from members.signon.models import Identity, Provider

TEXTS = {
    Refusal.CANCELLED: _("Du avbröt hos din organisation, eller så fick du inte logga in där. Inget har ändrats."),
    Refusal.DOWN: _("Felet ligger inte hos dig. Försök igen om en stund, eller logga in med lösenord och kod så länge."),  # noqa: E501 (a text)
    Refusal.WRONG: _("Det som din organisations inloggning svarade stämmer inte med det vi frågade om. Därför släpps ingen in. Försök igen, och berätta för din nätverksledare om det händer en gång till."),  # noqa: E501 (a text)
    Refusal.CLOSED: _("Du deltar inte längre för organisationen, eller så är kontot stängt. Hör av dig till er kontaktperson om det är fel."),  # noqa: E501 (a text)
    Refusal.NOT_AFRESH: _("Portalen bad din organisation att fråga vem du är en gång till, men svaret visar inte att det blev gjort. Logga i stället ut och logga in med lösenord. Då får du koppla en app eller skapa en passkey."),  # noqa: E501 (a text)
    Refusal.AGAIN: _("Den tog för lång tid, hade redan använts eller började i en annan webbläsare."),
}  # fmt: skip


@dataclass
class Way:
    """One organisation's sign-on, as a person may use it: linked, or to be linked."""

    provider: Provider
    identity: Identity | None


def refusal(reason):
    """Return (title, text, status) of why nobody was let in; of an unknown reason, that one may begin anew."""
    why = Refusal(reason) if reason in Refusal.values else Refusal.AGAIN
    return why.label, TEXTS[why], 503 if why == Refusal.DOWN else 403


def ways_of(user):
    """Return the sign-ons of the person's organisations that are on, and what is linked, on or not."""
    rows = Identity.objects.visible_to(user).select_related("provider__organisation")
    linked = {row.provider_id: row for row in rows}
    organisations = {row.organisation_id for row in user.current_memberships}
    offered = Provider.objects.on().filter(organisation__in=organisations).exclude(pk__in=linked)
    ways = [Way(row.provider, row) for row in linked.values()] + [Way(row, None) for row in offered]
    return sorted(ways, key=lambda way: way.provider.organisation.name)
