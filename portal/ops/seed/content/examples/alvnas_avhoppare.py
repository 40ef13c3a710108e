"""Älvnäs: support for those who want to leave, in a municipality of ordinary size."""

from datetime import date

EXAMPLE = {
    "slug": "parmen-for-den-som-vill-lamna",
    "organisation": "alvnas",
    "levels": ["forhindrande"],
    "environments": ["hogerextremism", "islamistisk-extremism"],
    "target_groups": ["vuxna", "unga"],
    "actors": ["socialtjanst", "polis", "arbetsmarknad", "kriminalvard", "civilsamhalle"],
    "evidence": "experience",
    "cost_band": "medium",
    "size": "medium",
    "contact_email": "vuxen@alvnas.example",
    "reviewed_date": date(2026, 1, 28),
    "sv": {
        "contact_role": "Enhetschef, socialtjänstens vuxenenhet",
        "period": "Arbetet började 2018 och pågår.",
        "cost": "Omkring 150 000 kronor för ett normalt år",
        "title": "Pärmen för den som vill lämna",
        "summary": "Den som vill lämna en extremistisk miljö ska inte behöva vänta medan kommunen funderar på vem som betalar. "
        "En pärm, tre telefonnummer och ett beslut som är fattat i förväg.",
        "need": """
Vi fick en fredag ett samtal från en annan kommun: en person behövde en bostad på måndag. Det tog nio dagar. Ingen
hade gjort fel, men ingen visste vem som fick bestämma. Ärenden som detta kommer kanske vartannat år hos oss. Det är
för sällan för att någon ska lära sig det.
""",
        "goal": "Den första kontakten inom ett dygn, ett beslut om akut boende inom två, en plan inom tre veckor.",
        "done": """
Vi skrev ner vem som gör vad och fick nämnden att i förväg delegera beslutet om akut boende och ett halvårs stöd
upp till en viss summa. Allt ligger i en pärm hos socialjouren och hos tre namngivna funktioner: enhetschefen,
kommunpolisen och arbetsmarknadsenheten.

Pärmen har nio sidor. Den mest använda är sidan med frågor att ställa första dygnet: Är du hotad? Är någon annan det?
Var sover du i natt? Vem vet att du ringer?

Vi har avtal med en ideell verksamhet som har egna avhoppare, och med två kommuner om att ta emot varandras.
Två gånger om året övar vi en eftermiddag på ett påhittat fall.
""",
        "target_group": "Den som själv vill lämna en våldsbejakande miljö, och deras närmaste.",
        "resources": "Ingen egen tjänst. Två övningar om året, avtalet med den ideella verksamheten, och stödet i varje ärende.",
        "results": """
Pärmen har använts ett fåtal gånger. Alla gånger har det första beslutet kommit inom två dygn. Hur det har gått för
människorna berättar vi inte, i en kommun av vår storlek skulle de kännas igen.
""",
        "not_working": """
Vi glömde arbetsmarknadsenheten i första versionen. Bostaden var klar, men personen satt där ensam utan sysselsättning.
Den första pärmen hade också namn på handläggare. Ett år senare hade alla tre slutat.
""",
        "transferability": "Vi har gett bort pärmen till sju kommuner. Det som tar tid är delegationen, inte pärmen.",
        "ethics": """
Stödet får inte bli en belöning som andra i svåra lägen inte får. Därför är det samma nivåer som i annat skyddsarbete.
Uppgifter lämnas bara vidare när personen samtycker eller lagen kräver det.
""",
        "advice": "Få delegationen på plats en lugn dag. Skriv funktioner, aldrig namn.",
        "lesson": "Det som händer sällan måste vara bestämt i förväg.",
    },
    "en": {
        "contact_role": "Head of unit, social services for adults",
        "period": "The work began in 2018 and goes on.",
        "cost": "About SEK 150,000 in an ordinary year",
        "title": "The binder for those who want to leave",
        "summary": "Somebody who wants to leave an extremist environment should not have to wait while the municipality wonders "
        "who is to pay. A binder, three telephone numbers and a decision taken in advance.",
        "need": """
One Friday another municipality called: a person needed somewhere to live by Monday. It took nine days. Nobody had done
anything wrong, but nobody knew who could decide. Cases like this come to us perhaps every other year, too seldom for
anyone to learn.
""",
        "done": """
We wrote down who does what, and had the committee delegate in advance the decision on emergency housing and half a year of
support up to a certain sum. Everything is in a binder of nine pages. The most used page has the questions of the first day:
Are you threatened? Is anyone else? Where do you sleep tonight? Who knows that you are calling?

We have agreements with a voluntary organisation and with two municipalities to receive one another's cases. Twice a year
we spend an afternoon practising on an invented case.
""",
        "results": "Used a few times. Each time the first decision came within two days.",
        "not_working": "The first binder had names of case workers. A year later all three had left.",
        "goal": "The first contact within a day, a decision on emergency housing within two, a plan within three weeks.",
        "transferability": "We have given the binder to seven municipalities. The delegation takes time, not the binder.",
        "ethics": "Support must not become a reward that others in hard situations do not get, so the levels are those of other protective work. Information is passed on only with consent or when the law demands it.",
        "advice": "Get the delegation in place on a quiet day. Write functions, never names.",
        "lesson": "What happens seldom must be decided beforehand.",
    },
}
