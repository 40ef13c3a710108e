"""The draft that a head of administration lays before the board: what joining commits to, what it costs, and
a decision to take. Everything in it comes from the invitation's fields.
"""

from urllib.parse import quote

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.module_loading import import_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from home.queries.documents import kronor, meeting_row
from portal.core import richtext
from portal.core.pages import absolute

# Named, not imported: python-docx takes 20 MB of every worker's memory, and few of them ever need it.
WORD_FILE = "portal.core.word.WordFile"


def decision(page, people):
    """Return the bytes of the draft as a Word file, for that many people."""
    title = _("Beslutsunderlag: deltagande i %(network)s") % {"network": page.title}
    draft = import_string(WORD_FILE)(
        title=title, language=get_language(), author=_("Nätverksportalen"), subject=_("Förslag till beslut")
    )
    draft.paragraph(
        _("Utkast från Nätverksportalen %(date)s. Fyll i det som står inom hakparentes, och ändra det ni vill.")
        % {"date": date_format(timezone.localdate(), "j F Y")},
        italic=True,
    )
    _head(draft)
    _proposal(draft, page, people)
    _about(draft, page)
    _commitment(draft, page)
    _schedule(draft, page)
    _cost(draft, page, people)
    _registration(draft, page)
    return draft.content()


def _head(draft):
    draft.facts(
        [
            (_("Till"), _("[styrelse eller nämnd]")),
            (_("Från"), _("[förvaltning och handläggare]")),
            (_("Diarienummer"), _("[diarienummer]")),
            (_("Sammanträde"), _("[datum]")),
        ]
    )


def _proposal(draft, page, people):
    total = page.network.price_per_person_kronor * people
    values = {"network": page.title, "people": people, "sum": kronor(total)}
    draft.heading(_("Förslag till beslut"))
    draft.paragraph(_("[Styrelsen eller nämnden] beslutar"))
    for text in (
        _("att [organisationen] deltar i nätverket ”%(network)s” med %(people)s personer,"),
        _("att arbetet mellan träffarna ingår i uppdraget för dem som deltar,"),
        _("att kostnaden, %(sum)s, betalas ur [budget och ansvar], och"),
        _("att [funktion] är kontaktperson och redovisar arbetet för [styrelsen eller nämnden] senast [datum]."),
    ):
        draft.paragraph(text % values, style="List Number")


def _about(draft, page):
    draft.heading(_("Vad nätverket är"))
    draft.paragraph(page.lead)
    if page.host:
        draft.paragraph(_("Värd: %(host)s") % {"host": page.host})
    _texts(
        draft,
        [
            (_("Bakgrund"), page.background),
            (_("Syfte"), page.purpose),
            (_("Mål"), page.goal),
            (_("Vem nätverket är för"), page.target_group),
        ],
    )


def _commitment(draft, page):
    texts = [(_("Det här krävs"), page.requirements), (_("Så arbetar nätverket"), page.approach)]
    if any(richtext.blocks(text) for _heading, text in texts):
        draft.heading(_("Vad ett deltagande innebär"))
        _texts(draft, texts)


def _texts(draft, texts):
    for heading, text in texts:
        found = richtext.blocks(text)
        if found:
            draft.heading(heading, 2)
            draft.rich(found, level=2)


def _schedule(draft, page):
    meetings = [meeting_row(meeting) for meeting in page.meetings.all()]
    if not meetings:
        return
    unknown = _("Meddelas senare")
    draft.heading(_("Tidsplan"))
    draft.table(
        [_("Träff"), _("När"), _("Tid"), _("Plats")],
        [(row["name"], row["when"], row["time"] or unknown, row["place"] or unknown) for row in meetings],
    )


def _cost(draft, page, people):
    price = page.network.price_per_person_kronor
    draft.heading(_("Kostnad"))
    draft.table(
        [_("Antal deltagare"), _("Pris per person"), _("Summa")],
        [(str(people), kronor(price), kronor(price * people))],
    )
    if page.cost_note:
        draft.paragraph(page.cost_note)
    draft.paragraph(_("Arbetstid mellan träffarna, resor och logi: [uppskattning]"))


def _registration(draft, page):
    network = page.network
    draft.heading(_("Anmälan"))
    values = {
        "date": date_format(network.last_registration_date, "j F Y"),
        "url": absolute(reverse("registration:apply", args=[network.slug])),
    }
    draft.paragraph(_("Sista anmälningsdag är %(date)s. Anmälan görs på %(url)s") % values)
    draft.paragraph(
        _(
            "Hinner beslutet inte fattas före sista dagen går det att anmäla sig ändå och ange vilken dag det ska tas. "
            "Platsen gäller då på villkor att beslutet blir ja."
        )
    )
    for contact in page.contacts.all():
        parts = (contact.name, contact.role, contact.email, contact.phone)
        draft.paragraph(", ".join(part for part in parts if part), style="List Bullet")
    draft.paragraph(_("Hela inbjudan: %(url)s") % {"url": absolute(page.get_url())})


def forwarding(page):
    """Return the mailto: address that opens a letter to a colleague in the reader's own mail program."""
    subject = _("Inbjudan: %(title)s") % {"title": page.title}
    text = _(
        "Hej!\n\nDet här kan vara något för oss: %(title)s\n\n%(lead)s\n\n"
        "Läs inbjudan: %(url)s\n\nSista anmälningsdag: %(date)s\n"
    ) % {
        "title": page.title,
        "lead": page.lead,
        "url": absolute(page.get_url()),
        "date": date_format(page.network.last_registration_date, "j F Y"),
    }
    # Line ends as RFC 6068 wants them.
    return f"mailto:?subject={quote(subject)}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
