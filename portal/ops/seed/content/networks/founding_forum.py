"""The founding network's forum, now closed. (title, category, [(person, "YYYY-MM-DD HH:MM", text), ...])"""

CATEGORIES = [
    ("Allmänt", "Frågor och tips som inte hör hemma någon annanstans."),
    ("Inventering och lägesbild", "Hur vi tar reda på läget, och vad vi gör av det."),
    ("Samverkan och sekretess", "Vem gör vad, och vad får vi berätta för varandra?"),
]

THREADS = [
    (
        "Hur många verksamheter frågade ni?",
        "Inventering och lägesbild",
        [
            (
                "ida",
                "2017-01-17 14:05",
                "Vi har bett fem verksamheter svara, men det har kommit två svar. Hur många har ni frågat, och hur fick ni dem att svara?",
            ),
            (
                "leila",
                "2017-01-17 16:40",
                "Tre. Vi åkte dit och satt med en halvtimme i stället för att mejla. Det tog en vecka, men då var det klart.",
            ),
            (
                "rasmus",
                "2017-01-18 09:12",
                "Vi mejlade trettio mottagningar och fick fyra svar. Jag önskar att jag hade läst Leilas inlägg först.",
            ),
            ("ida", "2017-01-24 11:30", "Nu har jag varit på biblioteket och fritidsgården. Så mycket bättre. Tack!"),
        ],
    ),
    (
        "Vad kallar ni det i kallelsen?",
        "Allmänt",
        [
            ("leila", "2017-05-09 10:22", "Ingen kommer när det står radikalisering på affischen. Vad skriver ni?"),
            ("ida", "2017-05-09 13:15", "Vi skrev trygghet, men då kom det bara folk som ville prata om belysning."),
            (
                "rasmus",
                "2017-05-10 08:50",
                "På våra mottagningar heter det frågan om sammanhang. Det går att säga högt.",
            ),
            ("leila", "2017-06-01 15:44", "Vi provar Tonår i Björkhaga i höst. Jag återkommer om hur det gick."),
            ("leila", "2017-10-12 09:31", "Fullt. Elva anmälda, fem pappor."),
        ],
    ),
    (
        "Får skolan berätta för fritidsgården?",
        "Samverkan och sekretess",
        [
            (
                "ida",
                "2017-10-03 12:48",
                "En rektor undrar om hon får säga till fritidsledaren att det är oroligt i en grupp elever, utan att nämna namn.",
            ),
            (
                "david",
                "2017-10-03 15:20",
                "Bra fråga till fjärde träffen, då kommer en jurist. Tills dess: prata gärna om platser och tider. Det räcker ofta.",
            ),
            (
                "ida",
                "2017-12-07 09:05",
                "Svaret från juristen ligger bland materialen från träffen. Kort version: det rektorn ville säga gick utmärkt att säga.",
            ),
        ],
    ),
    (
        "Tack för den här tiden",
        "Allmänt",
        [
            (
                "david",
                "2018-04-12 08:30",
                "Nu är nätverket slut. Allt material ligger kvar här för er som var med, men det går inte längre att skriva. Tack för att ni har varit så öppna med det som inte gick.",
            ),
            ("ida", "2018-04-12 10:02", "Tack själv. Den sista timmen borde ha varit en hel dag."),
        ],
    ),
]
