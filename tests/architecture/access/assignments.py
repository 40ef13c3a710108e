"""Who may open what between the meetings."""

import datetime

from django.utils import timezone

from members.assignments.enums import SubmissionState, Visibility
from tests.architecture.access import ENROL, LOGIN, MOVED, REST, admin_rows, row
from tests.factories.assignments import AnswerFactory, AssignmentFactory, QuestionFactory, SubmissionFactory, sent_in

PEOPLE = "amina bo cecilia david"
DOORS = {LOGIN: "anonymous", ENROL: "klara"}


def assignment(world):
    return {"pk": QuestionFactory(assignment=AssignmentFactory(network=world.network)).assignment.pk}


def draft_assignment(world):
    return {"pk": AssignmentFactory(network=world.network, live=False).pk}


def archived_assignment(world):
    return {"pk": AssignmentFactory(network=world.archive).pk}


def closed_assignment(world):
    long_ago = timezone.now() - datetime.timedelta(days=30)
    yesterday = timezone.now() - datetime.timedelta(days=1)
    closed = AssignmentFactory(network=world.network, opens_at=long_ago, due_at=yesterday, cut_off_at=yesterday)
    return {"pk": closed.pk}


def submission(world, network="network", organisation="lindasa", **fields):
    made = AssignmentFactory(network=getattr(world, network))
    QuestionFactory(assignment=made)
    return sent_in(made, getattr(world, organisation), **fields)


def internal(world):
    return {"pk": submission(world).pk}


def opened(world):
    return {"pk": submission(world, visibility=Visibility.NETWORK).pk}


def drafted(world):
    made = AssignmentFactory(network=world.network)
    return {"pk": SubmissionFactory(assignment=made, organisation=world.lindasa).pk}


def archived(world):
    return {"pk": submission(world, "archive", "alvnas").pk}


def version(world):
    return {**opened(world), "number": 1}


def drafted_answer(world):
    made = QuestionFactory(assignment=AssignmentFactory(network=world.network))
    for organisation in (world.lindasa, world.norrvik):
        own = SubmissionFactory(assignment=made.assignment, organisation=organisation)
        AnswerFactory(submission=own, question_uuid=made.uuid)
    return {"pk": made.assignment.pk}


FEEDBACK = {"version": "1", "strength": "Tydligt.", "question": "", "outcome": SubmissionState.DONE}
DRAFT = {"edit_number": "0", "visibility": "internal", "step": "save"}

ROWS = [
    row("assignments:index", get={200: "amina bo cecilia david gunilla henrik ida", **DOORS, 404: REST}),
    row("assignments:assignment", at=assignment, get={200: PEOPLE, **DOORS, 404: REST}),
    row("assignments:assignment", "draft", at=draft_assignment, get={200: "david", **DOORS, 404: REST}),
    row("assignments:assignment", "in the archive", at=archived_assignment, get={200: "david ida", **DOORS, 404: REST}),
    row(
        "assignments:answer",
        at=assignment,
        get={200: "amina bo cecilia", 403: "david", **DOORS, 404: REST},
        post={MOVED: "amina bo cecilia", 403: "david", **DOORS, 404: REST},
        data=DRAFT,
    ),
    row(
        "assignments:answer",
        "after the cut-off",
        at=closed_assignment,
        get={MOVED: "amina bo cecilia", 403: "david", **DOORS, 404: REST},
        post={409: "amina bo cecilia", 403: "david", **DOORS, 404: REST},
        data=DRAFT,
    ),
    row(
        "assignments:answer",
        "in the archive",
        at=archived_assignment,
        get={403: "david ida", **DOORS, 404: REST},
        post={403: "david ida", **DOORS, 404: REST},
        data=DRAFT,
    ),
    row(
        "assignments:autosave",
        at=assignment,
        get={**DOORS, 405: REST},
        post={200: "amina bo cecilia", 403: "david", **DOORS, 404: REST},
        data=DRAFT,
    ),
    row(
        "assignments:autosave",
        "in the archive",
        at=archived_assignment,
        get={**DOORS, 405: REST},
        post={403: "david ida", **DOORS, 404: REST},
        data=DRAFT,
    ),
    row(
        "assignments:submit",
        at=drafted_answer,
        get={200: "amina bo cecilia", 403: "david", **DOORS, 404: REST},
        post={MOVED: "amina bo cecilia", 403: "david", **DOORS, 404: REST},
        data={"edit_number": "0"},
    ),
    row(
        "assignments:submit",
        "in the archive",
        at=archived_assignment,
        get={403: "david ida", **DOORS, 404: REST},
        post={403: "david ida", **DOORS, 404: REST},
        data={"edit_number": "0"},
    ),
    row("assignments:submission", at=internal, get={200: "amina bo david", **DOORS, 404: REST}),
    row("assignments:submission", "opened to the network", at=opened, get={200: PEOPLE, **DOORS, 404: REST}),
    row("assignments:submission", "not sent in", at=drafted, get={MOVED: "amina bo", **DOORS, 404: REST}),
    row("assignments:submission", "in the archive", at=archived, get={200: "david ida", **DOORS, 404: REST}),
    row("assignments:version", at=version, get={200: "amina bo david", 403: "cecilia", **DOORS, 404: REST}),
    row(
        "assignments:visibility",
        at=opened,
        get={200: "amina bo", 403: "cecilia david", **DOORS, 404: REST},
        post={MOVED: "amina bo", 403: "cecilia david", **DOORS, 404: REST},
        data={"visibility": "internal"},
    ),
    row(
        "assignments:visibility",
        "in the archive",
        at=archived,
        get={403: "david ida", **DOORS, 404: REST},
        post={403: "david ida", **DOORS, 404: REST},
        data={"visibility": "network"},
    ),
    row(
        "assignments:feedback",
        at=internal,
        get={200: "david", 403: "amina bo", **DOORS, 404: REST},
        post={MOVED: "david", 403: "amina bo", **DOORS, 404: REST},
        data=FEEDBACK,
    ),
    row("assignments:feedback", "not sent in", at=drafted, get={403: "amina bo", **DOORS, 404: REST}),
    row(
        "assignments:feedback",
        "in the archive",
        at=archived,
        get={403: "david ida", **DOORS, 404: REST},
        post={403: "david ida", **DOORS, 404: REST},
        data=FEEDBACK,
    ),
]

ROWS += admin_rows(
    "wagtailsnippets_assignments_assignment",
    of=lambda world: AssignmentFactory(network=world.network),
    may="david",
    lists="david henrik",
)


def objects(world):
    for network, organisation in (("network", "lindasa"), ("archive", "alvnas"), ("other", "fjardholmen")):
        taken_back = AssignmentFactory(network=getattr(world, network), live=False)
        sent_in(taken_back, getattr(world, organisation), visibility=Visibility.NETWORK)
        for visibility in Visibility:
            submission(world, network, organisation, visibility=visibility)
            made = AssignmentFactory(network=getattr(world, network))
            SubmissionFactory(assignment=made, organisation=getattr(world, organisation), visibility=visibility)
