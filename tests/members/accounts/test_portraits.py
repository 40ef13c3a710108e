"""A picture of oneself: taken in with care, and gone from the disk when it is taken away."""

import io
import json
import random
import zipfile
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from members.accounts import services
from members.accounts.models import Portrait, User
from members.accounts.validators import MAX_BYTES, squares_of
from members.audit.models import Record
from portal.ops import erasing
from tests.pictures import picture

PAGE, ACCOUNT, REMOVE = (reverse(f"accounts:{name}") for name in ("portrait", "account", "remove_portrait"))
GPS, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112


def upload(content, name="jag.jpg"):
    return SimpleUploadedFile(name, content)


def opened(content):
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def stored(portrait):
    """Which of the picture's files are on the disk."""
    return [storages["private"].exists(file.name) for file in (portrait.large, portrait.small)]


# Taking in


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *[("JPEG", mode) for mode in ("RGB", "L", "CMYK", "1")],
        *[("PNG", mode) for mode in ("RGB", "RGBA", "L", "LA", "P", "I;16", "1")],
        *[("WEBP", mode) for mode in ("RGB", "RGBA")],
    ],
)
def test_picture_becomes_two_squares_whatever_it_was(kind, mode):
    squares = squares_of(upload(picture(kind=kind, mode=mode, size=(300, 200))))
    assert {name: opened(content).size for name, content in squares.items()} == {"large": (480, 480), "small": (96, 96)}
    assert {opened(content).format for content in squares.values()} == {"JPEG"}


def test_nothing_but_what_is_seen_is_kept():
    exif = Image.Exif()
    exif[MAKE] = "Kamera AB"
    exif.get_ifd(GPS)[2] = (59.0, 19.0, 4.0)
    content = picture(exif=exif, comment=b"hemlig plats", icc_profile=b"profil" * 30)
    assert b"Kamera AB" in content
    assert b"hemlig plats" in content
    for square in squares_of(upload(content)).values():
        assert not opened(square).getexif()
        assert {"comment", "icc_profile", "exif"} & set(opened(square).info) == set()
        for secret in (b"Kamera", b"hemlig", b"profil"):
            assert secret not in square


def test_picture_is_turned_as_the_camera_held_it():
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the camera lay on its side: what is left in the file is the top
    left_is_red = Image.new("RGB", (200, 200), "blue")
    left_is_red.paste("red", (0, 0, 100, 200))
    out = io.BytesIO()
    left_is_red.save(out, "JPEG", exif=exif, quality=95)
    large = opened(squares_of(upload(out.getvalue()))["large"])
    assert [large.getpixel(at)[0] > 200 for at in ((240, 20), (240, 460))] == [True, False]


def test_middle_is_kept_and_what_is_transparent_turns_white():
    image = Image.new("RGBA", (400, 200), (255, 0, 0, 255))
    image.paste((0, 0, 0, 0), (100, 0, 300, 200))
    out = io.BytesIO()
    image.save(out, "PNG")
    small = opened(squares_of(upload(out.getvalue(), "x.png"))["small"])
    assert min(min(small.getpixel(at)) for at in ((4, 48), (48, 48), (91, 48))) > 250


def bomb(width, height):
    """A PNG that says that it is that large, in a handful of bytes."""

    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (bomb(7500, 7500), "size"),
        (bomb(30_000, 30_000), "size"),
        (bomb(4100, 4100), "size"),
        (b"x" * (MAX_BYTES + 1), "size"),
        (picture(size=(95, 300)), "small"),
        (picture()[:400], "picture"),
        (picture(kind="PNG")[:200], "picture"),
        (picture(kind="GIF", mode="P"), "picture"),
        (picture(kind="TIFF"), "picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "picture"),
        (b"%PDF-1.7", "picture"),
        (b"", "picture"),
    ],
)
def test_what_is_no_picture_or_costs_too_much_is_refused(content, code):
    with pytest.raises(ValidationError) as refused:
        squares_of(upload(content))
    assert refused.value.code == code


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow says what is broken, and goes on
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_file_that_is_broken_anywhere_is_a_picture_or_is_refused(kind):
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    whole, chance = picture(kind=kind, exif=exif), random.Random(kind)
    for _time in range(150):
        broken = bytearray(whole)
        for _byte in range(4):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            squares_of(upload(bytes(broken)))
        except ValidationError:
            pass


