"""A workbook with organisations and people: looked at row by row, then everything at once or nothing."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from members.accounts.models import User
from members.audit.models import Record
from members.organisations.enums import OrganisationKind, Role
from members.organisations.models import Invitation, Organisation
from tests.conftest import confirm as show_code
from tests.factories.organisations import InvitationFactory, OrganisationFactory

UPLOAD, CONFIRM = reverse("organisations_import:upload"), reverse("organisations_import:confirm")
HEADINGS = ["Organisation", "Typ", "Kod", "Organisationsnummer", "Hör till", "Namn", "E-post", "Roll", "Språk"]


def workbook(*rows, headings=HEADINGS):
    book = Workbook()
    for row in [headings, *rows]:
        book.active.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def person(organisation, email, name="Ny Person", role="", language="", **more):
    return [organisation, more.get("kind", ""), more.get("code", ""), "", more.get("parent", ""), name, email, role,
            language]  # fmt: skip


def look(client, world, content, name="deltagare.xlsx", network=None):
    upload = SimpleUploadedFile(name, content)
    return client.post(UPLOAD, {"network": (network or world.network).pk, "file": upload})


def confirm(client, looked):
    data = {"network": looked.context["network"].pk, "table": looked.context["sealed"]}
    return client.post(CONFIRM, data)


@pytest.fixture
def david(client, login, world):
    return show_code(login(client, world.david))


@pytest.fixture
def fredrik(client, login, world):
    return show_code(login(client, world.fredrik))


def outcomes(answer):
    return [row.outcome for row in answer.context["plan"].rows]


def errors(answer):
    return [text for row in answer.context["plan"].rows for text in row.errors]


def test_people_are_looked_at_and_then_invited(david, world, commits, mailoutbox):
    content = workbook(
        person("Lindåsa kommun", "Ny@Lindasa.example", role="Kontaktperson"),
        person("norrviks kommun", "new@norrvik.example", language="Engelska"),
        person("Lindåsa kommun", world.bo.email),
    )
    looked = look(david, world, content)
    assert outcomes(looked) == ["invite", "invite", "takes_part"]
    assert "Bjuds in som kontaktperson" in looked.content.decode()
    assert not Invitation.objects.exists()
    with commits():
        confirm(david, looked)
    made = {row.email: (row.organisation.name, row.role) for row in Invitation.objects.select_related("organisation")}
    assert made == {
        "ny@lindasa.example": ("Lindåsa kommun", Role.CONTACT_PERSON),
        "new@norrvik.example": ("Norrviks kommun", Role.MEMBER),
    }
    assert sorted(mail.to[0] for mail in mailoutbox) == ["new@norrvik.example", "ny@lindasa.example"]
    assert any("/en/valkommen/" in mail.body for mail in mailoutbox)
    assert not User.objects.filter(email__in=made).exists()
    assert Record.objects.filter(action="organisations.import_people", actor_id=str(world.david.pk)).count() == 1


def test_confirming_twice_mails_nobody_again(david, world, commits, mailoutbox):
    looked = look(david, world, workbook(person("Lindåsa kommun", "ny@lindasa.example")))
    with commits():
        confirm(david, looked)
        confirm(david, looked)
    assert len(mailoutbox) == 1
    assert outcomes(look(david, world, workbook(person("Lindåsa kommun", "ny@lindasa.example")))) == ["invited"]


def test_errors_stand_at_their_rows_and_nothing_is_written(david, world):
    content = workbook(
        person("Lindåsa kommun", "inte en adress"),
        person("Okända kommunen", "a@okand.example"),
        person("Lindåsa kommun", "", name="Utan Adress"),
        person("Lindåsa kommun", "b@lindasa.example", role="Kung"),
        person("Lindåsa kommun", "c@lindasa.example"),
        person("Lindåsa kommun", "C@lindasa.example"),
        person("", "d@lindasa.example"),
        person("Lindåsa kommun", "e@lindasa.example", language="Latin"),
        person("Lindåsa kommun", "f@lindasa.example", kind="Rike"),
    )
    looked = look(david, world, content)
    assert errors(looked) == [
        "E-postadressen stämmer inte: inte en adress.",
        "Okända kommunen finns inte i registret. Be en administratör lägga till organisationen.",
        "E-postadress saknas.",
        "Rollen känns inte igen. Skriv Deltagare eller Kontaktperson.",
        "Personen står redan längre upp i filen.",
        "Organisation saknas.",
        "Språket känns inte igen. Skriv Svenska eller Engelska.",
        "Typen känns inte igen: Rike.",
    ]
    assert [row.number for row in looked.context["plan"].faulty] == [2, 3, 4, 5, 7, 8, 9, 10]
    assert looked.context["sealed"] == ""
    assert "8 rader har fel" in looked.content.decode()
    assert not Invitation.objects.exists()


def test_administrator_adds_organisations(fredrik, world, commits):
    OrganisationFactory(name="Storstads kommun", code="1480", county_code="14")
    content = workbook(
        person("Hamnens stadsdelsnämnd", "s@hamnen.example", kind="Stadsdelsnämnd", parent="1480"),
        person("Hamnens stadsdelsnämnd", "t@hamnen.example"),
        ["Räddningsförbundet", "Förbund", "", "2220000315", "", "", "", "", ""],
    )
    looked = look(fredrik, world, content)
    assert outcomes(looked) == ["invite", "invite", "organisation"]
    with commits():
        confirm(fredrik, looked)
    district = Organisation.objects.get(name="Hamnens stadsdelsnämnd")
    assert (district.kind, district.parent.code, district.county_code) == (OrganisationKind.DISTRICT, "1480", "14")
    assert Organisation.objects.get(name="Räddningsförbundet").organisation_number == "222000-0315"
    assert Invitation.objects.filter(organisation=district).count() == 2


WRONG_NUMBER = "Organisationsnumret stämmer inte. Kontrollera siffrorna."


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (["Nya", "", "", "", "", "", "", "", ""], "Nya är ny. Ange typ."),
        (["Nya", "Förbund", "", "222000-0316", "", "", "", "", ""], WRONG_NUMBER),
        (["Nya", "Stadsdelsnämnd", "", "", "Utby", "", "", "", ""], "Hör till: Utby finns inte i registret."),
        (["Fel namn", "", "0114", "", "", "", "", "", ""], "Koden hör till Upplands Väsby kommun."),
        (["Delade", "", "", "", "", "", "", "", ""], "Flera organisationer heter så. Ange typ eller kod."),
    ],
)  # fmt: skip
def test_organisation_that_cannot_be_placed_says_why(fredrik, world, row, text):
    OrganisationFactory(name="Upplands Väsby kommun", code="0114")
    OrganisationFactory(name="Delade")
    OrganisationFactory(name="Delade", kind=OrganisationKind.REGION)
    assert errors(look(fredrik, world, workbook(row))) == [text]


def test_code_that_became_a_number_finds_its_municipality(fredrik, world):
    municipality = OrganisationFactory(name="Upplands Väsby kommun", code="0114")
    looked = look(fredrik, world, workbook(["", "", 114, "", "", "", "a@vasby.example", "", ""]))
    assert looked.context["plan"].rows[0].organisation == municipality


def test_organisation_that_is_no_more_is_not_found(david, world):
    OrganisationFactory(name="Gamla landstinget", to_date=timezone.localdate() - timedelta(days=1))
    [text] = errors(look(david, world, workbook(person("Gamla landstinget", "a@gamla.example"))))
    assert "Ange den organisation som har tagit över." in text


def test_invitation_that_has_run_out_is_sent_anew(david, world, commits, mailoutbox):
    InvitationFactory(
        email="sen@lindasa.example",
        organisation=world.lindasa,
        network=world.network,
        expires_at=timezone.now() - timedelta(days=1),
    )
    looked = look(david, world, workbook(person("Lindåsa kommun", "sen@lindasa.example")))
    assert outcomes(looked) == ["renew"]
    with commits():
        confirm(david, looked)
    assert (len(mailoutbox), Invitation.objects.count()) == (1, 1)


def test_participant_may_be_invited_as_contact_person(david, world):
    assert outcomes(look(david, world, workbook(person("Lindåsa kommun", world.bo.email, role="Kontaktperson")))) == [
        "invite"
    ]


def test_table_without_its_column_or_rows_says_so(david, world):
    looked = look(david, world, workbook(["a", "b"], headings=["Kommun", "E-post"]))
    assert looked.context["plan"].errors == ["Kolumnen Organisation saknas. Rubrikerna ska stå på första raden."]
    assert looked.context["plan"].unknown_columns == ["Kommun"]
    assert look(david, world, workbook()).context["plan"].errors == ["Filen har bara rubriker."]


def test_what_was_looked_at_cannot_be_changed_or_borrowed(david, world, login, client):
    looked = look(david, world, workbook(person("Lindåsa kommun", "ny@lindasa.example")))
    data = {"network": world.network.pk, "table": looked.context["sealed"] + "x"}
    assert client.post(CONFIRM, data)["Location"] == UPLOAD
    show_code(login(client, world.fredrik))
    assert confirm(client, looked)["Location"] == UPLOAD
    show_code(login(client, world.henrik))
    assert confirm(client, looked)["Location"] == UPLOAD
    assert not Invitation.objects.exists()


def test_refusal_at_the_end_writes_nothing(david, world):
    looked = look(david, world, workbook(person("Lindåsa kommun", "ny@lindasa.example")))
    Organisation.objects.filter(pk=world.lindasa.pk).update(name="Lindås kommun")
    answer = confirm(david, looked)
    assert "finns inte i registret" in answer.content.decode()
    assert not Invitation.objects.exists()


def test_other_networks_are_not_offered(david, world):
    content = workbook(person("Lindåsa kommun", "ny@lindasa.example"))
    for network in (world.other, world.archive):
        answer = look(david, world, content, network=network)
        assert "network" in answer.context["form"].errors


def test_template_has_the_headings_and_is_read_back(david, world):
    answer = david.get(reverse("organisations_import:template_file"))
    content = b"".join(answer.streaming_content)
    sheet = load_workbook(io.BytesIO(content)).active
    assert [cell.value for cell in sheet[1]] == HEADINGS
    [text] = errors(look(david, world, content))
    assert text.startswith("Exempelköpings kommun finns inte")


def changed(name, content):
    """A good workbook, in which one part is another."""
    stream = io.BytesIO()
    good = zipfile.ZipFile(io.BytesIO(workbook(person("Lindåsa kommun", "ny@lindasa.example"))))
    with good, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bad:
        for entry in good.infolist():
            if entry.filename != name:
                bad.writestr(entry, good.read(entry))
        bad.writestr(name, content)
    return stream.getvalue()


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w>&b;</w>'
FAR_AWAY = SHEET.format('<sheetData><row r="999999999"><c r="A999999999"><v>1</v></c></row></sheetData>')
TOO_WIDE = SHEET.format(
    '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'
)
BROKEN = "Filen går inte att läsa. Öppna den i Excel, spara den som .xlsx utan makron och försök igen."


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", None),
        (b"PK\x03\x04" + b"\x00" * 100, BROKEN),
        (b"x" * 1_100_000, "Filen är för stor. Den får vara högst 1 MB."),
        (changed("xl/worksheets/sheet1.xml", b"<broken"), BROKEN),
        (changed("xl/worksheets/sheet1.xml", LAUGHS), BROKEN),
        (changed("xl/sharedStrings.xml", b" " * 9_000_000), BROKEN),
        (changed("xl/vbaProject.bin", b"Sub AutoOpen()"), BROKEN),
        (changed("xl/media/bomb.bin", b"\x00" * 70_000_000), BROKEN),
        (changed("xl/workbook.xml", b"<a/>"), BROKEN),
        (changed("xl/worksheets/sheet1.xml", FAR_AWAY), "Filen innehåller inga rader."),
        (changed("xl/worksheets/sheet1.xml", TOO_WIDE), "Filen innehåller inga rader."),
        (workbook(*[["a"]] * 501), "Tabellen är för lång. Dela upp den i flera filer."),
    ],
)
def test_hostile_workbook_is_refused(david, world, content, text):
    found = look(david, world, content).context["form"].errors["file"]
    assert text is None or found == [text]


def test_other_kinds_of_file_are_refused(david, world):
    answer = look(david, world, b"a;b", name="deltagare.csv")
    assert answer.context["form"].errors["file"] == ["Välj en fil i Excel (.xlsx)."]


def test_formula_is_never_followed(david, world):
    looked = look(david, world, workbook(person("Lindåsa kommun", '=HYPERLINK("http://x.example")')))
    assert looked.context["plan"].rows[0].cells["email"] == ""
