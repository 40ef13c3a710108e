"""The page that says how to read an example."""

from casestudies.enums import EvidenceStrength
from tests.factories.casestudies import PreventionLevelFactory


def test_page_explains_every_strength_and_level(client, site):
    PreventionLevelFactory(name="Främjande", slug="framjande", explanation="För alla, hela tiden.")
    html = client.get("/goda-exempel/sa-laser-du-exemplen/").content.decode()
    for strength in EvidenceStrength:
        assert str(strength.label) in html
        assert str(strength.meaning) in html
        assert str(strength.question) in html
        assert f'href="/goda-exempel/?sakerhet={strength.value}"' in html
    assert "För alla, hela tiden." in html
    assert 'href="/goda-exempel/?niva=framjande"' in html


def test_page_is_reached_from_the_list_and_is_there_in_english(client, site):
    assert 'href="/goda-exempel/sa-laser-du-exemplen/"' in client.get("/goda-exempel/").content.decode()
    assert client.get("/en/goda-exempel/sa-laser-du-exemplen/").status_code == 200
