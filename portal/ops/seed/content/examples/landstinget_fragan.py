"""Landstinget Mellanslätt 2016: asking about belonging at youth clinics."""

from datetime import date

EXAMPLE = {
    "slug": "fragan-om-sammanhang",
    "organisation": "landstinget",
    "levels": ["universell", "selektiv"],
    "environments": ["alla-miljoer"],
    "target_groups": ["unga", "personal"],
    "actors": ["vard", "skola"],
    "evidence": "compared",
    "cost_band": "medium",
    "size": "metropolitan",
    "contact_email": "ungdomshalsa@mellanslatt.example",
    "reviewed_date": date(2026, 3, 11),
    "sv": {
        "contact_role": "Utvecklingsledare, Region Mellanslätt (som tog över efter landstinget)",
        "period": "Arbetet pågick 2016–2018.",
        "cost": "240 000 kronor för hela projektet",
        "title": "Frågan om sammanhang på ungdomsmottagningen",
        "summary": "Fyra ungdomsmottagningar började fråga alla besökare om vilka de umgås med och om de känner sig hotade "
        "eller pressade av någon grupp. Två började ett år före de andra, så det gick att jämföra.",
        "need": """
Ungdomsmottagningarna frågade om alkohol, sex och våld i nära relationer, men inte om grupper som pressar. I en
genomgång av femtio besök fann vi att ämnet hade kommit upp två gånger, båda gångerna för att den unga själv tog
upp det.
""",
        "goal": "Alla som gör ett första besök ska få frågan, och den som svarar ja ska få erbjudande om ett samtal till.",
        "done": """
Barnmorskor och kuratorer skrev två frågor och provade dem på varandra tills de gick att säga utan att rodna:
Finns det sammanhang där du känner att du hör hemma? Finns det någon grupp, på nätet eller utanför, som pressar
dig att tycka eller göra saker?

Personalen fick en heldags utbildning och tre tillfällen med handledning. Två mottagningar började hösten 2016,
två hösten 2017. Lotten avgjorde vilka.
""",
        "target_group": "Alla som gjorde ett första besök, mellan 13 och 22 år. Den som svarade ja erbjöds mer.",
        "resources": "En projektledare på kvartstid i två år, vikarier under utbildningsdagen.",
        "results": """
Under jämförelseåret fick 71 procent frågorna på de två mottagningar som hade börjat. På de två andra togs ämnet upp
vid 4 procent av besöken. Fyra av hundra svarade ja på den andra frågan, och tre av dessa fyra ville ha ett samtal
till.

Fyra mottagningar är få, och de som började först hade färre vikarier redan innan. Skillnaden är så stor att vi tror
på den, men vi vet inte vad samtalen ledde till.
""",
        "not_working": """
Frågorna försvann under sommaren när vikarierna kom. Ett år efter projektet var andelen nere på 40 procent. Det
som höjde den igen var att frågorna lades in i journalmallen.

En tredje fråga, om våld för en saks skull, ströks. Den gjorde de unga misstänksamma och personalen stel.
""",
        "transferability": "Bör fungera på varje ungdomsmottagning. Kräver att det finns en kurator med tid för det andra samtalet.",
        "ethics": "Frågan ställs till alla, så att ingen väljs ut. Svaret är patientens och skrivs in i journalen bara om patienten vill ha hjälp.",
        "advice": "Lägg in frågan i mallen första dagen, inte efter projektet.",
        "lesson": "En fråga som ställs till alla blir lätt att svara på.",
    },
    "en": {
        "contact_role": "Development lead, Region Mellanslätt (which took over from the county council)",
        "period": "The work went on 2016–2018.",
        "cost": "SEK 240,000 for the whole project",
        "title": "Asking about belonging at the youth clinic",
        "summary": "Four youth clinics began to ask every visitor whom they spend time with and whether any group puts them "
        "under pressure. Two began a year before the others, so the effect could be compared.",
        "need": """
The clinics asked about alcohol, sex and violence in close relationships, but not about groups that apply pressure. In
fifty visits that we went through the subject had come up twice, both times because the young person raised it.
""",
        "done": """
Midwives and counsellors wrote two questions and tried them on one another until they could be said without blushing:
Are there places where you feel you belong? Is there any group, online or elsewhere, that presses you to think or do
things?

Staff had a day of training and three sessions of supervision. Two clinics began in the autumn of 2016, two in the
autumn of 2017, chosen by lot.
""",
        "results": """
During the year of comparison 71 per cent were asked at the two clinics that had begun, against 4 per cent at the others.
Four clinics are few, and we do not know what the talks led to.
""",
        "not_working": "The questions vanished in the summer with the substitutes, until they were put into the records template.",
        "goal": "Everybody on a first visit gets the questions, and whoever answers yes is offered another talk.",
        "transferability": "Should work at any youth clinic that has a counsellor with time for the second talk.",
        "ethics": "Everybody is asked, so nobody is picked out. The answer is the patient's and is recorded only if the patient wants help.",
        "advice": "Put the questions into the template on the first day, not after the project.",
        "lesson": "A question put to everybody is easy to answer.",
    },
}
