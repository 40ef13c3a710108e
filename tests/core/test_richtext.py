"""Rich text read as plain data."""

from portal.core import richtext


def words(blocks):
    return [(block["kind"], "".join(run["text"] for run in block["runs"])) for block in blocks]


def test_paragraphs_headings_and_lists_are_told_apart():
    source = "<h2>Rubrik</h2><p>Text<br>ny rad</p><p> </p><ul><li>ett</li><li>två</li></ul><ol><li>först</li></ol>"
    assert words(richtext.blocks(source)) == [
        ("heading", "Rubrik"),
        ("paragraph", "Text\nny rad"),
        ("item", "ett"),
        ("item", "två"),
        ("item", "först"),
    ]


def test_look_and_links_of_words_are_kept():
    [block] = richtext.blocks('<p>Vanlig <b>fet <i>båda</i></b> <a href="/om/">här</a></p>')
    assert [(run["text"], run["bold"], run["italic"]) for run in block["runs"]][:3] == [
        ("Vanlig ", False, False),
        ("fet ", True, False),
        ("båda", True, True),
    ]
    assert block["runs"][-1]["url"] == "http://testserver/om/"


def test_link_that_could_do_harm_is_only_words():
    [block] = richtext.blocks('<p><a href="javascript:alert(1)">här</a></p>')
    assert block["runs"] == [{"text": "här", "bold": False, "italic": False, "url": ""}]


def test_lists_inside_lists_are_nested():
    source = "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><p>d</p><ol><li>e</li></ol>"
    first, paragraph, second = richtext.nested(richtext.blocks(source))
    assert [run["text"] for item in first["items"] for run in item["runs"]] == ["a", "c"]
    assert first["items"][0]["lists"][0]["items"][0]["runs"][0]["text"] == "b"
    assert (paragraph["kind"], second["ordered"]) == ("paragraph", True)


def test_plain_text_has_a_dash_for_each_item():
    assert richtext.plain("<p>Två:</p><ul><li>ett</li><li>två</li></ul>") == "Två:\n- ett\n- två"


def test_empty_text_gives_nothing():
    assert richtext.blocks("") == richtext.blocks(None) == richtext.blocks("<p></p>") == []
