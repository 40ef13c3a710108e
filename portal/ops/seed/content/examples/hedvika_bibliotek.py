"""Hedvika: the library's evenings about the net."""

from datetime import date

EXAMPLE = {
    "slug": "biblioteket-efter-stangning",
    "organisation": "hedvika",
    "levels": ["framjande"],
    "environments": ["natmiljoer", "alla-miljoer"],
    "target_groups": ["unga", "foraldrar", "allmanhet"],
    "actors": ["bibliotek", "skola", "civilsamhalle"],
    "evidence": "experience",
    "cost_band": "low",
    "size": "small",
    "contact_email": "biblioteket@hedvika.example",
    "reviewed_date": date(2026, 8, 26),
    "sv": {
        "contact_role": "Bibliotekschef",
        "period": "Arbetet började 2025 och pågår.",
        "cost": "Omkring 35 000 kronor om året",
        "title": "Biblioteket efter stängning",
        "summary": "En kväll i månaden visar tonåringar och pensionärer sina flöden för varandra på biblioteket. Det handlar "
        "om källkritik, men mest om att tåla att någon tycker annorlunda.",
        "need": """
I Hedvika läser få samma sak längre. Lokaltidningen kommer två dagar i veckan, och den kommunala gruppen i sociala
medier blev så hätsk att den stängdes. Skolan bad om hjälp med källkritik, äldre frågade efter samma sak, och vi hade
en tom lokal på kvällarna.
""",
        "goal": "Att människor som inte brukar mötas gör det, och lär sig något om hur deras bild av världen blir till.",
        "done": """
Åtta tonåringar och åtta pensionärer åt gången sitter två och två. Första halvtimmen visar de sina flöden för varandra.
Sedan får alla samma händelse att följa i tre källor. Kvällen slutar med smörgåstårta och en fråga som ingen kan
googla.

Bibliotekarien leder och har en enda regel: man får fråga vad som helst men inte övertyga.
""",
        "target_group": "Alla som vill. Hälften av platserna är för högstadiet, hälften för den som fyllt 65.",
        "resources": "Två bibliotekarier fyra timmar i månaden. Smörgåstårtan är den största kostnaden.",
        "results": """
Elva kvällar, 151 besök av 96 personer. Många kommer tillbaka. Vi har inte mätt något annat än besök och vet
inte om någon har ändrat sig.
""",
        "not_working": """
Vi började med föreläsningar om desinformation. Det kom fyra personer, varav två arbetade i kommunen. En kväll
om ett pågående krig blev så upprörd att vi avslutade i förtid. Nu väljer vi händelser som är minst ett år gamla.
""",
        "transferability": "Ett bibliotek, sexton stolar och någon som kan leda samtal. Det är allt.",
        "ethics": "Ingen visar sin telefon om den inte vill. Vi sparar inga namn. Vi tar inte ställning i sakfrågor.",
        "advice": "Bjud in till ett möte, inte till en kurs.",
        "lesson": "Källkritik fastnar bättre när man får visa än när man får höra.",
    },
    "en": {
        "contact_role": "Head librarian",
        "period": "The work began in 2025 and goes on.",
        "cost": "About SEK 35,000 a year",
        "title": "The library after closing time",
        "summary": "One evening a month teenagers and pensioners show each other their feeds at the library. It is about "
        "judging sources, but mostly about bearing that somebody thinks differently.",
        "need": """
Few people in Hedvika read the same things any longer. The local paper comes twice a week, and the municipality's group
in social media became so bitter that it was closed. The school asked for help with judging sources, older people
asked for the same, and our rooms were empty in the evenings.
""",
        "done": """
Eight teenagers and eight pensioners at a time sit in pairs. For half an hour they show each other their feeds. Then all
follow the same event through three sources. The evening ends with sandwich cake and a question nobody can look up.

The librarian has one rule: ask anything, but do not try to convince.
""",
        "results": "Eleven evenings, 151 visits by 96 people. We have measured nothing but visits.",
        "not_working": "Lectures on disinformation drew four people, two of whom worked for the municipality.",
        "goal": "That people who seldom meet do so, and learn something of how their picture of the world comes about.",
        "transferability": "A library, sixteen chairs and somebody who can lead a conversation. That is all.",
        "ethics": "Nobody shows their phone unless they want to. We keep no names and take no sides.",
        "advice": "Invite people to a meeting, not to a course.",
        "lesson": "Judging sources sticks better when you get to show than when you are told.",
    },
}
