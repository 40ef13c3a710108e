"""Reading in organisations and people from a table: first looked at row by row, then made all at once or not at all."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from members.accounts.enums import Language
from members.accounts.models import User
from members.audit.services import record
from members.organisations.enums import PARTICIPANT_ROLES, OrganisationKind, Role
from members.organisations.models import Invitation, Membership, Network, Organisation
from members.organisations.querysets import GOTLAND, today
from members.organisations.services.invitations import invite
from members.organisations.services.register import note_organisation_change
from members.organisations.validators import clean_code, clean_organisation_number
from portal.core.access import may

MAX_ROWS = 500
# What a column may be called; the first name is the one in the template file.
COLUMNS = {
    "organisation": ("organisation",),
    "kind": ("typ", "type"),
    "code": ("kod", "code"),
    "number": ("organisationsnummer", "organisation number"),
    "parent": ("hör till", "part of"),
    "name": ("namn", "name"),
    "email": ("e-post", "e-postadress", "e-mail", "email"),
    "role": ("roll", "role"),
    "language": ("språk", "language"),
}


class ImportRefused(Exception):
    """Some row has an error: nothing was written. `plan` says which."""

    def __init__(self, plan):
        super().__init__("import refused")
        self.plan = plan


@dataclass
class PlannedRow:
    """What one row of the table would do, or why it cannot."""

    number: int
    cells: dict
    organisation: Organisation | None = None
    role: str = Role.MEMBER
    language: str = ""
    #: "invite", "renew", "takes_part", "invited", "organisation" or "nothing"
    outcome: str = "nothing"
    errors: list = field(default_factory=list)

    @property
    def is_new_organisation(self):
        """Whether the organisation is not in the register yet."""
        return self.organisation is not None and self.organisation.pk is None


@dataclass
class Plan:
    """All rows, with what they come to together."""

    rows: list
    unknown_columns: list = field(default_factory=list)
    errors: list = field(default_factory=list)

    @property
    def is_good(self):
        """Whether every row may be written, and there is something to write."""
        return not self.errors and not self.faulty and bool(self.invited or self.new_organisations)

    @property
    def faulty(self):
        """The rows with errors."""
        return [row for row in self.rows if row.errors]

    @property
    def invited(self):
        """The rows that lead to a mail."""
        return [row for row in self.rows if row.outcome in ("invite", "renew")]

    @property
    def left_alone(self):
        """The rows of people who are there already, or have an invitation waiting."""
        return [row for row in self.rows if row.outcome in ("takes_part", "invited")]

    @property
    def new_organisations(self):
        """The organisations that would be added to the register, each once."""
        return list({id(row.organisation): row.organisation for row in self.rows if row.is_new_organisation}.values())


def planned_import(*, table, network, by):
    """Return what the table, as numbered lists of text with the headings first, would do. Writes nothing."""
    headings = [_column(cell) for cell in table[0][1]]
    written = [cell for cell in table[0][1] if cell]
    plan = Plan([], unknown_columns=[name for name in written if _column(name) is None])
    if "organisation" not in headings:
        plan.errors.append(_("Kolumnen Organisation saknas. Rubrikerna ska stå på första raden."))
        return plan
    people = _People(network)
    register = _Register(may_add=may(by, "organisations.add_organisation"))
    for number, cells in table[1:]:
        found = {key: cell for key, cell in zip(headings, cells, strict=False) if key is not None}
        row = PlannedRow(number, {key: found.get(key, "") for key in COLUMNS})
        register.place(row)
        people.place(row)
        plan.rows.append(row)
    if not plan.rows:
        plan.errors.append(_("Filen har bara rubriker."))
    return plan


def _column(text):
    return next((key for key, names in COLUMNS.items() if text.casefold() in names), None)


def _words_of(choices):
    """{a word in either language, or the value: the value}."""
    found = {}
    for language in ("sv", "en"):
        with translation.override(language):
            found |= {str(choice.label).casefold(): choice.value for choice in choices}
    return found | {choice.value: choice.value for choice in choices}


class _Register:
    """The register of today, and what the table has added to it so far."""

    def __init__(self, *, may_add):
        self.may_add = may_add
        self.kinds = _words_of(OrganisationKind)
        self.by_name, self.by_code, self.by_number = {}, {}, {}
        ended = Organisation.objects.filter(to_date__lt=today())
        self.ended = {organisation.name.casefold(): organisation for organisation in ended}
        self.ended |= {(organisation.kind, organisation.code): organisation for organisation in ended}
        for organisation in Organisation.objects.existing_on(today()):
            self._know(organisation)

    def _know(self, organisation):
        self.by_name.setdefault(organisation.name.casefold(), []).append(organisation)
        # Gotland has a region's code too, and stands under its municipal one.
        codes = [GOTLAND, GOTLAND[:2]] if organisation.code == GOTLAND else [organisation.code]
        for code in filter(None, codes):
            self.by_code.setdefault(code, []).append(organisation)
        if organisation.organisation_number:
            self.by_number.setdefault(organisation.organisation_number, []).append(organisation)

    def place(self, row):
        """Find the row's organisation, or plan a new one."""
        try:
            row.organisation = self._found(row.cells) or self._new(row.cells)
        except ValidationError as error:
            row.errors += error.messages

    def _found(self, cells):
        kind = self._kind(cells)
        code = _code(cells["code"])
        found = self.by_code.get(code, []) if code else self.by_name.get(cells["organisation"].casefold(), [])
        if kind:
            found = [organisation for organisation in found if _is_of_kind(organisation, kind)]
        if len(found) > 1:
            raise ValidationError(_("Flera organisationer heter så. Ange typ eller kod."))
        if code and found and cells["organisation"].casefold() not in ("", found[0].name.casefold()):
            raise ValidationError(_("Koden hör till %(name)s.") % {"name": found[0].name})
        if found:
            self._check_number(cells, found[0])
        return found[0] if found else None

    def _check_number(self, cells, organisation):
        """Return the number of the row; raises ValidationError for one that is another organisation's.

        What belongs to an organisation, such as a district committee, may have its number.
        """
        if not cells["number"]:
            return ""
        number = clean_organisation_number(cells["number"])
        owners = [row for row in self.by_number.get(number, []) if row not in (organisation, organisation.parent)]
        if organisation.organisation_number not in ("", number):
            told = _("%(name)s har organisationsnumret %(number)s i registret.")
            raise ValidationError(told % {"name": organisation.name, "number": organisation.organisation_number})
        if owners and number != organisation.organisation_number:
            raise ValidationError(_("Organisationsnumret hör till %(name)s.") % {"name": owners[0].name})
        return number

    def _kind(self, cells):
        if cells["kind"] and cells["kind"].casefold() not in self.kinds:
            raise ValidationError(_("Typen känns inte igen: %(kind)s.") % {"kind": cells["kind"]})
        return self.kinds.get(cells["kind"].casefold(), "")

    def _new(self, cells):
        if not cells["organisation"]:
            raise ValidationError(_("Organisation saknas."))
        self._refuse_namesake(cells)
        code = _code(cells["code"])
        ended = self.ended.get(cells["organisation"].casefold()) or (code and self.ended.get((self._kind(cells), code)))
        if ended:
            told = _("%(name)s fanns till och med den %(day)s. Ange den organisation som har tagit över.")
            raise ValidationError(told % {"name": ended.name, "day": date_format(ended.to_date, "j F Y")})
        if not self.may_add:
            told = _("%(name)s finns inte i registret. Be en administratör lägga till organisationen.")
            raise ValidationError(told % {"name": cells["organisation"]})
        kind = self._kind(cells)
        if not kind:
            raise ValidationError(_("%(name)s är ny. Ange typ.") % {"name": cells["organisation"]})
        clean_code(code, kind)
        new = Organisation(name=cells["organisation"], kind=kind, code=code, parent=self._parent(cells))
        new.organisation_number = self._check_number(cells, new)
        new.county_code = new.parent.county_code if new.parent else new.code[:2]
        new.clean_fields()
        self._know(new)
        return new

    def _refuse_namesake(self, cells):
        """Raise ValidationError for a name that is there already with another type or code, saying which."""
        code = _code(cells["code"])
        for organisation in self.by_name.get(cells["organisation"].casefold(), []):
            what = {"name": organisation.name, "kind": organisation.get_kind_display(), "code": organisation.code}
            if self._kind(cells) and not _is_of_kind(organisation, self._kind(cells)):
                raise ValidationError(_("%(name)s finns redan, med typen %(kind)s. Rätta typen i filen.") % what)
            if code and organisation.code:
                raise ValidationError(_("%(name)s finns redan, med koden %(code)s. Rätta koden i filen.") % what)
            if code:
                raise ValidationError(_("%(name)s finns redan, utan kod. Ta bort koden ur filen.") % what)

    def _parent(self, cells):
        wanted = cells["parent"].casefold()
        if not wanted:
            return None
        found = self.by_code.get(_code(cells["parent"])) or self.by_name.get(wanted) or []
        if len(found) != 1 or found[0].pk is None:
            raise ValidationError(_("Hör till: %(name)s finns inte i registret.") % {"name": cells["parent"]})
        return found[0]


