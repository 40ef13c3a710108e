"""The pages of the forum."""

from django.contrib import messages
from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from members.accounts.models import User
from members.forum import services
from members.forum.emails import MUTE_SALT
from members.forum.enums import Following, Shelf
from members.forum.forms import EditForm, FollowForm, ModerateForm, ReplyForm, ThreadForm
from members.forum.models import Category, Thread
from members.forum.queries import (
    THREADS_ON_INDEX,
    PostPaginator,
    categories_of,
    page_of_post,
    page_of_threads,
    post_or_none,
)
from members.organisations.access import look_at, member_required, turn_to_opened
from portal.core import markup
from portal.core.access import get_visible_or_404, may, require
from portal.core.shared_texts import mark_of

form_methods = require_http_methods(["GET", "HEAD", "POST"])


def thread_or_404(request, pk):
    """Return the thread with the person's reading of it, and turn the page to its network."""
    threads = Thread.objects.select_related("category", "network").with_reading(request.user)
    thread = get_visible_or_404(threads, request.user, pk)
    look_at(request, thread.network_id)
    return thread


def post_or_404(request, pk, number):
    """Return the thread's post of that number, removed or not."""
    thread = thread_or_404(request, pk)
    post = thread.posts.select_related("author").filter(number=number).first()
    if post is None:
        raise Http404
    return post


@require_safe
@member_required
def index(request):
    """The categories with what is new in them, and the latest threads."""
    context = {
        "categories": categories_of(request.network, request.user),
        "page": page_of_threads(Thread.objects.filter(network=request.network), request.user, size=THREADS_ON_INDEX),
        "may_start": may(request.user, "forum.start_thread", request.network),
        "may_moderate": may(request.user, "forum.add_category", request.network),
    }
    return render(request, "members/forum/index.html", context)


@require_safe
@member_required
def threads(request):
    """All threads of the network, a page at a time."""
    return _list(request, Thread.objects.filter(network=request.network), "threads.html", {})


@require_safe
@member_required
def category(request, slug):
    """The threads of one category, a page at a time."""
    categories = Category.objects.filter(network=request.network)
    found = get_visible_or_404(categories, request.user, slug, field="slug")
    return _list(request, found.threads.all(), "category.html", {"category": found})


def _list(request, threads, template, context):
    try:
        page = page_of_threads(threads, request.user, after=request.GET.get("efter", ""))
    except ValueError as error:
        raise Http404 from error
    may_start = may(request.user, "forum.start_thread", request.network)
    context |= {"page": page, "may_start": may_start, "is_first": "efter" not in request.GET}
    return render(request, f"members/forum/{template}", context)


@form_methods
@member_required
def start(request):
    """Start a thread."""
    turn_to_opened(request)
    require(request.user, "forum.start_thread", request.network)
    wanted = Category.objects.filter(network=request.network, slug=request.GET.get("kategori", "")).first()
    form = ThreadForm(request.POST or None, network=request.network, initial={"category": wanted})
    if request.method == "POST" and form.is_valid():
        general = {"network": request.network, "shelf": Shelf.GENERAL, "by": request.user}
        shelf = form.cleaned_data.pop("category", None) or services.open_shelf(**general)
        about = {"organisation": request.organisation, "by": request.user}
        return redirect(services.start_thread(category=shelf, **about, **form.cleaned_data))
    return render(request, "members/forum/start.html", {"form": form})


@require_safe
@member_required
def thread(request, pk):
    """A thread: its posts by number, a page at a time. Opening a page marks it as read."""
    found = thread_or_404(request, pk)
    page = PostPaginator(found).get_page(request.GET.get("sida"))
    may_reply = may(request.user, "forum.reply_thread", found)
    context = {
        "thread": found,
        "page_obj": page,
        "form": ReplyForm() if may_reply and not page.has_next() else None,
        "follow_form": FollowForm(initial={"following": _following(found)}),
        "may_reply": may_reply,
        "may_moderate": may(request.user, "forum.moderate_thread", found),
        **_news(found),
    }
    if page.object_list:
        services.mark_read(thread=found, number=page.object_list[-1].number, by=request.user)
    return render(request, "members/forum/thread.html", context)


def _news(thread):
    """Where the new posts begin, for whoever has read some; all is new to the others, and so nothing is."""
    if not 0 < thread.read_number < thread.last_number:
        return {}
    first_new = thread.read_number + 1
    return {"first_new": first_new, "first_new_url": page_of_post(thread, first_new)}


def _following(thread):
    if thread.is_muted:
        return Following.MUTE
    return Following.FOLLOW if thread.is_followed else Following.NORMAL


@require_safe
@member_required
def first_unread(request, pk):
    """Lead to the first post that the person has not read, else to the last one."""
    found = thread_or_404(request, pk)
    if not found.last_number:
        return redirect(found)
    return redirect(page_of_post(found, min(found.read_number + 1, found.last_number)))


@require_safe
@member_required
def post(request, pk, number):
    """A post's stable address: leads to where it stands now."""
    found = post_or_404(request, pk, number)
    return redirect(page_of_post(found.thread, number))


