"""Norrvik: when a group made the café its own."""

from datetime import date

EXAMPLE = {
    "slug": "nar-fiket-blev-nagons-revir",
    "organisation": "norrvik",
    "levels": ["universell", "selektiv"],
    "environments": ["hogerextremism"],
    "target_groups": ["unga", "personal"],
    "actors": ["fritid", "civilsamhalle", "polis", "naringsliv"],
    "evidence": "experience",
    "cost_band": "medium",
    "size": "medium",
    "contact_email": "folkhalsa@norrvik.example",
    "reviewed_date": date(2026, 6, 8),
    "sv": {
        "contact_role": "Folkhälsostrateg, kommunstyrelsens kontor",
        "period": "Arbetet pågick 2023–2025.",
        "cost": "Omkring 280 000 kronor om året, utöver tjänsten",
        "title": "När fiket blev någons revir",
        "summary": "En våldsbejakande högerextrem grupp tog över en mötesplats i centrum. Vi tog inte tillbaka den med vakter "
        "utan med öppettider, vuxna och en fotbollsplan.",
        "need": """
Hösten 2023 satt samma åtta, tio unga män på torgfiket varje eftermiddag, med kläder och märken som inte gick att ta
miste på. De var artiga mot personalen. Andra unga slutade komma. Två elever på gymnasiet berättade att de hade blivit
ombedda att hjälpa till med affischering mot betalning i gymkort.

Fritidsgården hade samtidigt dragit ner till två kvällar i veckan.
""",
        "goal": """
- Unga av alla slag ska våga vara i centrum på eftermiddagarna.
- Ingen ungdom ska behöva en sådan grupp för att få tillgång till träning, skjuts eller sällskap.
""",
        "done": """
Vi öppnade fritidsgården fem eftermiddagar, flyttade en fältarbetare till torget och hyrde fotbollshallen
måndagar och torsdagar. Idrottsföreningen fick pengar för två ledare som känner till ungas miljöer.

Handlarna fick en kväll med polisen och oss: vad är olagligt, vad är obehagligt och vad gör man i vilket fall.
Fiket införde en enkel regel om att den som sitter ska ha beställt, lika för alla.

Fältarbetaren pratade med alla på torget, också med gruppen. Två yngre som hängde i utkanten visade sig mest
vilja ha skjuts hem till byarna. Då ordnade vi en sen buss.
""",
        "target_group": "Alla unga mellan 13 och 20 år, och särskilt de som bor i byarna utan egen skjuts.",
        "resources": "En fältarbetare på heltid, hallhyra, en busslinje tre kvällar i veckan i åtta månader.",
        "results": """
Besöken på fritidsgården gick från 40 till 170 i veckan. I skolenkäten sa 62 procent av niorna att de trivs i
centrum, mot 41 procent två år tidigare. Gruppen syns sällan på torget nu.

Om det beror på oss vet vi inte. Två av dem som ledde gruppen flyttade samma vår.
""",
        "not_working": """
Väktaren som vi hyrde in första månaden gjorde det värre. Det blev en tävling. Vi avbröt efter tre veckor.

Den sena bussen kostade för mycket och är nedlagd. Det har vi fått kritik för, med rätta.
""",
        "transferability": "Passar orter där det finns ett tydligt centrum. Kräver att fritid, skola och teknik kan dela på en kostnad.",
        "ethics": "Det är inte förbjudet att sitta på ett fik. Vi riktade åtgärderna mot platsen, inte mot personer, och förde inga listor.",
        "advice": "Fråga vad gruppen erbjuder. Erbjud det själva, utan motprestation.",
        "lesson": "En skjuts hem kan vara skälet till att någon söker sig till fel sällskap.",
    },
    "en": {
        "contact_role": "Public health strategist, municipal executive office",
        "period": "The work went on 2023–2025.",
        "cost": "About SEK 280,000 a year besides the post",
        "title": "When the café became somebody's territory",
        "summary": "A violent right-wing extremist group took over a meeting place in the town centre. We took it back with "
        "opening hours, adults and a football pitch rather than guards.",
        "need": """
In the autumn of 2023 the same eight or ten young men sat in the café on the square every afternoon, with clothes and
badges that could not be mistaken. They were polite to the staff. Other young people stopped coming. Two pupils told
us that they had been asked to put up posters and offered gym cards in return.

The youth centre had just been cut to two evenings a week.
""",
        "done": """
We opened the youth centre five afternoons, moved an outreach worker to the square and rented the football hall two days a
week. Shopkeepers met the police and us: what is illegal, what is unpleasant, and what to do in either case.

The outreach worker talked with everyone on the square, the group included. Two younger boys at its edge turned out to
want a lift home to their villages most of all. We arranged a late bus.
""",
        "results": """
Visits to the youth centre rose from 40 to 170 a week. The group is seldom seen on the square. Whether that is our doing
we do not know: two of its leaders moved away the same spring.
""",
        "not_working": "The guard hired for the first month made it worse. The late bus cost too much and has been withdrawn.",
        "goal": """
- Young people of all kinds dare to be in the centre in the afternoon.
- No young person needs such a group to get training, a lift or company.
""",
        "transferability": "Suits towns with a clear centre, where leisure, schools and technical services can share a cost.",
        "ethics": "Sitting in a café is not forbidden. The measures were aimed at the place, not at people, and no lists were kept.",
        "advice": "Ask what the group offers. Offer it yourselves, and ask for nothing in return.",
        "lesson": "A lift home can be the reason somebody seeks the wrong company.",
    },
}
