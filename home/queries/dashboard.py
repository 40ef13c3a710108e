"""What awaits a person in Wagtail's admin: a few rows of each kind, of what the person may do something about."""

import datetime
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from casestudies.enums import AdaptationState
from casestudies.models import Adaptation, ExamplePage, Tip
from home.models import AccessibilityMessage, AccessibilityPage

ROWS = 5
REVIEW_EVERY = datetime.timedelta(days=365)
# So that the review comes before its time, not after.
WARNING = datetime.timedelta(days=30)


@dataclass(frozen=True)
class Group:
    """Things of one kind: how many, and the first few as (title, address, remark)."""

    title: str
    count: int
    rows: list
    more: str = ""


def awaiting(user):
    """Return the groups that hold anything, the most pressing first."""
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change").order_by("title")
    groups = [
        _messages(user),
        _adaptations(user),
        _tips(user),
        _reviews(pages),
        _untranslated(pages),
        _overtaken(pages),
        _own_drafts(pages, user),
    ]
    return [group for group in groups if group and group.count]


def _day(moment):
    return date_format(timezone.localtime(moment) if isinstance(moment, datetime.datetime) else moment, "j F Y")


def _edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _group(title, queryset, row, more=""):
    return Group(title, queryset.count(), [row(thing) for thing in queryset[:ROWS]], more)


def _snippets(user, queryset, title):
    """What lies in a list of Wagtail's, for whoever may change it."""
    meta = queryset.model._meta
    if not user.has_perm(f"{meta.app_label}.change_{meta.model_name}"):
        return None
    name = f"wagtailsnippets_{meta.app_label}_{meta.model_name}"
    return _group(
        title,
        queryset,
        lambda thing: (str(thing), reverse(f"{name}:edit", args=[thing.pk]), _day(thing.sent_at)),
        reverse(f"{name}:list"),
    )


def _messages(user):
    messages = AccessibilityMessage.objects.filter(is_handled=False).order_by("sent_at")
    return _snippets(user, messages, _("Hinder som någon har berättat om"))


def _adaptations(user):
    waiting = Adaptation.objects.filter(state=AdaptationState.WAITING).order_by("sent_at")
    return _snippets(user, waiting, _("”Vi har använt det här” att läsa"))


def _tips(user):
    """Tips whose drafts are still drafts, for whoever may edit examples."""
    if not user.has_perm("casestudies.view_tip"):
        return None
    tips = Tip.objects.filter(page__live=False).select_related("page").order_by("sent_at")
    return _group(
        _("Tips om exempel att skriva klart"), tips, lambda tip: (str(tip), _edit(tip.page), _day(tip.sent_at))
    )


def _reviews(pages):
    """What was looked through almost a year ago, or never."""
    before = timezone.localdate() - REVIEW_EVERY + WARNING
    examples = ExamplePage.objects.filter(Q(reviewed_date__lt=before) | Q(reviewed_date=None)).values("pk")
    statements = AccessibilityPage.objects.filter(Q(assessed_date__lt=before) | Q(assessed_date=None)).values("pk")
    due = pages.filter(Q(pk__in=examples) | Q(pk__in=statements), live=True).order_by("last_published_at")
    return _group(
        _("Dags att se över"), due, lambda page: (page.title, _edit(page), _("senast granskat för snart ett år sedan"))
    )


def _swedish(pages):
    """The published Swedish pages, with their English: `english_pk` is None without any, `english_at` while a draft."""
    english = Page.objects.filter(translation_key=OuterRef("translation_key"), locale__language_code="en")
    return pages.filter(live=True, depth__gt=1, locale__language_code="sv").annotate(
        english_pk=Subquery(english.values("pk")[:1]),
        english_at=Subquery(english.filter(live=True).values("last_published_at")[:1]),
        is_english_live=Exists(english.filter(live=True)),
    )


def _untranslated(pages):
    return _group(
        _("Saknar engelska"),
        _swedish(pages).filter(is_english_live=False).order_by("-pk"),
        lambda page: (page.title, _translation_of(page), _("översättningen är ett utkast") if page.english_pk else ""),
    )


def _translation_of(page):
    """Where the translation begins, or goes on."""
    if page.english_pk:
        return reverse("wagtailadmin_pages:edit", args=[page.english_pk])
    return reverse("simple_translation:submit_page_translation", args=[page.pk])


def _overtaken(pages):
    """English pages whose Swedish has been published since."""
    newer = _swedish(pages).filter(last_published_at__gt=F("english_at")).order_by("-last_published_at")
    return _group(
        _("Svenskan är nyare än engelskan"),
        newer,
        lambda page: (
            page.title,
            reverse("wagtailadmin_pages:edit", args=[page.english_pk]),
            _("svenskan ändrades %(day)s") % {"day": _day(page.last_published_at)},
        ),
    )


def _own_drafts(pages, user):
    drafts = pages.filter(has_unpublished_changes=True, latest_revision__user=user).order_by(
        "-latest_revision_created_at"
    )
    return _group(
        _("Dina utkast"),
        drafts,
        lambda page: (page.get_admin_display_title(), _edit(page), _day(page.latest_revision_created_at)),
    )
