"""Learn the words of all published pages anew, for "did you mean?"."""

from django.core.management.base import BaseCommand
from wagtail.models import Page

from portal.core import vocabulary
from portal.core.models import SearchWord
from portal.core.pages import PublicPage


class Command(BaseCommand):
    """For pages that came by other ways than Wagtail's: an import, a restored backup, an upgrade from before."""

    help = "Learn the words of all published pages anew, for the search's guesses."

    def handle(self, **options):
        """Forget what is known, and learn each page that readers see; withdrawn words are gone after this."""
        SearchWord.objects.all().delete()
        pages = Page.objects.live().public().select_related("locale").specific()
        for page in pages.iterator(chunk_size=200):
            if isinstance(page, PublicPage):
                vocabulary.learn(page)
        self.stdout.write(f"{SearchWord.objects.count()} words")
