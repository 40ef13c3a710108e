"""Talk between the participants of one network.

`wagtail_reference_index_ignore`: Wagtail would note the references of every row, in a task for each.
"""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.forum.enums import Sensitivity
from members.forum.querysets import CategoryQuerySet, PostQuerySet, ThreadQuerySet

# How long whoever removed a post may put it back.
UNDO_FOR = timedelta(hours=1)


class Category(models.Model):
    """A shelf of threads in one network, with how much a mail may tell of them."""

    network = models.ForeignKey(
        "organisations.Network", verbose_name=_("nätverk"), on_delete=models.PROTECT, related_name="categories"
    )
    name = models.CharField(_("namn"), max_length=100)
    slug = models.SlugField(_("adress"), max_length=60)
    description = models.CharField(_("beskrivning"), max_length=300, blank=True)
    sensitivity = models.CharField(
        _("känslighet"), max_length=10, choices=Sensitivity.choices, default=Sensitivity.NETWORK
    )
    sort_order = models.PositiveSmallIntegerField(_("ordning"), default=0)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("kategori")
        verbose_name_plural = _("kategorier")
        ordering = ["sort_order", "name"]
        constraints = [
            models.UniqueConstraint(fields=["network", "slug"], name="one_category_per_address_in_network"),
        ]

    def __str__(self):
        return self.name


class Thread(models.Model):
    """A conversation. Its counters are kept by the services, so that lists need not count."""

    wagtail_reference_index_ignore = True

    network = models.ForeignKey(
        "organisations.Network", verbose_name=_("nätverk"), on_delete=models.PROTECT, related_name="threads"
    )
    category = models.ForeignKey(Category, verbose_name=_("kategori"), on_delete=models.PROTECT, related_name="threads")
    title = models.CharField(_("rubrik"), max_length=200)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("startad av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    author_organisation = models.CharField(_("startad för"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("startad"), auto_now_add=True)
    is_pinned = models.BooleanField(_("fäst överst"), default=False)
    is_locked = models.BooleanField(_("låst"), default=False)
    post_count = models.PositiveIntegerField(_("antal inlägg"), default=0)
    last_number = models.PositiveIntegerField(_("senaste inläggets nummer"), default=0)
    last_post_at = models.DateTimeField(_("senaste inlägg"), default=timezone.now)
    last_author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("senast av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    removed_at = models.DateTimeField(_("borttagen"), null=True, blank=True, editable=False)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("tråd")
        verbose_name_plural = _("trådar")
        ordering = ["-is_pinned", "-last_post_at", "-pk"]
        indexes = [
            models.Index(
                F("network"), F("is_pinned").desc(), F("last_post_at").desc(), F("id").desc(), name="thread_list"
            ),
            models.Index(
                F("category"), F("is_pinned").desc(), F("last_post_at").desc(), F("id").desc(), name="category_list"
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The thread's page in the extranet."""
        return reverse("forum:thread", args=[self.pk])

    @property
    def is_removed(self):
        """Whether the coordinator has taken the whole thread away."""
        return self.removed_at is not None


class Post(models.Model):
    """One contribution. Its number within the thread never changes; a removed one leaves its place."""

    wagtail_reference_index_ignore = True

    thread = models.ForeignKey(Thread, verbose_name=_("tråd"), on_delete=models.CASCADE, related_name="posts")
    number = models.PositiveIntegerField(_("nummer"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    author_organisation = models.CharField(_("för"), max_length=200, blank=True)
    html = models.TextField(_("text"), help_text="Sanitised HTML, safe to show.")
    source = models.TextField(_("text som den skrevs"), blank=True)
    created_at = models.DateTimeField(_("skrivet"), auto_now_add=True)
    edited_at = models.DateTimeField(_("ändrat"), null=True, blank=True)
    deleted_at = models.DateTimeField(_("borttaget"), null=True, blank=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("borttaget av"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # Set with the post, cleared when those who follow the thread have been told: nothing is lost with a worker.
    is_to_be_told = models.BooleanField(default=False, editable=False)
    # The browser's own key for this post: sending the form twice gives one post.
    submission_key = models.UUIDField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("inlägg")
        verbose_name_plural = _("inlägg")
        ordering = ["number"]
        indexes = [
            models.Index(fields=["created_at"], condition=Q(is_to_be_told=True), name="posts_to_be_told"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="one_post_per_number"),
            models.UniqueConstraint(
                fields=["author", "submission_key"],
                condition=Q(submission_key__isnull=False),
                name="one_post_per_sending",
            ),
        ]

    def __str__(self):
        return f"#{self.number}"

    def get_absolute_url(self):
        """The post's stable address, whichever page of the thread it stands on."""
        return reverse("forum:post", args=[self.thread_id, self.number])

    @property
    def is_removed(self):
        """Whether it has been taken away; its number and place remain."""
        return self.deleted_at is not None

    @property
    def can_be_restored(self):
        """Whether it was removed so recently that whoever did it may put it back."""
        return self.deleted_at is not None and self.deleted_at > timezone.now() - UNDO_FOR


class ReadMark(models.Model):
    """How far a person has read a thread, by post number."""

    wagtail_reference_index_ignore = True

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="read_marks")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="read_marks")
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("läsmarkering")
        verbose_name_plural = _("läsmarkeringar")
        constraints = [models.UniqueConstraint(fields=["user", "thread"], name="one_read_mark_per_person_and_thread")]

    def __str__(self):
        return f"{self.user_id}:{self.thread_id}"


class Follow(models.Model):
    """A person follows a thread and is told of replies: its author and everybody who has written in it."""

    wagtail_reference_index_ignore = True

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follows")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="follows")
    is_muted = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("bevakning")
        verbose_name_plural = _("bevakningar")
        constraints = [models.UniqueConstraint(fields=["user", "thread"], name="one_follow_per_person_and_thread")]

    def __str__(self):
        return f"{self.user_id}:{self.thread_id}"
