"""The running network's assignments. Days are counted from the Monday of the week of seeding."""

# Answers: organisation -> state, visibility, days (of the last change), who wrote, one answer per question,
# feedback (strength, question) or None.
ASSIGNMENTS = [
    {
        "key": "ra1",
        "before": "r1",
        "opens": -40,
        "due": -26,
        "title": "Berätta vilka ni är",
        "intro": "Kort, så att de andra vet vem de ska fråga om vad. En halv sida räcker.",
        "questions": ["Vad är ni bra på?", "Vad behöver ni hjälp med?"],
        "answers": {
            "lindasa": {
                "state": "done",
                "visibility": "network",
                "days": -27,
                "by": "amina",
                "answers": [
                    "Vi har gjort tio lägesbilder och vet hur man får fem verksamheter att svara i tid.",
                    "Att få med det som händer på nätet utan att spana på någon.",
                ],
                "feedback": (
                    "Konkret och användbart för de andra.",
                    "Vem hos er skulle veta mest om nätet, om ni frågade de unga?",
                ),
            },
            "norrvik": {
                "state": "done",
                "visibility": "network",
                "days": -28,
                "by": "cecilia",
                "answers": [
                    "Att arbeta med platser: torget, busshållplatsen, hallen.",
                    "Allt det där finns i huvudet på två personer. Vi behöver få ner det på papper.",
                ],
                "feedback": ("Ni vet precis var det brister.", "Kan den ena intervjua den andra?"),
            },
        },
    },
    {
        "key": "ra2",
        "opens": -24,
        "due": -6,
        "title": "Vem vet vad hos oss?",
        "intro": """
Gör en lista över de verksamheter som kan veta något om läget hemma. Prata med minst tre av dem innan ni svarar.
Skriv om verksamheter och platser, aldrig om enskilda personer.
""",
        "questions": [
            "Vilka verksamheter kan veta något, och vad?",
            "Vilka har ni pratat med, och vad förvånade er?",
            "Vem saknas fortfarande?",
        ],
        "answers": {
            "lindasa": {
                "state": "returned",
                "visibility": "network",
                "days": -7,
                "by": "amina",
                "answers": [
                    "Skolan, socialtjänsten, kultur och fritid, polisen och bostadsbolaget. De fem är med i dag.",
                    "Bostadsbolaget, fritidsgården och biblioteket. Det förvånade oss att biblioteket ser mest av alla, och att ingen har frågat.",
                    "Troligen flera.",
                ],
                "feedback": (
                    "Att ni gick till biblioteket fast det inte stod på listan.",
                    "Ni skriver att flera saknas. Vilka är det, och vem av er frågar dem? Komplettera gärna den tredje frågan.",
                ),
            },
            "norrvik": {
                "state": "done",
                "visibility": "network",
                "days": -12,
                "by": "cecilia",
                "answers": [
                    "Fältarbetaren, fritidsgården, gymnasiets kurator, handlarna vid torget och busschaufförerna.",
                    "Fältarbetaren, kuratorn och två chaufförer. Chaufförerna vet vilka unga som inte vill gå av vid torget.",
                    "Trossamfunden och idrottsföreningarna. Cecilia ringer dem före nästa träff.",
                ],
                "files": ["vem-vet-vad-norrvik.csv"],
                "feedback": (
                    "Busschaufförerna! Det tar vi upp på nästa träff.",
                    "Hur frågar ni dem igen om ett halvår?",
                ),
            },
            "bjorkhaga": {
                "state": "submitted",
                "visibility": "network",
                "days": -6,
                "by": "leila",
                "answers": [
                    "Familjecentralen, fyra föreningar, tre skolor, fritidsgården, polisens områdespoliser.",
                    "Två föreningar och en skola. Föreningarna tyckte att vi frågade för sent, alltid efter att något hade hänt.",
                    "Vårdcentralen. Där har vi ingen kontakt alls.",
                ],
                "feedback": None,
            },
            "mellanslatt": {
                "state": "submitted",
                "visibility": "internal",
                "days": -4,
                "by": "perolof",
                "answers": [
                    "Ungdomsmottagningarna, barn- och ungdomspsykiatrin, akutmottagningen och ambulansen.",
                    "Ungdomsmottagningarna och akuten. Akuten har sett mer än vi trodde, men har ingen tid att berätta.",
                    "Primärvården. Den är stor och vi vet inte i vilken ände vi ska börja.",
                ],
                "feedback": None,
            },
        },
    },
    {
        "key": "ra3",
        "before": "r2",
        "opens": -5,
        "due": 14,
        "title": "Sju frågor till fem verksamheter",
        "intro": """
Låt fem verksamheter svara på samma frågor. Använd Lindåsas formulär från första träffen, eller ert eget. Ta med
svaren, utan namn, till den andra träffen.
""",
        "questions": [
            "Vilka frågor ställde ni, och varför just de?",
            "Vad säger svaren tillsammans? Märk varje påstående med A, B eller C.",
            "Vad går inte att säga utan att någon känns igen?",
        ],
        "answers": {
            "lindasa": {
                "state": "draft",
                "visibility": "internal",
                "days": -3,
                "by": "bo",
                "answers": [
                    "Vi behöll fem av de sju frågorna från i fjol och bytte ut två. Frågan om nätet var för vid, nu frågar vi i "
                    "stället vad ungdomarna själva pratar om på fritidsgården.",
                    "Klistermärken vid hållplatserna finns kvar, A. Stämningen på gården är bättre än i våras, B. "
                    "Amina, kan du fylla på med det du fick från skolan?",
                    "",
                ],
                "feedback": None,
            },
            "stenvalla": {
                "state": "submitted",
                "visibility": "network",
                "days": -3,
                "by": "torbjorn",
                "answers": [
                    "Tre frågor i stället för sju. Vi har bara en kväll per verksamhet och ville hinna prata.",
                    "Skolan och fritiden är överens om att fler unga är ensamma, A. Att det finns en ny grupp i de norra delarna, C.",
                    "Allt som gäller de norra delarna. Där bor för få, så vi skriver kommunen i stället.",
                ],
                "feedback": None,
            },
        },
    },
    {
        "key": "ra4",
        "before": "r3",
        "opens": 18,
        "due": 80,
        "is_draft": True,
        "title": "Två sidor till ledningen",
        "intro": "Skriv bilden på två sidor och låt ledningen svara. Uppgiften är ett utkast som ännu bara nätverksledaren ser.",
        "questions": [
            "Vad har ändrats sedan sist?",
            "Vad föreslår ni, och vem har svarat?",
        ],
        "answers": {},
    },
]
