"""The command that learns the words of the published pages."""

from django.core.management import call_command

from portal.core.models import SearchWord
from tests.factories.casestudies import ExamplePageFactory
from tests.factories.home import public_site


def test_words_are_learned_anew_from_published_pages_alone(db, capsys):
    site = public_site()
    ExamplePageFactory(parent=site.examples, title="Lägesbilden")
    withdrawn = ExamplePageFactory(parent=site.examples, title="Tillbakadraget")
    SearchWord.objects.create(language_code="sv", word="gammalt", folded="gammalt")
    withdrawn.unpublish()
    call_command("learn_words")
    known = set(SearchWord.objects.values_list("word", flat=True))
    assert "lägesbilden" in known
    assert not {"tillbakadraget", "gammalt"} & known
    assert capsys.readouterr().out == f"{len(known)} words\n"
