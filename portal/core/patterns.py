"""The style guide: every component with believable content, for those who build and for the browser tests.

They answer in development and in tests only. The people and places in them are invented.
"""

import re
from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.contrib.messages import constants as levels
from django.contrib.messages.storage.base import Message
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.blocks import PageStreamBlock, StepBlock
from portal.core.development import development_only

LEVELS = [("framjande", _("Främjande")), ("universell", _("Universell")), ("selektiv", _("Grupper med förhöjd risk"))]


# What stands on the page, in groups, for its own navigation; a test holds the two together.
CONTENTS = [
    {
        "id": "grunden",
        "name": _("Grunden"),
        "parts": [
            ("farger", _("Färger")),
            ("text", _("Text")),
            ("skala", _("Storlekar")),
            ("rum", _("Rum")),
            ("ikoner", _("Ikoner")),
            ("rorelse", _("Rörelse")),
            ("bilder", _("Bilder")),
        ],
    },
    {
        "id": "sma-delar",
        "name": _("Små delar"),
        "parts": [("knappar", _("Knappar")), ("etiketter", _("Etiketter")), ("notiser", _("Meddelanden på sidan"))],
    },
    {
        "id": "innehallet",
        "name": _("Innehåll"),
        "parts": [
            ("hjalte", _("Startsidans början")),
            ("kort", _("Kort")),
            ("rader", _("Rader")),
            ("manniskor", _("Människor")),
            ("filer", _("Filer")),
            ("tidslinje", _("Tidslinje")),
            ("fakta", _("Fakta")),
            ("tomt", _("När det är tomt")),
            ("inlagg", _("Inlägg")),
            ("nasta", _("Nästa steg")),
            ("delar", _("Delar i en text")),
            ("steg", _("Saker man kan göra")),
            ("karta", _("Karta över länen")),
            ("dagar", _("Rader med dag")),
            ("vagar", _("Vägar vidare")),
            ("tabell", _("Tabell")),
            ("tabell-smal", _("Tabell som blir en lista på en telefon")),
        ],
    },
    {
        "id": "inmatning",
        "name": _("Formulär"),
        "parts": [("formular", _("Formulär")), ("sokruta", _("Sök och filter")), ("koder", _("Kod att kopiera"))],
    },
]
SYMBOL = re.compile(r'<symbol id="([a-z0-9-]+)"')


def icon_names():
    """Return the names of all icons of the sprite."""
    return SYMBOL.findall(Path(finders.find("icons/sprite.svg")).read_text())


def _blocks():
    """The blocks of a text that need neither picture nor file, each with the example that editors see."""
    shown = PageStreamBlock().child_blocks
    names = ("subheading", "paragraph", "quote", "callout", "question", "video", "action")
    return [(shown[name].label, shown[name].meta.template, shown[name].get_preview_value()) for name in names]


