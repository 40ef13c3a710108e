"""Pictures: made when a page is published, in the formats and sizes of those who read it."""

import re

from django.core.cache import cache
from wagtail.images.models import Image, Rendition
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.home import StandardPageFactory


def published(site, size=(1600, 1200)):
    cache.clear()  # Wagtail remembers renditions by the number of their picture
    image = Image.objects.create(title="Bild", file=get_test_image_file(size=size))
    block = ("image", {"image": image, "alt_text": "Ett torg", "caption": ""})
    page = StandardPageFactory(parent=site.home, body=[block])
    page.save_revision().publish()
    return page


def test_renditions_are_made_by_publishing_and_never_for_a_reader(client, site):
    page = published(site)
    made = set(Rendition.objects.values_list("filter_spec", flat=True))
    assert made == {"format-avif|width-480", "format-avif|width-960", "format-webp|width-480", "format-webp|width-960"}
    client.get(page.url)
    assert set(Rendition.objects.values_list("filter_spec", flat=True)) == made


def test_picture_comes_in_two_formats_and_sizes_with_its_measures(client, site):
    html = client.get(published(site).url).content.decode()
    picture = re.search(r"<picture>.*?</picture>", html, re.DOTALL).group()
    assert 'type="image/avif"' in picture
    assert re.search(r'\.webp 480w, [^"]+\.webp [0-9]+w', picture)
    assert 'alt="Ett torg"' in picture
    assert re.search(r'width="\d+"', picture)
    assert re.search(r'height="\d+"', picture)
    assert 'loading="lazy"' in picture