@form_methods
@member_required
def reply(request, pk):
    """Answer in a thread; ?citera=3 begins with a quotation of post 3."""
    found = thread_or_404(request, pk)
    turn_to_opened(request)
    require(request.user, "forum.reply_thread", found)
    quoted = _quotation(found, request.GET.get("citera", ""))
    form = ReplyForm(request.POST or None, initial={"source": quoted})
    if request.method == "POST" and form.is_valid():
        try:
            about = {"organisation": request.organisation, "by": request.user}
            written = services.reply(thread=found, **about, **form.cleaned_data)
            return redirect(page_of_post(written.thread, written.number))
        except services.ThreadIsLocked:
            form.add_error(None, _("Tråden låstes medan du skrev. Ditt svar är inte publicerat; kopiera texten."))
    return render(request, "members/forum/reply.html", {"thread": found, "form": form})


def _quotation(thread, number):
    quoted = post_or_none(thread, int(number)) if number.isascii() and number.isdigit() and len(number) < 9 else None
    if quoted is None:
        return ""
    author = markup.escape(str(quoted.author or _("Tidigare deltagare")))
    heading = _("[%(author)s](%(url)s) skrev:") % {"author": author, "url": quoted.get_absolute_url()}
    return markup.quote(quoted.source, heading=heading)


@form_methods
@member_required
def edit_post(request, pk, number):
    """Change one's own post."""
    found = post_or_404(request, pk, number)
    require(request.user, "forum.change_post", found)
    form = EditForm(request.POST or None, initial={"source": found.source, "opened": mark_of(found.source)})
    context, status = {"thread": found.thread, "post": found, "form": form}, 200
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_post(post=found, by=request.user, **form.cleaned_data)
            return redirect(page_of_post(found.thread, number))
        except services.StaleEdit as stale:
            form.go_on_from(stale.post.source)
            context["saved"], status = stale.post, 409
    return render(request, "members/forum/edit_post.html", context, status=status)


@form_methods
@member_required
def remove_post(request, pk, number):
    """Ask, then take the post away."""
    found = post_or_404(request, pk, number)
    require(request.user, "forum.delete_post", found)
    if request.method == "POST":
        services.remove_post(post=found, by=request.user)
        messages.success(request, _("Inlägget är borttaget. Du kan ångra dig i en timme."))
        return redirect(page_of_post(found.thread, number))
    return render(request, "members/forum/remove_post.html", {"thread": found.thread, "post": found})


@require_POST
@member_required
def restore_post(request, pk, number):
    """Put a removed post back."""
    found = post_or_404(request, pk, number)
    require(request.user, "forum.restore_post", found)
    try:
        services.restore_post(post=found, by=request.user)
    except services.TooLateToRestore:
        messages.error(request, _("Det har gått för lång tid: inlägget kan inte återställas."))
    return redirect(page_of_post(found.thread, number))


@form_methods
@member_required
def follow(request, pk):
    """Choose how closely to follow the thread."""
    found = thread_or_404(request, pk)
    sent = request.POST if request.method == "POST" else None
    form = FollowForm(sent, initial={"following": _following(found)})
    if form.is_valid():
        services.follow(thread=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("Bevakningen är ändrad."))
        return redirect(found)
    return render(request, "members/forum/follow.html", {"thread": found, "form": form})


# The mail program itself may post here (RFC 8058), without a cookie; the signed address is the right to it.
@csrf_exempt
@form_methods
def mute(request, token):
    """Take no more mail of a thread, from the link in a mail; the page says nothing of the thread."""
    try:
        user_pk, thread_pk = signing.loads(token, salt=MUTE_SALT)
    except signing.BadSignature as error:
        raise Http404 from error
    if request.method == "POST":
        reader, found = get_object_or_404(User, pk=user_pk), get_object_or_404(Thread, pk=thread_pk)
        services.follow(thread=found, following=Following.MUTE, by=reader)
        return redirect(f"{request.path}?klart")
    return render(request, "members/forum/mute.html", {"is_done": "klart" in request.GET})


@form_methods
@member_required
def moderate(request, pk):
    """Rename, move, pin and lock a thread."""
    found = thread_or_404(request, pk)
    require(request.user, "forum.moderate_thread", found)
    form = ModerateForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        services.moderate_thread(thread=found, by=request.user, **form.cleaned_data)
        return redirect(found)
    return render(request, "members/forum/moderate.html", {"thread": found, "form": form})


@form_methods
@member_required
def remove_thread(request, pk):
    """Ask, then take the whole thread away."""
    found = thread_or_404(request, pk)
    require(request.user, "forum.moderate_thread", found)
    if request.method == "POST":
        services.remove_thread(thread=found, by=request.user)
        messages.success(request, _("Tråden är borttagen. Bara nätverksledare ser den."))
        return redirect(found)
    return render(request, "members/forum/remove_thread.html", {"thread": found})


@require_POST
@member_required
def restore_thread(request, pk):
    """Put a removed thread back."""
    found = thread_or_404(request, pk)
    require(request.user, "forum.moderate_thread", found)
    services.restore_thread(thread=found, by=request.user)
    return redirect(found)


@require_POST
@member_required
def mark_read(request):
    """Mark all threads of the network as read."""
    services.mark_all_read(threads=Thread.objects.present().filter(network=request.network), by=request.user)
    messages.success(request, _("Alla trådar är markerade som lästa."))
    return redirect("forum:index")
