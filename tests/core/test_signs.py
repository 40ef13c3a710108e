"""Control characters and other signs that nobody sees."""

from portal.core.signs import all_printable, printable


def test_printable_text_is_left_as_it_is():
    text = "Åtgärd\n\tmed 😀, 漢字 och\u00a0mellanrum\r\n"
    assert printable(text) == text


def test_printable_drops_control_characters_and_turned_text():
    assert printable("a\x00b\x01c\x0bd\x7fe\u202ef\u2066g\ud800h\uffff") == "abc defgh"


def test_all_printable_reaches_every_text():
    assert all_printable({"a": ["x\x01", ("y\x02",), 1, None]}) == {"a": ["x", ["y"], 1, None]}
