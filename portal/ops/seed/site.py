"""The public site in both languages: home, invitations, news, pages of text, contact."""

from datetime import timedelta

from wagtail.models import Locale, Page, Site

from home.models import (
    AccessibilityIssue,
    AccessibilityMessage,
    AccessibilityPage,
    ContactPage,
    HomePage,
    InvitationContact,
    InvitationIndexPage,
    InvitationMeeting,
    InvitationPage,
    NewsIndexPage,
    NewsPage,
    PortalSettings,
    StandardPage,
)
from portal.ops.seed import prose
from portal.ops.seed.content import invitations, legal, news, site
from portal.ops.seed.content.networks import running_meetings
from portal.ops.seed.memory import moment

LANGUAGES = ("sv", "en")
FACTS = ("background", "purpose", "goal", "target_group", "requirements", "approach")


def fill(world):
    """Make the pages, and return the two home pages by language."""
    home = start(_home_body)
    pages_of_text(home)
    _news(world, home)
    AccessibilityMessage.objects.create(text=legal.BARRIER, address="/goda-exempel/?vy=karta", language="sv")
    _invitations(world, home)
    settings = PortalSettings.for_site(Site.objects.get(is_default_site=True))
    settings.invitation_network = world.networks["founding"]
    settings.contact_email = site.CONTACT_EMAIL
    settings.save()
    return home


def add(parents, model, **values):
    """Add a page in both languages below its parents; a value that is a dictionary holds one for each language."""
    pages = {}
    for language in LANGUAGES:
        own = {name: value[language] if isinstance(value, dict) else value for name, value in values.items()}
        page = model(locale=locale(language), **own)
        if pages:
            page.translation_key = pages["sv"].translation_key
        parents[language].add_child(instance=page)
        pages[language] = page
    return pages


def locale(language):
    """Return Wagtail's locale, made at need."""
    return Locale.objects.get_or_create(language_code=language)[0]


def both(text, change=str):
    """Return {"sv": …, "en": …} of a text, each changed by `change`."""
    return {"sv": change(text.sv), "en": change(text.en)}


def pages_of_text(home, **values):
    """Make the pages that tell of the portal, of contact and of the reader's rights."""
    for text in (site.ABOUT, site.NETWORKS):
        add(home, StandardPage, **_standard(text), **values)
    add(home, ContactPage, **_standard(site.CONTACT), **values)
    _accessibility(home, **values)
    for text in (legal.PRIVACY, legal.COOKIES):
        add(home, StandardPage, reviewed_date=legal.REVIEWED, **_standard(text), **values)


def _accessibility(home, **values):
    """The accessibility statement, with what is known to be amiss."""
    text = legal.ACCESSIBILITY
    pages = add(
        home,
        AccessibilityPage,
        slug=text["slug"],
        title=both(text["title"]),
        summary=both(text["lead"]),
        search_description=both(text["lead"]),
        organisation=both(text["organisation"]),
        assessed_by=both(text["assessed_by"]),
        assessed_date=legal.REVIEWED,
        reviewed_date=legal.REVIEWED,
        **{name: both(text[name], prose.html) for name in ("scope", "help_text", "technical", "outside", "method")},
        **values,
    )
    for language, page in pages.items():
        for order, issue in enumerate(text["issues"]):
            own = {name: getattr(value, language, value) for name, value in issue.items()}
            AccessibilityIssue.objects.create(page=page, sort_order=order, **own)


def start(body=lambda language: ()):
    """Put the two home pages, with a body in each language, in place of the page that Wagtail's migrations leave."""
    root = Page.get_first_root_node()
    welcome = list(root.get_children())
    home = add(
        dict.fromkeys(LANGUAGES, root),
        HomePage,
        slug={"sv": "hem", "en": "hem-en"},
        title=both(site.HOME["title"]),
        seo_title=both(site.HOME["seo_title"]),
        search_description=both(site.HOME["lead"]),
        heading=both(site.HOME["headline"]),
        lead=both(site.HOME["lead"]),
        steps={language: _steps(language) for language in LANGUAGES},
        body={language: body(language) for language in LANGUAGES},
    )
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": home["sv"], "site_name": "Nätverksportalen"},
    )
    for page in welcome:
        page.delete()
    return home


