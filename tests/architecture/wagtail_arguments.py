"""Real things for the arguments in Wagtail's addresses: a made-up id answers 404 to everybody and proves nothing."""

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import NoReverseMatch, reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Locale, Page, Site, Task, Workflow

from home.models import StandardPage


def things(world):
    """{name of an argument, or namespace.argument: its value}, made in the database."""
    root = Page.objects.get(depth=1)
    parent = Site.objects.select_related("root_page").get(is_default_site=True).root_page
    page = parent.add_child(instance=StandardPage(title="Utkast", slug="utkast-i-provet", live=False))
    revision = page.save_revision()
    image = Image.objects.create(title="Bild", file=get_test_image_file())
    document = Document.objects.create(title="Dokument", file=ContentFile(b"text", name="text.txt"))
    collection = Collection.objects.get(depth=1).add_child(name="Provets")
    workflow = Workflow.objects.first() or Workflow.objects.create(name="Provets")
    task = Task.objects.first() or Task.objects.create(name="Provets")
    return {
        "pk": page.pk,
        **dict.fromkeys(("page_id", "page_pk", "page_to_move_id"), page.pk),
        **dict.fromkeys(("parent_page_id", "destination_id"), parent.pk),
        "revision_id": revision.pk,
        **dict.fromkeys(("image_id", "wagtailimages_chooser.pk", "wagtailadmin_api:images.pk"), image.pk),
        **dict.fromkeys(
            ("document_id", "doc_id", "wagtaildocs_chooser.pk", "wagtailadmin_api:documents.pk"), document.pk
        ),
        **dict.fromkeys(("collection_id", "wagtailadmin_collections.pk"), collection.pk),
        **dict.fromkeys(("workflow_pk", "wagtailadmin_workflows.pk"), workflow.pk),
        **dict.fromkeys(("task_id", "wagtailadmin_workflows:edit_task.pk"), task.pk),
        "wagtailsites.pk": Site.objects.get().pk,
        "wagtaillocales.pk": Locale.objects.first().pk,
        "wagtailusers_users.pk": world.bo.pk,
        "wagtailusers_groups.pk": Group.objects.create(name="Provets").pk,
        **dict.fromkeys(("content_type_app_name", "app_label", "app_name"), "home"),
        **dict.fromkeys(("content_type_model_name", "model_name"), "standardpage"),
        "action": "delete",
        "action_name": "unpublish",
        "object_id": page.pk,
        "filter_spec": "width-100",
        "root": root.pk,
    }


def path_of(address, found):
    """The address as a path, or None when it has no name or asks for what there is not."""
    if not address.name or address.name.endswith(":"):
        return None
    namespace = address.name.rpartition(":")[0]
    arguments = {}
    for name in address.arguments:
        for key in (f"{address.name}.{name}", f"{namespace}.{name}", name):
            if key in found:
                arguments[name] = found[key]
                break
        else:
            arguments[name] = 1
    try:
        return reverse(address.name, kwargs=arguments)
    except NoReverseMatch:
        return None
