"""The running network's forum. Days are counted from the Monday of the week of seeding."""

CATEGORIES = [
    ("Allmänt", "Frågor och tips som inte hör hemma någon annanstans."),
    ("Lägesbild", "Frågor, formulär, källor och vägning."),
    ("Samverkan och sekretess", "Vem gör vad, och vad får vi berätta för varandra?"),
]

# (title, category, [(person, "day HH:MM", text), ...], those who have read it to the end)
THREADS = [
    (
        "Hur får ni skolan att svara i tid?",
        "Lägesbild",
        [
            (
                "cecilia",
                "-13 09:20",
                "Fritiden svarar samma dag. Skolan svarar efter tre påminnelser, och då kort. Hur gör ni?",
            ),
            (
                "amina",
                "-13 10:05",
                "Vi bytte dag. Ingen rektor hinner i samma vecka som betygen. Nu frågar vi i vecka 7, 19, 36 och 47.",
            ),
            ("torbjorn", "-12 16:10", "Vi åker dit. Tjugo minuter på en arbetsplatsträff ger mer än tio mejl."),
            (
                "sanna",
                "-4 15:32",
                "Jag är själv rektor. Fråga kuratorn och säg till rektorn att ni gör det, så är alla nöjda.",
            ),
        ],
        ["cecilia", "torbjorn", "leila"],
    ),
    (
        "Vad gör ni med påståenden som bara är en känsla?",
        "Lägesbild",
        [
            (
                "vera",
                "-11 13:45",
                "På biblioteket har vi en känsla av att samtalen har blivit hårdare. Ingen kan peka på något. Ska det stå i bilden?",
            ),
            ("amina", "-11 14:20", "Ja, men märk det C. Om tre verksamheter har samma C tar vi upp det på mötet."),
            (
                "perolof",
                "-10 08:55",
                "Vi strök alla C första gången. Det ångrar jag, för ett av dem visade sig stämma.",
            ),
            ("vera", "-4 09:10", "Då skriver jag in det. Tack båda två."),
        ],
        ["perolof", "vera"],
    ),
    (
        "Får vi använda bilder från sociala medier i lägesbilden?",
        "Samverkan och sekretess",
        [
            (
                "bo",
                "-6 10:48",
                "En fritidsledare har sparat skärmbilder från ett öppet konto. Det syns namn. Jag har bett henne att vänta.",
            ),
            (
                "david",
                "-6 11:30",
                "Klokt. Ta inte in dem i bilden. Beskriv i stället vad som sprids, i vilken sorts kanal och när. Behöver någon hjälp är det en annan väg, och den går via socialtjänsten eller polisen.",
            ),
            (
                "cecilia",
                "-3 08:40",
                "Vi hade samma fråga i våras. Vårt dataskyddsombud skrev en halv sida som jag kan ta med till nästa träff.",
            ),
        ],
        ["bo", "david"],
    ),
    (
        "Samåkning till Mellanslätt",
        "Allmänt",
        [
            ("sanna", "-5 12:15", "Jag kör från Kvarnsele kvällen före och har tre platser. Någon längs vägen?"),
            ("cecilia", "-5 13:02", "Ja tack, vid stationen i Norrvik. Klara kommer kanske också."),
        ],
        ["sanna", "cecilia"],
    ),
    (
        "Tips: öva på en ort som inte finns",
        "Allmänt",
        [
            (
                "leila",
                "-3 14:18",
                "Vi hittade på en stadsdel och lät sex arbetslag skriva lägesbild om den. Ingen behövde vara rädd för att peka ut någon. Rekommenderas.",
            ),
        ],
        ["leila"],
    ),
]

# What was written in the threads that meetings and assignments open by themselves: key -> posts.
OPENED = {
    "r1": [
        (
            "vera",
            "-24 09:05",
            "Tack för en bra dag på avstånd, jag fick materialet av Cecilia. Var ligger anteckningarna om det ni strök?",
        ),
        ("david", "-24 10:30", "De ligger nu under träffen, bland det som hör till efteråt."),
    ],
    "r2": [
        ("torbjorn", "-5 15:50", "Jag är bortrest den dagen. Går det bra att skicka en kollega i stället?"),
        ("david", "-4 08:25", "Ja, gärna. Skriv vem det blir så att lunchen räcker."),
    ],
}
