"""Storsund: dialogue before demonstrations."""

from datetime import date

EXAMPLE = {
    "slug": "dialog-fore-demonstrationen",
    "organisation": "storsund",
    "levels": ["selektiv"],
    "environments": ["vansterextremism", "hogerextremism"],
    "target_groups": ["unga", "vuxna"],
    "actors": ["polis", "raddningstjanst", "civilsamhalle", "skola"],
    "evidence": "described",
    "cost_band": "medium",
    "size": "metropolitan",
    "contact_email": "dialog@storsund.example",
    "reviewed_date": date(2026, 4, 16),
    "sv": {
        "contact_role": "Handläggare för dialogvärdarna, stadsledningskontoret",
        "period": "Arbetet började 2022 och pågår.",
        "cost": "Omkring 120 000 kronor om året",
        "title": "Dialog före demonstrationen",
        "summary": "Inför demonstrationer där vi väntar oss sammandrabbningar pratar kommunens dialogvärdar med dem som tänker "
        "komma, i god tid och utan polis. Fler vet vad som gäller, och färre unga dras med.",
        "need": """
Tre år i rad slutade en demonstration i centrum med krossade fönster och skadade, när en våldsbejakande vänstergrupp
gick till angrepp mot en högerextrem manifestation och poliser stod emellan. Bland de gripna fanns gymnasieelever som
inte hade varit där tidigare. De berättade att de hade kommit för att demonstrera och blivit kvar.
""",
        "goal": """
- Den som vill demonstrera fredligt ska kunna göra det.
- Unga ska veta vad som kan hända och kunna gå därifrån.
""",
        "done": """
Sex dialogvärdar ur olika förvaltningar fick utbildning i tre dagar. Tre veckor före en demonstration kontaktar de
föreningar, elevkårer och nätverk, frågar vad de planerar och berättar var det går att stå, var utgångarna finns och
hur man får hjälp.

Dagen före finns värdarna på två gymnasieskolor. På plats bär de västar och hjälper den som vill gå. De rapporterar
inte till polisen om personer, och det vet polisen om.

Vi har också pratat med äldre i den vänsterautonoma miljön som är trötta på att yngre blir skadade. De samtalen var
svårast och gav mest.
""",
        "target_group": "Unga som tänker delta i en demonstration där våld är väntat, och föreningar som kan påverka dem.",
        "resources": "Ungefär fyrtio timmar för varje demonstration. Utbildningen kostade 70 000 kronor.",
        "results": """
Värdarna har varit med vid sju demonstrationer. Vid fem var det lugnt, vid två kastades sten. Vi räknar till ett
sjuttiotal unga som bett om hjälp att ta sig därifrån. Antalet gripna under 20 år har minskat, men demonstrationerna
har också varit mindre, så vi drar inga slutsatser av det.
""",
        "not_working": """
Första gången stod värdarna intill polisens ledningsbuss. Då var samtalet över innan det börjat. Ett informationsblad
till föräldrar upplevdes som ett utpekande och drogs in.
""",
        "transferability": "För kommuner som har återkommande demonstrationer. Kräver en skriftlig överenskommelse med polisen om roller.",
        "ethics": "Rätten att demonstrera är skyddad i grundlag. Insatsen får aldrig användas för att avråda någon från att delta fredligt.",
        "advice": "Skriv ner vad värdarna inte gör. Håll det.",
        "lesson": "Den som inte är polis kan säga saker som polisen inte kan.",
    },
    "en": {
        "contact_role": "Officer for the dialogue hosts, city executive office",
        "period": "The work began in 2022 and goes on.",
        "cost": "About SEK 120,000 a year",
        "title": "Dialogue before the demonstration",
        "summary": "Before demonstrations where clashes are expected, the city's dialogue hosts talk with those who mean to come, "
        "early and without police. More people know what applies, and fewer young people are drawn in.",
        "need": """
Three years running a demonstration ended in broken windows and injuries, when a violent left-wing group attacked a
right-wing extremist rally with the police in between. Among those arrested were pupils who had come to demonstrate and had
stayed on.
""",
        "done": """
Six hosts from different departments were trained for three days. Three weeks ahead they contact associations, student
councils and networks, ask what is planned and tell where one can stand, where the exits are and how to get help. On the day
they wear vests and help whoever wants to leave. They do not report on people to the police, and the police know it.

We also talked with older people in the autonomous left who are tired of seeing the young get hurt. Those talks were the
hardest and gave the most.
""",
        "results": "Hosts took part in seven demonstrations, five of them calm. About seventy young people asked for help to leave.",
        "not_working": "The first time the hosts stood beside the police command bus. The conversation was over before it began.",
        "goal": """
- Whoever wants to demonstrate peacefully can do so.
- Young people know what may happen and can leave.
""",
        "transferability": "For cities with recurring demonstrations. Takes a written agreement with the police on roles.",
        "ethics": "The right to demonstrate is in the constitution. The hosts must never be used to dissuade anyone from taking part peacefully.",
        "advice": "Write down what the hosts do not do. Keep to it.",
        "lesson": "Somebody who is not the police can say what the police cannot.",
    },
}