class PatternForm(forms.Form):
    """One field of each kind that the portal uses."""

    organisation = forms.CharField(label=_("Organisation"), help_text=_("Kommunens eller regionens hela namn."))
    email = forms.EmailField(label=_("E-postadress"))
    date = forms.DateField(
        label=_("Datum för beslutet"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    level = forms.ChoiceField(label=_("Nivå"), choices=[("", "–"), *LEVELS])
    visibility = forms.ChoiceField(
        label=_("Vem får läsa svaret?"),
        help_text=_("Ni kan ändra det senare."),
        widget=forms.RadioSelect,
        choices=[
            ("internal", _("Bara vi och nätverksledaren")),
            ("network", _("Nätverket")),
            ("public", _("Får användas öppet")),
        ],
    )
    levels = forms.MultipleChoiceField(
        label=_("Nivåer ni arbetar på"), required=False, widget=forms.CheckboxSelectMultiple, choices=LEVELS
    )
    text = forms.CharField(label=_("Vad har ni gjort?"), widget=forms.Textarea(attrs={"rows": 5}))
    file = forms.FileField(label=_("Bilaga"), required=False, help_text=_("PDF, Word eller bild, högst 20 MB."))
    ready = forms.BooleanField(
        label=_("Vi är beredda att arbeta mellan träffarna"),
        help_text=_("Räkna med ungefär två dagar mellan varje träff."),
    )


def _files():
    return [
        {"title": "Dagordning", "url": "#", "extension": "pdf", "size": 184_320},
        {"title": "Mall för lägesbild", "url": "#", "extension": "docx", "size": 48_900, "is_changed": True},
        {"title": "Underlag till kartläggningen", "url": "#", "extension": "xlsx", "size": 1_204_000},
        {
            "title": "Bilder från föreläsningen",
            "url": "#",
            "extension": "pptx",
            "size": 8_400_000,
            "note": "Lindåsa kommun",
        },
    ]


def _meetings():
    return [
        {"title": "Träff 1: Behov och lägesbild", "when": "6 oktober", "state": "done", "url": "#"},
        {
            "title": "Träff 2: Samverkan mellan skola, socialtjänst och polis",
            "when": "8 december",
            "state": "next",
            "url": "#",
            "text": "Norrvik, klockan 10–16.",
        },
        {"title": "Träff 3: Uppföljning", "when": "9 mars", "state": ""},
    ]


def _map():
    """Three counties of the map that portal.core.counties.county_map makes of all."""
    rows = [
        ("Norrbottens län", ("Norr-", "botten"), 150, 64, 1, 2, False),
        ("Västerbottens län", ("Väster-", "botten"), 100, 151, 4, 5, True),
        ("Jämtlands län", ("Jämt-", "land"), 200, 151, 0, 0, False),
    ]
    corners = ((0, -56), (48, -28), (48, 28), (0, 56), (-48, 28), (-48, -28))
    tiles = [
        SimpleNamespace(
            name=name, x=x, step=step, count=count, is_chosen=is_chosen, url="#karta", count_y=y - 8,
            points=" ".join(f"{x + across},{y + down}" for across, down in corners),
            rows=[(line, y + 12 + 16 * place) for place, line in enumerate(lines)],
        )
        for name, lines, x, y, step, count, is_chosen in rows
    ]  # fmt: skip
    return SimpleNamespace(tiles=tiles, by_name=tiles, legend=[(1, 1, 2), (4, 3, 5)], width=300, height=220)


def _context(request):
    return {
        "page": SimpleNamespace(seo_title="", title=_("Stil"), search_description="", summary=""),
        "crumbs": [(_("Start"), "#"), (_("Goda exempel"), "#")],
        "form": PatternForm(),
        "files": _files(),
        "meetings": _meetings(),
        "map": _map(),
        "facts": [
            (_("Plats"), "Stockholm"),
            (_("Sista dag att anmäla sig"), "15 november"),
            (_("Pris"), "8 000 kronor per person för alla träffar"),
        ],
        "steps": [_("Organisation"), _("Kontaktpersoner"), _("Beslut"), _("Granska och skicka")],
        "page_obj": Paginator(range(480), 24).get_page(request.GET.get("page", 7)),
        "icons": icon_names(),
        "sizes": ["3xl", "2xl", "xl", "l", "m", "s", "xs"],
        "spaces": ["2xs", "xs", "s", "m", "l", "xl", "2xl"],
        "contents": CONTENTS,
        "blocks": _blocks(),
        "steps_of_start": [StepBlock().get_preview_value()] * 3,
        "colours": [
            "paper",
            "frost",
            "sky",
            "ink",
            "soft",
            "line",
            "edge",
            "brand",
            "deep",
            "sun",
            "good",
            "warn",
            "bad",
        ],
    }


@development_only
def patterns(request):
    """Show every component of the public site and the extranet."""
    return render(request, "patterns/patterns.html", _context(request))


@development_only
def form_with_errors(request):
    """Show a form that was sent in empty: the summary, the marked fields, the focus."""
    shared = PatternForm(prefix="shared", initial={"text": "Vi har bjudit in rektorerna på kaffe."})
    return render(
        request,
        "patterns/form_with_errors.html",
        {
            "form": PatternForm({}),
            "shared": SimpleNamespace(
                rows=[(shared["text"], "", "Vi har ringt rektorerna."), (shared["email"], "", None)]
            ),
            "conflict": SimpleNamespace(updated_by="Cecilia Ek", updated_at=timezone.now()),
        },
    )


@development_only
def extranet(request):
    """Show the extranet's frame as someone in two networks and two organisations sees it, in a finished one."""
    running = SimpleNamespace(pk=1, local_name="Förebyggande arbete 2026", is_archived=False)
    finished = SimpleNamespace(pk=2, local_name="Förebyggande arbete mot våldsbejakande extremism", is_archived=True)
    request.network = finished
    request.user = SimpleNamespace(pk=0, is_authenticated=True, get_short_name="Amina", current_memberships=[])
    lindasa, norrvik = SimpleNamespace(name="Lindåsa kommun"), SimpleNamespace(name="Norrviks kommun")
    places = [(running, lindasa), (finished, lindasa), (finished, norrvik)]
    request.places = [SimpleNamespace(network=network, organisation=own) for network, own in places]
    request.organisation, request.acts_for_several = lindasa, True
    said = [
        Message(levels.SUCCESS, _("Svaret är sparat.")),
        Message(levels.ERROR, _("Filen gick inte att spara.")),
    ]
    return render(request, "patterns/extranet.html", _context(request) | {"messages": said})


@development_only
def email(request):
    """Show the frame of the e-mails."""
    return render(request, "patterns/email.html", {"action_url": "#", "action": _("Läs och svara")})


app_name = "patterns"
urlpatterns = [
    path("", patterns, name="patterns"),
    path("fel/", form_with_errors, name="form_with_errors"),
    path("deltagare/", extranet, name="extranet"),
    path("mejl/", email, name="email"),
]
