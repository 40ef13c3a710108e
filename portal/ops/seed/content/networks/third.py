"""The third, small network. Nothing of it may show in the other two, and its texts carry a word of their own."""

from datetime import time

# A word that stands in every text of this network, so that a search in another one can prove it found nothing.
MARKER = "Fyrskenet"

NETWORK = {
    "slug": "trygga-motesplatser",
    "title": "Trygga mötesplatser i kustkommuner",
    "lead": "Tre kommuner vid kusten delar erfarenheter av fritidsgårdar, hamnplaner och sommarjobb.",
}

MEETINGS = [
    {
        "key": "t1",
        "title": "Fyrskenet: första träffen om hamnplanen",
        "days": -40,
        "start": time(13, 0),
        "end": time(16, 0),
        "venue": "Hamnkontoret",
        "city": "Fjärdholmen",
        "summary": "Fyrskenet är vårt namn på kvällsöppna mötesplatser. Vi går en runda i hamnen.",
        "agenda": [
            (
                time(13, 0),
                time(16, 0),
                "Rundvandring",
                "Gunilla Strandh",
                "Klä er för vind. Fyrskenet visas när det mörknar.",
            )
        ],
        "materials": [("after", 0, "Fyrskenet, anteckningar från rundan", "fyrskenet-anteckningar.txt")],
    },
    {
        "key": "t2",
        "title": "Fyrskenet: sommarens öppettider",
        "days": 22,
        "start": time(13, 0),
        "end": time(16, 0),
        "venue": "Kommunhuset",
        "city": "Sandhamra",
        "summary": "Fyrskenet i juli, vem har nyckeln?",
        "agenda": [(time(13, 0), time(16, 0), "Fyrskenet i juli", "Henrik Björkdahl", "Schema och nycklar.")],
        "materials": [],
    },
]

ASSIGNMENTS = [
    {
        "key": "ta1",
        "opens": -39,
        "due": 15,
        "title": "Fyrskenet: räkna besöken en vecka",
        "intro": "Räkna hur många som kommer, inte vilka. Fyrskenet ska inte föra listor.",
        "questions": ["Hur många kom varje kväll?", "Vad önskade de sig?"],
        "answers": {
            "fjardholmen": {
                "state": "draft",
                "visibility": "internal",
                "days": -4,
                "by": "gunilla",
                "answers": ["Måndag 14, tisdag 9, onsdag 22. Fyrskenet var stängt på torsdagen.", ""],
                "feedback": None,
            },
            "sandhamra": {
                "state": "submitted",
                "visibility": "network",
                "days": -3,
                "by": "olle",
                "answers": ["Mellan sex och nitton.", "Fyrskenet borde ha varm choklad."],
                "feedback": None,
            },
        },
    }
]

CATEGORIES = [("Allmänt", "Fyrskenet och annat.")]

THREADS = [
    (
        "Fyrskenet på vintern?",
        "Allmänt",
        [
            ("gunilla", "-5 10:40", "Har någon haft Fyrskenet öppet i februari?"),
            ("olle", "-3 15:05", "En gång. Det kom två personer och en hund."),
        ],
        ["olle"],
    )
]