def _is_of_kind(organisation, kind):
    """Whether it is of that sort; Gotland is municipality and region in one, as `of_kind` has it."""
    is_both = organisation.code == GOTLAND and organisation.kind == OrganisationKind.MUNICIPALITY
    return organisation.kind == kind or (is_both and kind == OrganisationKind.REGION)


def _code(text):
    """Return the code as text: a spreadsheet may have taken 0114 for a number."""
    return text.zfill(4) if text.isdigit() and len(text) == 3 else text


class _People:
    """Who is in the network, or invited to it, and whom the table has named so far."""

    def __init__(self, network):
        self.roles = {role: value for role, value in _words_of(Role).items() if value in PARTICIPANT_ROLES}
        self.languages = _words_of(Language)
        self.seen = set()
        held = Membership.objects.current().participants().filter(network=network)
        self.held = set(held.values_list("user__email", "organisation_id", "role"))
        waiting = Invitation.objects.waiting().filter(network=network, role__in=PARTICIPANT_ROLES)
        self.waiting = {(row.email, row.organisation_id): row for row in waiting.select_related("network")}

    def place(self, row):
        """Say what becomes of the row's person."""
        cells = row.cells
        if not cells["email"]:
            if cells["name"] or cells["role"]:
                row.errors.append(_("E-postadress saknas."))
            elif row.is_new_organisation:
                row.outcome = "organisation"
            return
        email = User.objects.normalize_email(cells["email"])
        row.errors += self._errors(row, email)
        if not row.errors:
            row.cells["email"] = email
            row.outcome = self._outcome(row, email)

    def _errors(self, row, email):
        errors = []
        try:
            validate_email(email)
        except ValidationError:
            errors.append(_("E-postadressen stämmer inte: %(email)s.") % {"email": email})
        row.role = self.roles.get(row.cells["role"].casefold()) if row.cells["role"] else Role.MEMBER
        if row.role is None:
            errors.append(_("Rollen känns inte igen. Skriv Deltagare eller Kontaktperson."))
        row.language = self.languages.get(row.cells["language"].casefold(), "")
        if row.cells["language"] and not row.language:
            errors.append(_("Språket känns inte igen. Skriv Svenska eller Engelska."))
        if len(row.cells["name"]) > Invitation._meta.get_field("name").max_length:
            errors.append(_("Namnet är för långt."))
        if (place := (email, row.organisation and row.organisation.name)) in self.seen:
            errors.append(_("Personen står redan längre upp i filen."))
        self.seen.add(place)
        return errors

    def _outcome(self, row, email):
        here = (email, row.organisation.pk)
        roles = PARTICIPANT_ROLES if row.role == Role.MEMBER else [row.role]
        if any((*here, role) in self.held for role in roles):
            return "takes_part"
        if here in self.waiting:
            return "invited" if self.waiting[here].is_open else "renew"
        return "invite"


@transaction.atomic
def import_people(*, table, network, by):
    """Add the table's new organisations and invite its people, and return the plan that was followed.

    Looked at once more under the network's lock: what was sent twice finds everybody invited, and mails nobody.
    Raises ImportRefused, and writes nothing, when a row has become an error since.
    """
    network = Network.objects.select_for_update(no_key=True).get(pk=network.pk)
    plan = planned_import(table=table, network=network, by=by)
    if plan.errors or plan.faulty:
        raise ImportRefused(plan)
    for organisation in plan.new_organisations:
        organisation.save()
        note_organisation_change(organisation=organisation, by=by, fields=["name", "kind"])
    for row in plan.invited:
        invite(
            email=row.cells["email"],
            name=row.cells["name"],
            organisation=row.organisation,
            network=network,
            role=row.role,
            language=row.language,
            by=by,
        )
    if plan.is_good:
        record(action="organisations.import_people", by=by, obj=network, network=network)
    return plan
