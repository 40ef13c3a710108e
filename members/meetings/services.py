"""What is done to meetings beside what Wagtail saves: materials, the video link, and what publishing leads to."""

from django.db import transaction

from members.audit.services import record
from members.files import services as files
from members.forum import services as forum
from members.forum.enums import Shelf
from members.meetings.enums import Stage
from members.meetings.models import Material, Meeting, VideoLink

MATERIAL_KIND = "meetings.material"


@transaction.atomic
def add_materials(*, meeting, uploads, by, stage=Stage.BEFORE, agenda_item=None, title=""):
    """Store files as materials of the meeting, or of one point of its agenda; return them in order.

    A title is for a single file; several are called what their files are called.
    Raises ValidationError for a file that members.files.validators refuses: then none of them is kept.
    """
    materials = []
    for upload in uploads:
        file = files.store(upload=upload, kind=MATERIAL_KIND, by=by, network=meeting.network)
        name = title if title and len(uploads) == 1 else file.name.rpartition(".")[0] or file.name
        material = Material.objects.create(
            meeting=meeting, agenda_item=agenda_item, file=file, title=name[:200], stage=stage
        )
        record(action="meetings.add_material", by=by, obj=material, network=meeting.network)
        materials.append(material)
    return materials


@transaction.atomic
def change_material(*, material, by, title, stage, agenda_item=None):
    """Change what a material is called and where it is shown; its link stays."""
    material.title, material.stage, material.agenda_item = title, stage, agenda_item
    material.save(update_fields=["title", "stage", "agenda_item"])
    network = material.meeting.network
    record(
        action="meetings.change_material",
        by=by,
        obj=material,
        network=network,
        fields=["title", "stage", "agenda_item"],
    )
    return material


@transaction.atomic
def remove_material(*, material, by):
    """Take a material away, its file too."""
    network = material.meeting.network
    record(action="meetings.remove_material", by=by, obj=material, network=network)
    file = material.file
    material.delete()
    files.remove(file=file, by=by, network=network)


@transaction.atomic
def set_video_link(*, meeting, url, by):
    """Keep the meeting's video link; an empty one takes it away."""
    if url:
        VideoLink.objects.update_or_create(meeting=meeting, defaults={"url": url})
    else:
        VideoLink.objects.filter(meeting=meeting).delete()
    record(action="meetings.set_video_link", by=by, obj=meeting, network=meeting.network, fields=["video_link"])


@transaction.atomic
def publish(*, meeting, by):
    """Do what follows when Wagtail has published a meeting, or a new version of it. `by` is None for the clock.

    The first time its thread in the forum is opened; later the thread follows the meeting's title.
    """
    record(action="meetings.publish", by=by, obj=meeting, network=meeting.network)
    # Asked again under a lock: the clock and a coordinator may publish at the same moment.
    # Without a join: PostgreSQL, having waited for the lock, knows the other's new thread by its number alone.
    meeting.thread_id = Meeting.objects.select_for_update().get(pk=meeting.pk).thread_id
    if meeting.thread_id is None:
        meeting.thread = forum.open_thread_for(
            network=meeting.network, title=meeting.title, by=by, shelf=Shelf.MEETINGS
        )
        Meeting.objects.filter(pk=meeting.pk).update(thread=meeting.thread)
    else:
        forum.rename_thread(thread=meeting.thread, title=meeting.title, by=by)


@transaction.atomic
def schedule(*, meeting, by):
    """Write down that the meeting will be published when its time comes."""
    record(action="meetings.schedule", by=by, obj=meeting, network=meeting.network)


@transaction.atomic
def unpublish(*, meeting, by):
    """Write down that Wagtail took the meeting back."""
    record(action="meetings.unpublish", by=by, obj=meeting, network=meeting.network)


@transaction.atomic
def delete(*, meeting, by):
    """Write down that Wagtail is removing the meeting."""
    record(action="meetings.delete", by=by, obj=meeting, network=meeting.network)