def _home_body(language):
    title, note = (getattr(site.HOME[name], language) for name in ("note_title", "note"))
    return [{"type": "callout", "value": {"title": title, "text": prose.html(note)}}]


def _steps(language):
    """The three things that one can do: a Text is in the language, a word of the code is itself."""
    return [
        {"type": "step", "value": {name: getattr(value, language, value) for name, value in step.items()}}
        for step in site.HOME["steps"]
    ]


def _standard(text):
    return {
        "slug": text["slug"],
        "title": both(text["title"]),
        "summary": both(text["lead"]),
        "search_description": both(text["lead"]),
        "body": both(text["body"], prose.stream),
    }


def _news(world, home):
    index = add(home, NewsIndexPage, slug="nyheter", title=both(news.TITLE), lead=both(news.LEAD))
    for text in news.NEWS:
        at = moment(world.day, -text["days_ago"])
        pages = add(
            index,
            NewsPage,
            slug=text["slug"],
            title=both(text["title"]),
            summary=both(text["lead"]),
            search_description=both(text["lead"]),
            body=both(text["body"], prose.stream),
            date=world.day - timedelta(days=text["days_ago"]),
            first_published_at=at,
            last_published_at=at,
            is_demonstration=True,
        )
        world.moving += pages.values()


def _invitations(world, home):
    index = add(home, InvitationIndexPage, slug="inbjudan", title=both(invitations.TITLE))
    founding_invitation(index, world.networks["founding"])
    running = _invitation(index, invitations.RUNNING, world.networks["running"], is_demonstration=True)
    for page in running.values():
        world.moving += [
            _running_meeting(world, page, number, text)
            for number, text in enumerate(running_meetings.MEETINGS, start=1)
        ]
        _contacts(page, invitations.RUNNING["contacts"])


def founding_invitation(index, network):
    """Make the invitation that the portal began with; it is no demonstration."""
    for page in _invitation(index, invitations.FOUNDING, network).values():
        for number, text in enumerate(invitations.FOUNDING["meetings"], start=1):
            _founding_meeting(page, number, text)
        _contacts(page, invitations.FOUNDING["contacts"])


def _invitation(index, text, network, **values):
    return add(
        index,
        InvitationPage,
        network=network,
        slug=network.slug,
        title=both(text["title"]),
        lead=both(text["lead"], prose.plain),
        search_description=both(text["lead"], prose.plain),
        host=both(text["host"]),
        cost_note=both(text["price_note"]),
        registration_note=both(text["registration"], prose.html),
        **{name: both(text[name], prose.html) for name in FACTS},
        **values,
    )


def _founding_meeting(page, number, text):
    language = page.locale.language_code
    InvitationMeeting.objects.create(
        page=page,
        sort_order=number,
        number=number,
        when_text=getattr(text["when"], language),
        date=text.get("date"),
        starts=text.get("start"),
        ends=text.get("end"),
        place=getattr(text["place"], language) if "place" in text else "",
    )


def _running_meeting(world, page, number, text):
    return InvitationMeeting.objects.create(
        page=page,
        sort_order=number,
        number=number,
        date=world.day + timedelta(days=text["days"]),
        starts=text["start"],
        ends=text["end"],
        place=f"{text['venue']}, {text['city']}",
    )


def _contacts(page, contacts):
    language = page.locale.language_code
    for order, contact in enumerate(contacts):
        InvitationContact.objects.create(
            page=page,
            sort_order=order,
            name=contact["name"],
            role=getattr(contact["role"], language),
            email=contact["email"],
            phone=contact["phone"],
        )
