"""The running network's forum. Hours are counted back from the moment of seeding."""

CATEGORIES = [
    ("Allmänt", "Frågor och tips som inte hör hemma någon annanstans."),
    ("Lägesbild", "Frågor, formulär, källor och vägning."),
    ("Samverkan och sekretess", "Vem gör vad, och vad får vi berätta för varandra?"),
]

# (title, category, [(person, hours ago, text), ...], those who have read it to the end)
THREADS = [
    (
        "Hur får ni skolan att svara i tid?",
        "Lägesbild",
        [
            (
                "cecilia",
                190,
                "Fritiden svarar samma dag. Skolan svarar efter tre påminnelser, och då kort. Hur gör ni?",
            ),
            (
                "amina",
                186,
                "Vi bytte dag. Ingen rektor hinner i samma vecka som betygen. Nu frågar vi i vecka 7, 19, 36 och 47.",
            ),
            ("torbjorn", 160, "Vi åker dit. Tjugo minuter på en arbetsplatsträff ger mer än tio mejl."),
            ("sanna", 30, "Jag är själv rektor. Fråga kuratorn och säg till rektorn att ni gör det, så är alla nöjda."),
        ],
        ["cecilia", "torbjorn", "leila"],
    ),
    (
        "Vad gör ni med påståenden som bara är en känsla?",
        "Lägesbild",
        [
            (
                "vera",
                118,
                "På biblioteket har vi en känsla av att samtalen har blivit hårdare. Ingen kan peka på något. Ska det stå i bilden?",
            ),
            ("amina", 112, "Ja, men märk det C. Om tre verksamheter har samma C tar vi upp det på mötet."),
            ("perolof", 96, "Vi strök alla C första gången. Det ångrar jag, för ett av dem visade sig stämma."),
            ("vera", 26, "Då skriver jag in det. Tack båda två."),
        ],
        ["perolof", "vera"],
    ),
    (
        "Får vi använda bilder från sociala medier i lägesbilden?",
        "Samverkan och sekretess",
        [
            (
                "bo",
                74,
                "En fritidsledare har sparat skärmbilder från ett öppet konto. Det syns namn. Jag har bett henne att vänta.",
            ),
            (
                "david",
                70,
                "Klokt. Ta inte in dem i bilden. Beskriv i stället vad som sprids, i vilken sorts kanal och när. Behöver någon hjälp är det en annan väg, och den går via socialtjänsten eller polisen.",
            ),
            (
                "cecilia",
                22,
                "Vi hade samma fråga i våras. Vårt dataskyddsombud skrev en halv sida som jag kan ta med till nästa träff.",
            ),
        ],
        ["bo", "david"],
    ),
    (
        "Samåkning till Mellanslätt",
        "Allmänt",
        [
            ("sanna", 50, "Jag kör från Kvarnsele kvällen före och har tre platser. Någon längs vägen?"),
            ("cecilia", 47, "Ja tack, vid stationen i Norrvik. Klara kommer kanske också."),
        ],
        ["sanna", "cecilia"],
    ),
    (
        "Tips: öva på en ort som inte finns",
        "Allmänt",
        [
            (
                "leila",
                9,
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
            580,
            "Tack för en bra dag på avstånd, jag fick materialet av Cecilia. Var ligger anteckningarna om det ni strök?",
        ),
        ("david", 570, "De ligger nu under träffen, bland det som hör till efteråt."),
    ],
    "r2": [
        ("torbjorn", 44, "Jag är bortrest den dagen. Går det bra att skicka en kollega i stället?"),
        ("david", 41, "Ja, gärna. Skriv vem det blir så att lunchen räcker."),
    ],
}
