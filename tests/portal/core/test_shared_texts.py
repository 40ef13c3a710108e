"""A form of texts that several people write together."""

from portal.core.shared_texts import SharedTextField, SharedTextsForm, mark_of


def form(saved="", number=0, data=None):
    return SharedTextsForm(data, texts={"plan": SharedTextField(label="Plan")}, saved={"plan": saved}, number=number)


def test_form_knows_what_it_was_opened_with():
    opened = form("Vår plan.", 3)

    ((field, mark, stored),) = opened.rows
    assert (field.value(), mark.value(), stored) == ("Vår plan.", mark_of("Vår plan."), None)
    assert opened["edit_number"].value() == 3


def test_empty_required_text_is_valid_in_a_draft():
    assert form(data={"edit_number": "0", "plan": ""}).is_valid()


def test_line_breaks_are_of_one_kind():
    posted = form(data={"edit_number": "0", "plan": "Ett\r\ntvå\rtre"})
    assert posted.is_valid()
    assert posted.typed == {"plan": "Ett\ntvå\ntre"}


def test_conflict_keeps_what_both_have_changed_side_by_side():
    posted = form(data={"edit_number": "0", "plan": "Min.", "plan_mark": mark_of("")})
    assert posted.is_valid()
    posted.show_conflict({"plan": "Din."}, 1)

    ((field, mark, stored),) = posted.rows
    assert (field.value(), mark.value(), stored) == ("Min.", mark_of("Din."), "Din.")
    assert posted["edit_number"].value() == 1


def test_conflict_without_a_mark_shows_both():
    posted = form(data={"edit_number": "0", "plan": "Min."})
    assert posted.is_valid()
    posted.show_conflict({"plan": "Din."}, 1)
    assert posted.stored == {"plan": "Din."}


def test_conflict_takes_over_what_was_not_touched():
    posted = form(data={"edit_number": "0", "plan": "Gammal.", "plan_mark": mark_of("Gammal.")})
    assert posted.is_valid()
    posted.show_conflict({"plan": "Din."}, 1)
    assert posted["plan"].value() == "Din."
    assert posted.stored == {}


def test_conflict_keeps_what_only_one_has_changed():
    posted = form(data={"edit_number": "0", "plan": "Min.", "plan_mark": mark_of("Gammal.")})
    assert posted.is_valid()
    posted.show_conflict({"plan": "Gammal."}, 1)
    assert posted["plan"].value() == "Min."
    assert posted.stored == {}


def test_contact_details_are_noticed_in_what_is_saved_and_in_what_is_typed():
    assert form("Skriv till anna@lindasa.example").has_contact_details
    assert form(data={"edit_number": "0", "plan": "Ring 070-123 45 67"}).has_contact_details
    assert not form("Vår plan.").has_contact_details
