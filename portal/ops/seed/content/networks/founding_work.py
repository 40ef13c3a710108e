"""The founding network's assignments between the meetings, with answers and feedback. Demonstration."""

from datetime import date

# Answers: organisation -> (state, visibility, submitted, [one answer per question], (strength, question) or None)
ASSIGNMENTS = [
    {
        "key": "fa1",
        "before": "f2",
        "opens": date(2016, 12, 8),
        "due": date(2017, 3, 22),
        "title": "En första inventering av lokala behov",
        "intro": """
Ta reda på vad ni redan vet. Fråga minst tre verksamheter. Skriv om miljöer och platser, aldrig om enskilda personer.
""",
        "questions": [
            "Vilka våldsbejakande miljöer märks hos er, och hur vet ni det?",
            "Vad gör ni redan i dag som skyddar?",
            "Vad vet ni inte, och vem skulle kunna veta?",
        ],
        "answers": {
            "alvnas": (
                "done",
                "network",
                date(2017, 3, 20),
                [
                    "En högerextrem grupp delar ut flygblad vid gymnasiet några gånger per termin. Det vet vi av rektorn och av "
                    "polisen. Att två familjer har anhöriga i en annan miljö har vi fått höra av en förening, men det är en enda källa.",
                    "Fältgruppen finns ute fyra kvällar i veckan. Skolan arbetar med demokrati i årskurs åtta. Vi har ett råd för "
                    "trygghetsfrågor där polisen är med.",
                    "Vi vet inget om nätet. Vi har inte frågat föreningarna på ett ordnat sätt. Biblioteket och "
                    "arbetsmarknadsenheten har aldrig fått frågan.",
                ],
                (
                    "Ni skiljer tydligt på det som flera källor säger och det som en enda säger.",
                    "Vem skulle kunna fråga föreningarna utan att det låter som en kontroll?",
                ),
            ),
            "bjorkhaga": (
                "done",
                "network",
                date(2017, 3, 22),
                [
                    "Värvning till islamistiska grupper har minskat sedan 2015 men rösterna finns kvar på nätet och i ett par "
                    "lokaler. Flera föreningar säger samma sak oberoende av varandra.",
                    "Familjecentralen, tre föreningar med läxhjälp och en fritidsgård med stor tillit. Samverkan mellan skola, "
                    "socialtjänst, polis och fritid möts varannan vecka.",
                    "Hur föräldrarna har det. De kommer sällan till oss.",
                ],
                (
                    "Att ni har frågat föreningarna först och myndigheterna sedan.",
                    "Vad skulle få föräldrar att vilja komma, om ni fick börja om?",
                ),
            ),
            "landstinget": (
                "done",
                "internal",
                date(2017, 3, 29),
                [
                    "Vården ser enskilda människor, inte miljöer. Ungdomsmottagningarna hör ibland om grupptryck, men ingen frågar.",
                    "Elevhälsan och ungdomsmottagningarna har hög tillit bland unga.",
                    "Nästan allt. Vi har ingen plats där sådant samlas, och vi är osäkra på om det ska finnas en.",
                ],
                (
                    "Ärligheten i det sista svaret. Det är en bra utgångspunkt.",
                    "Vilken fråga skulle gå att ställa till alla besökare utan att peka ut någon?",
                ),
            ),
        },
    },
    {
        "key": "fa2",
        "before": "f3",
        "opens": date(2017, 4, 7),
        "due": date(2017, 8, 25),
        "title": "Välj två prioriteringar",
        "intro": "Ni har sett mer än ni hinner göra något åt. Välj två saker och säg varför ni väljer bort resten.",
        "questions": [
            "Vilka två saker prioriterar ni, och vilken grund har ni för det?",
            "Vad har ni valt bort, och vem har bestämt det?",
            "Hur ska ni märka om det blir bättre?",
        ],
        "answers": {
            "alvnas": (
                "done",
                "network",
                date(2017, 8, 24),
                [
                    "Stöd till den som vill lämna en extremistisk miljö, eftersom det tog nio dagar förra gången. Och en bättre bild "
                    "av vad som händer vid gymnasiet.",
                    "Kampanjer. Kommunchefen bestämde det efter en halvtimme på ledningsgruppen.",
                    "Tiden från första samtal till beslut. För gymnasiet frågar vi eleverna om de känner sig trygga på rasterna.",
                ],
                (
                    "Ett mått som är en tid i dagar är svårt att prata bort.",
                    "Vem mäter när ärendet bara kommer vartannat år?",
                ),
            ),
            "bjorkhaga": (
                "done",
                "public",
                date(2017, 8, 18),
                [
                    "Föräldrar, därför att alla vi frågade nämnde dem. Och de tre skolor där personalen själv säger att de är osäkra.",
                    "En informationsfilm. Nämndens presidium sa nej i juni, och det var nog rätt.",
                    "Sex frågor till föräldrarna före och efter. Antalet pappor.",
                ],
                ("Att ni vågade ställa in filmen.", "Vad gör ni om föräldrarna inte kommer?"),
            ),
            "landstinget": (
                "done",
                "network",
                date(2017, 9, 1),
                [
                    "Två frågor till alla som kommer till ungdomsmottagningen för första gången. En utbildningsdag för personalen.",
                    "Psykiatrin, tills vidare. Ledningen vill se hur det går först.",
                    "Andelen som har fått frågan. Och hur många som vill komma tillbaka.",
                ],
                (
                    "Ni låter två mottagningar vänta ett år, så att det går att jämföra.",
                    "Hur håller frågorna över en sommar med vikarier?",
                ),
            ),
        },
    },
    {
        "key": "fa3",
        "before": "f4",
        "opens": date(2017, 9, 8),
        "due": date(2017, 11, 24),
        "title": "Rita er samverkan",
        "intro": "Vem gör vad när någon är orolig? Rita, fråga dem ni har ritat in och rätta.",
        "questions": [
            "Beskriv vägen från den första oron till det första stödet, steg för steg.",
            "Var tar det stopp?",
        ],
        "answers": {
            "alvnas": (
                "done",
                "network",
                date(2017, 11, 20),
                [
                    "Lärare, rektor, socialtjänstens mottagning, enhetschef, beslut i nämnden. Fem steg. När vi frågade visade det "
                    "sig att fyra av de fem trodde att de var först.",
                    "Mellan enhetschef och nämnd. Nämnden träffas en gång i månaden.",
                ],
                ("Att ni frågade dem ni hade ritat in.", "Kan nämnden delegera beslutet i förväg?"),
            ),
            "bjorkhaga": (
                "done",
                "network",
                date(2017, 11, 23),
                [
                    "Förening eller skola, gruppen som möts varannan vecka, socialtjänsten. Tre steg på papperet.",
                    "På sommaren. Gruppen tar uppehåll i sju veckor.",
                ],
                ("Kort väg, och ni vet när den inte fungerar.", "Vem svarar i juli?"),
            ),
        },
    },
    {
        "key": "fa4",
        "before": "f5",
        "opens": date(2017, 12, 7),
        "due": date(2018, 3, 28),
        "title": "Skriv er berättelse",
        "intro": "En sida till den kommun som börjar nästa år. Berätta vad ni gjorde, vad som kom ut av det och vad ni ångrar.",
        "questions": [
            "Vad har ni startat eller utvecklat?",
            "Vad fungerade inte?",
            "Vilket råd ger ni den som ska börja?",
        ],
        "answers": {
            "alvnas": (
                "done",
                "public",
                date(2018, 3, 26),
                [
                    "En pärm, tre telefonnummer och ett delegationsbeslut. Nämnden sa ja i februari.",
                    "Vi glömde arbetsmarknadsenheten. Inventeringen av nätet kom aldrig igång.",
                    "Få delegationen på plats en lugn dag.",
                ],
                ("Att det finns ett beslut, inte bara en plan.", "Vem ser till att pärmen stämmer om tre år?"),
            ),
            "bjorkhaga": (
                "done",
                "public",
                date(2018, 3, 27),
                [
                    "Föräldragrupper tillsammans med föreningar. Fyra grupper är igång.",
                    "De två första ställdes in. Vi hade fel ord på affischen.",
                    "Betala föreningarna lika mycket som er egen personal.",
                ],
                ("Ni berättar om det som ställdes in.", "Hur vet ni vilka som slutar i förtid?"),
            ),
            "landstinget": (
                "submitted",
                "network",
                date(2018, 4, 9),
                [
                    "Två frågor på fyra ungdomsmottagningar.",
                    "Frågorna försvann över sommaren.",
                    "Lägg in frågan i mallen första dagen.",
                ],
                None,
            ),
        },
    },
]

# Files that were handed in: (assignment, organisation) -> names in materials.py.
FILES = {
    ("fa3", "alvnas"): ["vagen-fran-oro-till-stod.txt"],
    ("fa4", "alvnas"): ["parmens-innehall.docx"],
}
