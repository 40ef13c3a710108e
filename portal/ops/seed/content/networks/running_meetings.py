"""The running network's three meetings. Days are counted from the Monday of the week of seeding."""

from datetime import time

MEETINGS = [
    {
        "key": "r1",
        "title": "Första träffen: vad är en lägesbild, och vem är den till för?",
        "days": -25,
        "start": time(10, 0),
        "end": time(15, 30),
        "venue": "Kulturhuset Kvarnen, sal 2",
        "city": "Lindåsa",
        "summary": "Vi läser varandras gamla lägesbilder och stryker allt som ingen har haft nytta av.",
        "agenda": [
            (
                time(10, 0),
                time(10, 30),
                "Välkomna",
                "David Ekwall, nätverksledare",
                "Vad vi ska hinna på ett halvår, och vad vi inte ska försöka hinna.",
            ),
            (
                time(10, 30),
                time(12, 0),
                "Två sidor räcker",
                "Amina Haddad, Lindåsa kommun",
                "Så gör Lindåsa sin lägesbild fyra gånger om året, och så gick det när de försökte med en enkät.",
            ),
            (time(12, 0), time(13, 0), "Lunch", "", ""),
            (
                time(13, 0),
                time(14, 30),
                "Stryk i en gammal lägesbild",
                "Alla",
                "Ta med er senaste. Vi stryker det som ingen har fattat ett beslut på.",
            ),
            (time(14, 40), time(15, 30), "Uppgiften hem", "David Ekwall", "Vem vet vad hos oss?"),
        ],
        "materials": [
            ("before", None, "Program för dagen", "program-lokal-lagesbild-1.pdf"),
            ("during", 1, "Sju frågor, Lindåsas formulär", "sju-fragor.docx"),
            ("after", 3, "Det vi strök, och varför", "det-vi-strok.txt"),
        ],
    },
    {
        "key": "r2",
        "title": "Andra träffen: att väga det man vet",
        "days": 17,
        "start": time(9, 30),
        "end": time(15, 0),
        "venue": "Regionens hus, Almsalen",
        "city": "Mellanslätt",
        "video_url": "https://mote.natverket.example/lokal-lagesbild-2",
        "summary": "Flera källor, en källa eller en känsla? Vi övar på att väga påståenden och på att skriva så att ingen kan kännas igen.",
        "agenda": [
            (
                time(9, 30),
                time(10, 0),
                "Sedan sist",
                "David Ekwall, nätverksledare",
                "Vad svaren från uppgiften säger tillsammans.",
            ),
            (
                time(10, 0),
                time(11, 30),
                "A, B eller C?",
                "Per-Olof Grahn, Region Mellanslätt",
                "Övning med tolv påståenden om en påhittad ort. Grupperna brukar inte bli överens, och det är meningen.",
            ),
            (time(11, 30), time(12, 30), "Lunch", "", ""),
            (
                time(12, 30),
                time(13, 30),
                "Skriv så att ingen känns igen",
                "Ett dataskyddsombud",
                "Vad som pekar ut någon i en liten kommun, och hur man skriver i stället.",
            ),
            (time(13, 45), time(15, 0), "Arbete med den egna bilden", "Alla", "Ta med era svar från fem verksamheter."),
        ],
        "materials": [
            ("before", None, "Program för dagen", "program-lokal-lagesbild-2.pdf"),
            ("before", 1, "Tolv påståenden att väga", "tolv-pastaenden.csv"),
        ],
    },
    {
        "key": "r3",
        "title": "Tredje träffen: från bild till beslut",
        "days": 92,
        "start": time(10, 0),
        "end": time(15, 0),
        "venue": "Lokal meddelas",
        "city": "Storsund",
        "summary": "Varje organisation visar sin bild och det beslut den ledde till. Vi bestämmer hur arbetet hålls vid liv.",
        "agenda": [
            (time(10, 0), time(12, 0), "Bilderna", "Alla deltagare", "Tio minuter var."),
            (time(12, 0), time(13, 0), "Lunch", "", ""),
            (
                time(13, 0),
                time(15, 0),
                "Vem frågar om ett år?",
                "David Ekwall",
                "Vi skriver in det i årshjulet innan vi går hem.",
            ),
        ],
        "materials": [],
    },
]