def test_telephones_large_picture_is_let_in():
    assert squares_of(upload(picture(size=(8000, 6000))))


# The page


def test_picture_is_chosen_replaced_and_taken_away(inside, amina, django_capture_on_commit_callbacks):
    assert ">AY<" in inside.get(ACCOUNT).content.decode()
    inside.post(PAGE, {"portrait": upload(picture()), "portrait_audience": "network"})
    first = Portrait.objects.get(user=amina)
    amina.refresh_from_db()
    assert amina.portrait_audience == "network"
    assert str(first.uuid) in inside.get(ACCOUNT).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        inside.post(PAGE, {"portrait": upload(picture(kind="PNG"), "x.png"), "portrait_audience": "network"})
    second = Portrait.objects.get(user=amina)
    assert first.uuid != second.uuid
    assert (stored(first), stored(second)) == ([False, False], [True, True])
    with django_capture_on_commit_callbacks(execute=True):
        page = inside.post(REMOVE, follow=True).content.decode()
    assert "Din bild är borttagen." in page
    assert stored(second) == [False, False]
    inside.post(REMOVE)
    actions = Record.objects.filter(action__contains="portrait").order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["accounts.set_portrait", "accounts.set_portrait", "accounts.remove_portrait"]


def test_who_sees_it_is_changed_without_a_new_picture(inside, amina):
    assert "portrait" in inside.post(PAGE, {"portrait_audience": "nobody"}).context["form"].errors
    inside.post(PAGE, {"portrait": upload(picture()), "portrait_audience": "organisation"})
    inside.post(PAGE, {"portrait_audience": "nobody"})
    amina.refresh_from_db()
    assert (amina.portrait_audience, Portrait.objects.count()) == ("nobody", 1)


def test_what_is_refused_is_said_in_words_and_leaves_the_old_one(inside, amina):
    inside.post(PAGE, {"portrait": upload(picture()), "portrait_audience": "nobody"})
    before = Portrait.objects.get(user=amina).uuid
    page = inside.post(PAGE, {"portrait": upload(b"nej"), "portrait_audience": "nobody"}).content.decode()
    assert "Filen går inte att läsa som bild." in page
    assert Portrait.objects.get(user=amina).uuid == before


def test_page_in_english(inside):
    assert "My picture" in inside.get(f"/en{PAGE}").content.decode()


def test_narrowest_audience_that_is_of_use_is_the_first_choice():
    assert User().portrait_audience == "organisation"


def test_files_of_what_could_not_be_saved_are_not_left(amina, monkeypatch):
    kept = []
    monkeypatch.setattr(Portrait, "save", lambda portrait: kept.append(portrait) or 1 / 0)
    with pytest.raises(ZeroDivisionError):
        services.set_portrait(squares=squares_of(upload(picture())), by=amina)
    assert stored(kept[0]) == [False, False]


# A person's rights


def test_export_holds_the_picture(inside, amina, confirmed):
    services.set_portrait(squares=squares_of(upload(picture())), by=amina)
    answer = confirmed(inside).post(reverse("accounts:my_data"))
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    names = [name for name in archive.namelist() if name.endswith(("large.jpg", "small.jpg"))]
    assert [opened(archive.read(name)).size for name in sorted(names)] == [(480, 480), (96, 96)]
    told = json.loads(archive.read("uppgifter.json"))["data"]
    assert len(told["accounts.Portrait"]["rows"]) == 1
    assert told["accounts.User"]["rows"][0]["portrait_audience"] == "organisation"


def test_erasure_takes_the_picture_from_the_disk(amina, django_capture_on_commit_callbacks):
    portrait = services.set_portrait(squares=squares_of(upload(picture())), by=amina)
    assert stored(portrait) == [True, True]
    with django_capture_on_commit_callbacks(execute=True):
        erasing.erase(user=amina)
    assert not Portrait.objects.exists()
    assert stored(portrait) == [False, False]
