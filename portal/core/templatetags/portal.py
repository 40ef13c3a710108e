"""What every template may use: icons, addresses in the reader's language, menus, pages of a list, kinds of file.

Nothing here asks the database or the session: public pages are cached.
"""

from pathlib import PurePosixPath

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.formats import date_format, time_format
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from portal.core.caching.memory import known
from portal.core.middleware import split_language

register = template.Library()

LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}

MAIN_MENU = [
    (_("Inbjudan"), "/inbjudan/"),
    (_("Goda exempel"), "/goda-exempel/"),
    (_("Nyheter"), "/nyheter/"),
]

# extension: (icon, what a person calls it)
FILE_KINDS = {
    "pdf": ("file-text", "PDF"),
    "doc": ("file-text", "Word"),
    "docx": ("file-text", "Word"),
    "odt": ("file-text", "OpenDocument"),
    "txt": ("file-text", _("Text")),
    "xls": ("file-spreadsheet", "Excel"),
    "xlsx": ("file-spreadsheet", "Excel"),
    "ods": ("file-spreadsheet", "OpenDocument"),
    "csv": ("file-spreadsheet", "CSV"),
    "ppt": ("presentation", "PowerPoint"),
    "pptx": ("presentation", "PowerPoint"),
    "odp": ("presentation", "OpenDocument"),
    "jpg": ("file-image", _("Bild")),
    "jpeg": ("file-image", _("Bild")),
    "png": ("file-image", _("Bild")),
    "webp": ("file-image", _("Bild")),
    "zip": ("file-archive", "ZIP"),
    "ics": ("calendar", _("Kalender")),
}


@register.filter
def breakable(address):
    """Write an e-mail address so that a narrow column breaks it after its @ or before a dot, and nowhere else."""
    return mark_safe(escape(address).replace("@", "@<wbr>").replace(".", "<wbr>."))  # noqa: S308 (escaped first)


@register.filter
def initials(name):
    """Give the first letters of the first and the last of the names: PG of Per-Olof Grahn."""
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(word[0] for word in dict.fromkeys((words[0], words[-1]))).upper() if words else ""


@register.filter
def dialled(phone):
    """Give a phone number as a link dials it: what people put in between for the eye is left out."""
    return "".join(sign for sign in phone if sign.isdecimal() or sign == "+")


@register.simple_tag
def icon(name, label=""):
    """Draw an icon of the sprite; silent to screen readers unless it has a label."""
    href = f"{static('icons/sprite.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}" viewBox="0 0 24 24"><use href="{}"></use></svg>', label, href
        )
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false" viewBox="0 0 24 24"><use href="{}"></use></svg>', href
    )


@register.simple_tag(takes_context=True)
def include_kept(context, name, *keys):
    """Include a part of a page that is the same for every reader; remembered for them.

    Without keys it may differ from address to address, and is drawn anew for whoever comes with a query. With keys
    nothing but they and the language may make a difference.
    """
    request, template = context["request"], context.template.engine.get_template(name)
    if keys:
        return known(f"{name} {get_language()} {keys}", lambda: template.render(context))
    if request.META.get("QUERY_STRING"):
        return template.render(context)
    return known(f"{name} {request.path}", lambda: template.render(context))


@register.simple_tag
def address(path):
    """Give a path of the portal in the language of the page: /sok/ is /en/sok/ in English."""
    language = get_language() or settings.LANGUAGE_CODE
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"


@register.simple_tag(takes_context=True)
def main_menu(context):
    """Give the main menu: the page's own `main_menu` if it has one, else the fixed entries."""
    if "main_menu" in context:
        return context["main_menu"]
    request = context.get("request")
    here = request.path if request else ""
    return [
        {"title": title, "url": address(path), "current": current(here, address(path))} for title, path in MAIN_MENU
    ]


@register.simple_tag
def current(here, url):
    """Say how an entry of a menu relates to the page shown: "page", "true" (a page below it) or nothing."""
    if here == url:
        return "page"
    return "true" if here.startswith(url) else ""


@register.simple_tag(takes_context=True)
def language_links(context):
    """Give the page in each language: its own `language_links` if it has them, else the same path and query."""
    if context.get("language_links"):
        return context["language_links"]
    request = context.get("request")
    if request is None:
        return []
    path, _mark, query = request.get_full_path().partition("?")
    _code, bare = split_language(path)
    links = []
    for code, _name in settings.LANGUAGES:
        url = bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}"
        links.append({"code": code, "name": LANGUAGE_NAMES[code], "url": f"{url}?{query}" if query else url})
    return links


@register.simple_block_tag
def breadcrumbs(content):
    """Draw the way down to a page from the rows between the tags: `{% breadcrumbs %}<li>…</li>{% endbreadcrumbs %}`."""
    return render_to_string("components/breadcrumbs.html", {"content": content})


@register.simple_tag(takes_context=True)
def page_links(context, page, param=""):
    """Give the links of a pagination, with the rest of the query string kept."""
    param = param or "page"
    query = context["request"].GET.copy()

    def link(number):
        query[param] = number
        return f"?{query.urlencode()}"

    numbers = []
    for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
        is_page = isinstance(number, int)
        numbers.append({"number": number, "url": link(number) if is_page else "", "current": number == page.number})
    return {
        "numbers": numbers,
        "previous": link(page.previous_page_number()) if page.has_previous() else "",
        "next": link(page.next_page_number()) if page.has_next() else "",
    }


@register.filter
def machine_time(moment):
    """Write a moment for the attribute `datetime` of <time>: HTML allows a second no more than three decimals."""
    return localtime(moment).isoformat(timespec="seconds")


@register.filter
def when(moment):
    """Say when something happened, as a person would: "i dag 17.28", "i går 9.05", "3 mars", "3 mars 2024"."""
    moment, now = localtime(moment), localtime()
    days = (now.date() - moment.date()).days
    if days in (0, 1):
        clock = time_format(moment, gettext("G.i"))
        return (gettext("i dag %(time)s") if days == 0 else gettext("i går %(time)s")) % {"time": clock}
    return date_format(moment, "j F" if moment.year == now.year else "j F Y")


@register.simple_tag
def file_icon(file):
    """Draw the icon of a file's kind."""
    return icon(_file_kind(file)[0])


@register.simple_tag
def file_kind(file):
    """Say what kind of file it is, as a person would."""
    return _file_kind(file)[1]


def _file_kind(file):
    extension = _attribute(file, "extension") or _attribute(file, "file_extension")
    extension = extension or PurePosixPath(str(_attribute(file, "name") or "")).suffix
    extension = str(extension).lstrip(".").lower()
    return FILE_KINDS.get(extension, ("file", extension.upper() or gettext("Fil")))


def _attribute(thing, name):
    return thing.get(name) if isinstance(thing, dict) else getattr(thing, name, "")
