"""What stands before every view of a scoped viewset."""

from functools import wraps

from django.contrib.admin.utils import unquote
from django.core.exceptions import ImproperlyConfigured, PermissionDenied, ValidationError
from django.http import Http404, HttpResponseBadRequest, HttpResponseNotAllowed
from django.utils.datastructures import MultiValueDictKeyError
from wagtail.models import TaskState

#: What each of Wagtail's views asks, by the name of its URL. A name that is missing here is a view that nobody has
#: thought about: the viewset refuses to start, with the way out in its message.
ACTIONS = {
    # the listing
    "list": "administer",
    "list_results": "administer",
    "add": "add",
    "edit": "change",
    "copy": "add",
    "delete": "delete",
    "inspect": "administer",
    "usage": "administer",
    "history": "administer",
    "history_results": "administer",
    "reorder": "change",
    # previews and revisions
    "preview_on_add": "add",
    "preview_on_edit": "change",
    "revisions_view": "administer",
    "revisions_revert": "change",
    "revisions_compare": "administer",
    "revisions_unschedule": "publish",
    "unpublish": "publish",
    # locks and workflow
    "lock": "lock",
    "unlock": "unlock",
    "workflow_action": "change",
    "collect_workflow_action_data": "change",
    "confirm_workflow_cancellation": "change",
    "workflow_preview": "administer",
    "workflow_history": "administer",
    "workflow_history_detail": "administer",
    # the chooser
    "choose": "administer",
    "choose_results": "administer",
    "chosen": "administer",
    "chosen_multiple": "administer",
}

#: Asked for the model as a whole even where the address names a row: one copies into a new row.
ASKED_WITHOUT_ROW = {"copy"}

#: Wagtail's copy form posts to "add"; posted to its own address it would overwrite the original.
GET_ONLY = {"copy"}


def gated(pattern, viewset):
    """Return the URL pattern with the gate before its view."""
    action = {**ACTIONS, **viewset.extra_actions}.get(pattern.name)
    if action is None:
        raise ImproperlyConfigured(
            f"{type(viewset).__name__} has a view {pattern.name!r} that no action is set for. It would be open to "
            "every coordinator of every network. Add it to portal.core.viewsets.gate.ACTIONS, or to the viewset's "
            "extra_actions, and state its expectation in the tests."
        )
    pattern.callback = _behind_gate(pattern.callback, pattern.name, action, viewset)
    return pattern


def _behind_gate(view, name, action, viewset):
    @wraps(view)
    def gate(request, *args, **kwargs):
        row = row_or_404(request, viewset, kwargs)
        if name == "chosen_multiple":
            _rows_or_404(request, viewset)
        asked_of = None if name in ASKED_WITHOUT_ROW else row
        if not viewset.permission_policy.user_has_permission_for_instance(request.user, action, asked_of):
            raise PermissionDenied
        if name in GET_ONLY and request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        try:
            return view(request, *args, **kwargs)
        except MultiValueDictKeyError:
            # A StreamField's fields are missing: no form of ours sent this.
            return HttpResponseBadRequest()

    return gate


def row_or_404(request, viewset, kwargs):
    """Return the row that the address names, None where it names none; raises Http404 unless it is the person's own."""
    if "pk" not in kwargs:
        return None
    [pk] = ids_or_404(viewset.model, [unquote(str(kwargs["pk"]))])
    row = viewset.rows(request.user).filter(pk=pk).first()
    if row is None:
        raise Http404
    if "task_state_id" in kwargs and not _is_own_task(row, kwargs["task_state_id"]):
        # Wagtail looks the task up by its id alone: one's own row would open another's task.
        raise Http404
    return row


def _is_own_task(row, task_state_id):
    return TaskState.objects.filter(
        pk=task_state_id,
        workflow_state__base_content_type=row.get_base_content_type(),
        workflow_state__object_id=str(row.pk),
    ).exists()


def _rows_or_404(request, viewset):
    ids = ids_or_404(viewset.model, request.GET.getlist("id"))
    if viewset.rows(request.user).filter(pk__in=ids).count() != len(ids):
        raise Http404


def ids_or_404(model, values):
    """Return the ids as the database knows them; raises Http404 for what cannot be one, or is too large for it."""
    try:
        return {model._meta.pk.clean(value, None) for value in values}
    except ValidationError as error:
        raise Http404 from error
