"""A network's meetings: agenda, place, materials."""

import uuid

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, LockableMixin, Orderable, PreviewableMixin, RevisionMixin

from members.meetings.enums import Stage
from members.meetings.querysets import MaterialQuerySet, MeetingQuerySet
from portal.core.blocks import TextStreamBlock


class Meeting(DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, ClusterableModel):
    """One meeting of a network. What is private stays out of it: its revisions are kept for ever."""

    network = models.ForeignKey(
        "organisations.Network", verbose_name=_("nätverk"), on_delete=models.PROTECT, related_name="meetings"
    )
    number = models.PositiveSmallIntegerField(_("nummer i serien"))
    title = models.CharField(_("rubrik"), max_length=200)
    starts_at = models.DateTimeField(_("börjar"))
    ends_at = models.DateTimeField(_("slutar"))
    venue = models.CharField(_("plats"), max_length=200, blank=True)
    address = models.CharField(_("adress"), max_length=200, blank=True)
    intro = StreamField(TextStreamBlock(), verbose_name=_("inledning"), blank=True)
    thread = models.OneToOneField(
        "forum.Thread",
        verbose_name=_("tråd"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_demonstration = models.BooleanField(_("demonstration"), default=False, editable=False)
    revisions = GenericRelation("wagtailcore.Revision", related_query_name="meeting")

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("träff")
        verbose_name_plural = _("träffar")
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_it_starts"),
            models.UniqueConstraint(fields=["network", "number"], name="one_meeting_per_number_in_network"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The meeting's page in the extranet."""
        return reverse("meetings:meeting", args=[self.pk])

    def with_content_json(self, content):
        """Restore a version, all but what is not written by hand: of that, a version knows only how it once was."""
        restored = super().with_content_json(content)
        restored.network_id = self.network_id
        restored.thread_id = self.thread_id
        restored.is_demonstration = self.is_demonstration
        return restored

    def serve_preview(self, request, mode_name):
        """Answer with the page that participants see, of the draft."""
        return import_string("members.meetings.views.preview")(request, self)


class AgendaItem(Orderable):
    """A point of the agenda. Its uuid is stable, so that materials keep their place when a draft is published."""

    meeting = ParentalKey(Meeting, on_delete=models.CASCADE, related_name="agenda_items")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    starts_at = models.TimeField(_("börjar"))
    ends_at = models.TimeField(_("slutar"), null=True, blank=True)
    title = models.CharField(_("rubrik"), max_length=200)
    speaker = models.CharField(_("medverkande"), max_length=200, blank=True)
    text = models.TextField(_("beskrivning"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("programpunkt")
        verbose_name_plural = _("programpunkter")

    def __str__(self):
        return self.title


class VideoLink(models.Model):
    """The meeting's video link: private, so outside the revisioned model."""

    meeting = models.OneToOneField(
        Meeting, verbose_name=_("träff"), on_delete=models.CASCADE, related_name="video_link"
    )
    url = models.URLField(_("videolänk"), max_length=500)

    class Meta:
        verbose_name = _("videolänk")
        verbose_name_plural = _("videolänkar")

    def __str__(self):
        return str(self.meeting)


class Material(models.Model):
    """A file that belongs to a meeting, or to one point of its agenda."""

    meeting = models.ForeignKey(Meeting, verbose_name=_("träff"), on_delete=models.PROTECT, related_name="materials")
    agenda_item = models.ForeignKey(
        AgendaItem,
        verbose_name=_("programpunkt"),
        to_field="uuid",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="materials",
    )
    file = models.OneToOneField(
        "files.PrivateFile", verbose_name=_("fil"), on_delete=models.PROTECT, related_name="material"
    )
    title = models.CharField(_("rubrik"), max_length=200)
    stage = models.CharField(_("när"), max_length=10, choices=Stage.choices, default=Stage.BEFORE)
    created_at = models.DateTimeField(_("tillagt"), auto_now_add=True)

    objects = MaterialQuerySet.as_manager()

    class Meta:
        verbose_name = _("material")
        verbose_name_plural = _("material")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return self.title
