"""Östra Dalbygden: three municipalities share one team."""

from datetime import date

EXAMPLE = {
    "slug": "tre-kommuner-ett-team",
    "organisation": "samverkan",
    "levels": ["indikerad", "forhindrande"],
    "environments": ["alla-miljoer"],
    "target_groups": ["unga", "foraldrar"],
    "actors": ["socialtjanst", "skola", "polis", "vard", "fritid"],
    "evidence": "evaluated",
    "cost_band": "high",
    "size": "medium",
    "contact_email": "teamet@ostradalbygden.example",
    "reviewed_date": date(2026, 10, 19),
    "sv": {
        "contact_role": "Teamledare, Samverkan i Östra Dalbygden",
        "period": "Arbetet började 2020 och pågår.",
        "cost": "1,9 miljoner kronor om året, delat på tre kommuner",
        "title": "Tre kommuner, ett team",
        "summary": "Tre små kommuner delar på ett team som möter unga med tidiga tecken och deras familjer. Två forskare utan "
        "del i arbetet har utvärderat det, med både goda och mindre goda omdömen.",
        "need": """
Var för sig hade kommunerna tre, fyra ärenden om året där en ung person var på väg in i en våldsbejakande miljö. Det är
för få för att bygga kunskap och för allvarliga för att improvisera. Samma psykolog satt dessutom i alla tre
kommunernas samråd.
""",
        "goal": """
- Ett första möte med den unga och familjen inom fem vardagar.
- En gemensam plan inom tre veckor, med samtycke.
- Stödet ska kunna pågå i ett år, också efter 18-årsdagen.
""",
        "done": """
Kommunerna skrev ett avtal där den största är värd. Teamet har fyra personer på deltid: en socionom, en psykolog,
en pedagog och en fritidsledare. Polisen deltar i samråd men inte i behandlande samtal.

Varje familj får en och samma kontaktperson. Man börjar med det som den unga själv vill ändra på, ofta sömn, skola
eller ensamhet. Ideologin tas upp först när det finns en relation.

En styrgrupp med de tre socialcheferna träffas fyra gånger om året och ser bara sammanräknade uppgifter.
""",
        "target_group": """
Unga mellan 12 och 20 år med tidiga tecken, det vill säga där flera vuxna oberoende av varandra är oroliga, och deras
familjer. Allt stöd är frivilligt.
""",
        "resources": "Två och en halv heltid tillsammans, delat efter invånarantal. Handledning en gång i månaden.",
        "results": """
Utvärderingen från 2024 jämförde 41 familjer i teamet med 38 familjer i fyra liknande kommuner. Tiden till ett första
möte var 4 dagar mot 19. Efter ett år hade 68 procent av de unga ordnad skola eller arbete, mot 47 procent. I fråga om
attityder till våld fanns ingen säker skillnad.

Forskarna påpekar att grupperna är små, att familjer som tackar ja kan vara mer motiverade, och att ett år är kort tid.
""",
        "not_working": """
Journalföringen höll på att fälla alltihop. Tre socialtjänster med tre system tog ett år att reda ut. I dag förs journal
bara i hemkommunen.

Skolorna ville ha löpande rapporter. Det fick de inte, och två rektorer slutade hänvisa. Vi borde ha sagt det första dagen.
""",
        "transferability": """
Fungerar när kommunerna redan litar på varandra. Avtalet, men inte teamets erfarenhet, går att kopiera. Räkna med ett
och ett halvt år innan det löper.
""",
        "ethics": """
Samtycke är grunden, och den unga får läsa det som skrivs. Sekretessen bryts bara när lagen kräver det. Utvärderarna
fick uppgifter som inte gick att koppla till personer, efter etikprövning.
""",
        "advice": "Låt jurister och systemförvaltare träffas före teamet. Säg från början vad skolan inte kommer att få veta.",
        "lesson": "Den som får hjälp med sömn och skola stannar kvar tillräckligt länge för att tala om resten.",
    },
    "en": {
        "contact_role": "Team leader, Samverkan i Östra Dalbygden",
        "period": "The work began in 2020 and goes on.",
        "cost": "SEK 1.9 million a year, shared by three municipalities",
        "title": "Three municipalities, one team",
        "summary": "Three small municipalities share a team that meets young people with early signs, and their families. Two "
        "researchers with no part in the work have evaluated it, with praise as well as doubts.",
        "need": """
Each municipality had three or four cases a year in which a young person was on the way into a violent environment: too few
to build knowledge, too serious to improvise. The same psychologist even sat in all three municipalities' consultations.
""",
        "done": """
The largest municipality is host under an agreement. The team has four part-time members: a social worker, a psychologist, a
teacher and a youth worker. The police take part in consultations but not in treatment.

Each family has one and the same contact. Work starts with what the young person wants to change, often sleep, school or
loneliness. Ideology is raised only when there is a relationship. All support is voluntary.
""",
        "results": """
An evaluation in 2024 compared 41 families with 38 in four similar municipalities. The first meeting came after 4 days
against 19; after a year 68 per cent had school or work in order, against 47. On attitudes to violence there was no certain
difference. The groups are small and a year is short.
""",
        "not_working": "Three record systems took a year to sort out. Schools wanted running reports, and should have been told no on the first day.",
        "goal": """
- A first meeting with the young person and the family within five working days.
- A joint plan within three weeks, with consent.
- Support can go on for a year, beyond the eighteenth birthday.
""",
        "transferability": "Works when the municipalities already trust one another. The agreement can be copied, the team's experience cannot. Count on a year and a half before it runs.",
        "ethics": "Consent is the ground, and the young person may read what is written. The evaluators got data that could not be tied to people, after an ethical review.",
        "advice": "Let lawyers and system managers meet before the team does. Say from the start what the school will not be told.",
        "lesson": "Whoever gets help with sleep and school stays long enough to talk about the rest.",
    },
}
