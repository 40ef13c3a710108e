"""Region Mellanslätt: one telephone line for health care staff who are worried."""

from datetime import date

EXAMPLE = {
    "slug": "ett-nummer-for-varden",
    "organisation": "mellanslatt",
    "levels": ["indikerad"],
    "environments": ["ensamagerande", "natmiljoer"],
    "target_groups": ["personal", "unga"],
    "actors": ["vard", "skola", "socialtjanst", "polis"],
    "evidence": "described",
    "cost_band": "high",
    "size": "metropolitan",
    "contact_email": "konsultation@mellanslatt.example",
    "reviewed_date": date(2026, 10, 2),
    "sv": {
        "contact_role": "Utvecklingsledare, barn- och ungdomspsykiatrin",
        "period": "Arbetet började 2023 och pågår.",
        "cost": "Omkring 620 000 kronor om året",
        "title": "Ett nummer för vården när oron inte går över",
        "summary": "Vårdpersonal kan ringa två erfarna kolleger och resonera om en oro, utan att nämna namn. Oftast "
        "slutar samtalet med något annat än en anmälan.",
        "need": """
Sjuksköterskor och kuratorer beskrev samma sak: en ung människa som är ensam, fascinerad av våldsdåd och som
lever mer på nätet än hemma. Är det depression, ett specialintresse eller något farligt? De gjorde antingen
ingenting eller ringde polisen.

Sekretessen upplevdes som ett hinder. När vi gick igenom reglerna visade det sig att problemet sällan var lagen.
Det var att ingen hade övat på att resonera.
""",
        "goal": """
- Den som ringer ska få tala med en kollega inom två vardagar.
- Samtalet ska sluta i ett nästa steg som den som ringer själv äger.
- Vårdens vanliga insatser ska användas i första hand.
""",
        "done": """
Två personer, en psykolog och en specialistsjuksköterska, har telefontid tre förmiddagar i veckan. Den som ringer
beskriver läget utan namn. Samtalet följer fyra frågor: Vad har du sett? Vad är nytt? Vad skyddar? Vad kan du göra
på måndag?

Vi har skrivit en sida om sekretess tillsammans med regionens jurister. Den säger i vanliga ord när man får och när
man måste lämna uppgifter till socialtjänst och polis.

En gång per termin går vi igenom samtalen i klump, utan ärenden, med elevhälsan och socialtjänsten i länet.
""",
        "target_group": """
Personal på vårdcentraler, ungdomsmottagningar och inom psykiatrin som möter unga med tidiga tecken. Tidiga
tecken betyder här att flera förändringar syns samtidigt, inte en åsikt eller ett utseende.
""",
        "resources": "Motsvarande sextio procent av en tjänst, handledning åt de två som svarar, och en halv dag juristtid om året.",
        "results": """
214 samtal på tre år. I sex av tio fall blev nästa steg ett eget samtal med patienten eller familjen, i tre av tio
en kontakt med socialtjänsten. I elva fall gjordes polisanmälan. Nio av tio som ringt säger att de skulle ringa igen.

Vi vet inte hur det gick för de unga. Det får vi inte följa och det har vi valt att inte be om.
""",
        "not_working": """
Första året låg telefontiden på eftermiddagen. Ingen ringde, för då är mottagningarna som fullast. Vi erbjöd också
en chatt. Den lade vi ner: det gick inte att vara säker på att ingen skrev ett namn.

Vuxenpsykiatrin använder knappt numret. Vi tror att frågan är en annan där och har inte löst den.
""",
        "transferability": "En region av vår storlek räcker. Mindre regioner kan dela på en linje. Kräver att någon svarar även i juli.",
        "ethics": """
Inga journalanteckningar förs av dem som svarar. Vi talar om hälsa först och hot sedan, eftersom de flesta som
oroar sin omgivning aldrig gör någon illa. Vi använder inga poängskalor.
""",
        "advice": "Lägg telefontiden på morgonen. Skriv sidan om sekretess innan ni öppnar.",
        "lesson": "Det var inte sekretessen som hindrade, det var bristen på någon att tänka högt med.",
    },
    "en": {
        "contact_role": "Development lead, child and adolescent psychiatry",
        "period": "The work began in 2023 and goes on.",
        "cost": "About SEK 620,000 a year",
        "title": "One number for health care when a worry will not go away",
        "summary": "Health care staff can call two experienced colleagues and reason about a concern without naming anybody. "
        "Most calls end in something else than a report.",
        "need": """
Nurses and counsellors described the same thing: a young person who is alone, fascinated by acts of violence, and who
lives more online than at home. Is it depression, a special interest, or something dangerous? Staff either did nothing
or called the police.

Confidentiality was felt to be an obstacle. Going through the rules showed that the law was seldom the problem: nobody
had practised reasoning.
""",
        "done": """
A psychologist and a specialist nurse answer three mornings a week. The caller describes the situation without names,
along four questions: What have you seen? What is new? What protects? What can you do on Monday?

With the region's lawyers we wrote one page, in plain words, on when information may and when it must be passed on.
""",
        "results": "214 calls in three years. Six in ten led to a talk with the patient or family, three in ten to the social services.",
        "not_working": "The first year the line was open in the afternoon, when clinics are busiest. Nobody called.",
        "goal": """
- Whoever calls speaks with a colleague within two working days.
- The call ends in a next step that the caller owns.
- Ordinary health care comes first.
""",
        "transferability": "A region of our size is enough. Smaller ones can share a line. Somebody has to answer in July too.",
        "ethics": "Those who answer keep no records. We speak of health first and threat second, as most of those who worry others never hurt anybody. We use no scales of points.",
        "advice": "Open the line in the morning. Write the page on confidentiality before you open.",
        "lesson": "Confidentiality was not the obstacle. Having nobody to think aloud with was.",
    },
}
