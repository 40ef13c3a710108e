"""Work between meetings: what is asked, what each organisation answers, and what it hears back."""

import uuid

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, LockableMixin, Orderable, PreviewableMixin, RevisionMixin

from members.assignments.enums import EDITABLE_STATES, SubmissionState, Visibility
from members.assignments.querysets import AssignmentQuerySet, AttachmentQuerySet, SubmissionQuerySet
from portal.core.blocks import TextStreamBlock
from portal.core.validators import refuse_personal_numbers


class Assignment(DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, ClusterableModel):
    """Something that each organisation is asked to do at home before the next meeting."""

    network = models.ForeignKey(
        "organisations.Network", verbose_name=_("nätverk"), on_delete=models.PROTECT, related_name="assignments"
    )
    before_meeting = models.ForeignKey(
        "meetings.Meeting",
        verbose_name=_("inför träffen"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assignments",
    )
    title = models.CharField(_("rubrik"), max_length=200)
    instructions = StreamField(TextStreamBlock(), verbose_name=_("instruktion"), blank=True)
    opens_at = models.DateTimeField(_("öppnar"), default=timezone.now)
    due_at = models.DateTimeField(_("svara senast"))
    cut_off_at = models.DateTimeField(
        _("stänger"), null=True, blank=True, help_text=_("Om fältet är tomt går det att svara även efter sista dagen.")
    )
    told_at = models.DateTimeField(_("deltagarna fick veta"), null=True, blank=True, editable=False)
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
    revisions = GenericRelation("wagtailcore.Revision", related_query_name="assignment")

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("uppgift")
        verbose_name_plural = _("uppgifter")
        ordering = ["due_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_at__gt=F("opens_at")),
                name="assignment_is_due_after_it_opens",
                violation_error_message=_("Sista svarsdag måste vara efter den tid då uppgiften öppnar."),
            ),
            models.CheckConstraint(
                condition=Q(cut_off_at=None) | Q(cut_off_at__gte=F("due_at")),
                name="assignment_closes_after_it_is_due",
                violation_error_message=_("Uppgiften kan inte stänga före sista svarsdag."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The assignment's page in the extranet."""
        return reverse("assignments:assignment", args=[self.pk])

    def clean(self):
        """Hold the meeting to the assignment's own network."""
        super().clean()
        if self.before_meeting_id and self.network_id and self.before_meeting.network_id != self.network_id:
            raise ValidationError({"before_meeting": _("Träffen hör till ett annat nätverk.")})

    def with_content_json(self, content):
        """Restore a version, all but what is not written by hand: of that, a version knows only how it once was."""
        restored = super().with_content_json(content)
        restored.network_id = self.network_id
        restored.thread_id = self.thread_id
        restored.told_at = self.told_at
        restored.is_demonstration = self.is_demonstration
        return restored

    def serve_preview(self, request, mode_name):
        """Answer with the page that participants see, of the draft."""
        return import_string("members.assignments.views.preview")(request, self)

    @property
    def has_opened(self):
        """Whether its opening time has come."""
        return self.opens_at <= timezone.now()

    @property
    def has_closed(self):
        """Whether its cut-off has passed; without a cut-off it stays open."""
        return self.cut_off_at is not None and self.cut_off_at <= timezone.now()

    @property
    def is_open(self):
        """Whether it can be answered now: published, opened, not closed, and in a network that is not finished."""
        return self.live and self.has_opened and not self.has_closed and not self.network.is_archived

    @property
    def is_overdue(self):
        """Whether the last day to answer has passed; one may still be able to answer."""
        return self.due_at <= timezone.now()


class Question(Orderable):
    """One question of an assignment; answers point to its uuid, so that they survive an edited draft."""

    assignment = ParentalKey(Assignment, on_delete=models.CASCADE, related_name="questions")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    text = models.CharField(_("fråga"), max_length=300)
    help_text = models.CharField(_("hjälptext"), max_length=500, blank=True)
    is_required = models.BooleanField(_("måste besvaras"), default=True)

    class Meta(Orderable.Meta):
        verbose_name = _("fråga")
        verbose_name_plural = _("frågor")

    def __str__(self):
        return self.text


class Submission(models.Model):
    """An organisation's answer to an assignment: one, written together, owned by the organisation."""

    assignment = models.ForeignKey(
        Assignment, verbose_name=_("uppgift"), on_delete=models.PROTECT, related_name="submissions"
    )
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="submissions",
    )
    state = models.CharField(_("läge"), max_length=10, choices=SubmissionState.choices, default=SubmissionState.DRAFT)
    visibility = models.CharField(
        _("vem får läsa"), max_length=10, choices=Visibility.choices, default=Visibility.INTERNAL
    )
    edit_number = models.PositiveIntegerField(
        _("ändringsnummer"), default=0, help_text=_("Ökar vid varje ändring, så att ingen skriver över någon annan.")
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("senast ändrat av"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    updated_at = models.DateTimeField(
        _("senast ändrat"), default=timezone.now, help_text=_("När organisationen senast ändrade text eller bilagor.")
    )
    submitted_at = models.DateTimeField(_("inskickat"), null=True, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("svar")
        verbose_name_plural = _("svar")
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "organisation"], name="one_submission_per_organisation"),
        ]

    def __str__(self):
        return f"{self.organisation} · {self.assignment}"

    def get_absolute_url(self):
        """The page where the sent-in answer is read."""
        return reverse("assignments:submission", args=[self.pk])

    @property
    def is_sent_in(self):
        """Whether it has been handed in at least once."""
        return self.state != SubmissionState.DRAFT

    @property
    def is_editable(self):
        """Whether the organisation may still change it: until the coordinator has said that it is done."""
        return self.state in EDITABLE_STATES

    @property
    def has_unsent_changes(self):
        """Whether the organisation has changed something since it last sent in."""
        return self.is_sent_in and self.submitted_at is not None and self.updated_at > self.submitted_at


class Answer(models.Model):
    """What the organisation writes to one question, as it stands now."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="answers")
    question_uuid = models.UUIDField()
    text = models.TextField(_("svar"), blank=True, validators=[refuse_personal_numbers])

    class Meta:
        verbose_name = _("svar på fråga")
        verbose_name_plural = _("svar på frågor")
        constraints = [
            models.UniqueConstraint(fields=["submission", "question_uuid"], name="one_answer_per_question"),
        ]

    def __str__(self):
        return f"#{self.pk}"


class Attachment(models.Model):
    """A file that the organisation hands in with its answer; a removed one stays with the versions that have it."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="attachments")
    file = models.OneToOneField(
        "files.PrivateFile", verbose_name=_("fil"), on_delete=models.PROTECT, related_name="attachment"
    )
    created_at = models.DateTimeField(_("tillagd"), auto_now_add=True)
    removed_at = models.DateTimeField(_("borttagen"), null=True, blank=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("bilaga")
        verbose_name_plural = _("bilagor")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return str(self.file)


class SubmissionVersion(models.Model):
    """The submission as it was handed in, once and for all: questions and answers in their wording of that day."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    answers = models.JSONField(_("svar"), help_text="A list of {uuid, question, text}.")
    attachments = models.ManyToManyField(Attachment, verbose_name=_("bilagor"), blank=True, related_name="versions")
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("inskickat av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    submitted_at = models.DateTimeField(_("inskickat"), default=timezone.now)

    class Meta:
        verbose_name = _("inskickad version")
        verbose_name_plural = _("inskickade versioner")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "number"], name="one_version_per_number"),
        ]

    def __str__(self):
        return f"{self.submission} · {self.number}"


class Feedback(models.Model):
    """What the coordinator says about a handed-in version: one strength, one question, never a grade."""

    version = models.ForeignKey(SubmissionVersion, on_delete=models.CASCADE, related_name="feedback")
    strength = models.TextField(_("en styrka"), validators=[refuse_personal_numbers])
    question = models.TextField(_("en fråga"), blank=True, validators=[refuse_personal_numbers])
    outcome = models.CharField(
        _("läge efter återkopplingen"),
        max_length=10,
        choices=[(state.value, state.label) for state in (SubmissionState.RETURNED, SubmissionState.DONE)],
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("skriven"), default=timezone.now)

    class Meta:
        verbose_name = _("återkoppling")
        verbose_name_plural = _("återkopplingar")
        ordering = ["-created_at"]

    def __str__(self):
        return f"#{self.pk}"
