"""Björkhaga: conversation groups for parents."""

from datetime import date

EXAMPLE = {
    "slug": "foraldragrupper-i-bjorkhaga",
    "organisation": "bjorkhaga",
    "levels": ["selektiv"],
    "environments": ["islamistisk-extremism", "natmiljoer"],
    "target_groups": ["foraldrar"],
    "actors": ["civilsamhalle", "socialtjanst", "trossamfund", "skola"],
    "evidence": "measured",
    "cost_band": "medium",
    "size": "large",
    "contact_email": "forebyggande@bjorkhaga.example",
    "reviewed_date": date(2026, 5, 20),
    "sv": {
        "contact_role": "Förebyggandestrateg, stadsdelsförvaltningen",
        "period": "Arbetet pågick 2017–2025.",
        "cost": "Omkring 410 000 kronor om året",
        "title": "Föräldragrupper som började i matlagningen",
        "summary": "Mammor och pappor träffas sju kvällar och pratar om tonåren, nätet och vad man gör när man blir "
        "orolig. De första grupperna ställdes in. De som lagade mat ihop blev fulla.",
        "need": """
Under några år reste unga från vår stad till konfliktområden. Efteråt sa flera anhöriga att de hade märkt att
något var fel men inte visste vem de kunde fråga. En del var rädda för att socialtjänsten skulle ta deras
yngre barn.

Vi behövde en väg in som inte började med ordet oro.
""",
        "goal": """
- Deltagarna ska veta vart de kan vända sig, och våga göra det.
- De ska känna sig säkrare i att prata med sina barn om det de möter på nätet.
- Minst en tredjedel ska vara pappor.
""",
        "done": """
Vi frågade fyra föreningar vad de redan gjorde och la oss nära det. Grupperna träffas i föreningarnas kök. Man
lagar mat första timmen och pratar den andra. Två ledare håller i varje grupp: en från familjecentralen och en
från föreningen, med samma timlön.

De sju kvällarna har var sitt ämne: tonårshjärnan, skärmar, ensamhet, tro och tvivel, vänner, oro, och vem som
gör vad i kommunen. Den sjätte kvällen kommer en socialsekreterare och berättar vad som händer efter en
orosanmälan, steg för steg. Det är den kväll som deltagarna sätter högst betyg på.
""",
        "target_group": """
Vårdnadshavare till barn mellan 11 och 17 år i områden där vi vet att värvare har varit aktiva. Ingen väljs ut
som person. Inbjudan går till alla i området, det är därför vi kallar insatsen riktad till en grupp med
förhöjd risk och inte till enskilda.
""",
        "resources": """
En halv tjänst, timlön till ledarna, mat och barnpassning. Ungefär 58 000 kronor för en grupp med tolv personer.
Barnpassningen är det vi minst kan vara utan.
""",
        "results": """
31 grupper och 342 deltagare på åtta år. Före och efter svarade deltagarna på samma sex frågor. Andelen som visste
vart de skulle vända sig steg från 24 till 81 procent. Andelen som trodde att de skulle bli väl bemötta steg från
38 till 67 procent. 39 procent av deltagarna var pappor.

Vi hade ingen jämförelsegrupp, och de som slutade i förtid svarade inte. Siffrorna är alltså troligen lite för bra.
""",
        "not_working": """
De två första omgångarna ställdes in. Affischen hade ordet radikalisering i rubriken och ingen ville bli sedd med
den. I dag heter kursen Tonår i Björkhaga.

En ledare visade sig själv dela material som inte gick ihop med våra värderingar. Vi hade inte frågat ordentligt. Nu
träffar vi alla ledare två gånger och tar referenser, vilket också gäller våra egna.
""",
        "transferability": """
Kräver föreningar som är villiga att vara värdar och som får betalt för det. Upplägget har använts i en mindre
kommun som hade en enda förening, och då blev det för tätt: alla kände alla.
""",
        "ethics": """
Det finns en risk att peka ut en hel stadsdel. Därför bjuder vi in alla, kallar kursen vid ett vanligt namn och
för inga anteckningar om vad någon säger. Orosanmälan görs som alltid när lagen kräver det, och det säger vi
första kvällen.
""",
        "advice": "Betala föreningen lika mycket som ni betalar er egen personal. Ordna barnpassning från start.",
        "lesson": "Förtroende för socialtjänsten växer när någon berättar vad som verkligen händer efter ett samtal.",
    },
    "en": {
        "contact_role": "Prevention strategist, district administration",
        "period": "The work went on 2017–2025.",
        "cost": "About SEK 410,000 a year",
        "title": "Parents' groups that began with cooking",
        "summary": "Mothers and fathers meet for seven evenings and talk about the teenage years, life online and what to "
        "do when worried. The first groups were cancelled. Those that cooked together filled up.",
        "need": """
During some years young people from our city travelled to areas of conflict. Afterwards several relatives said that
they had noticed something was wrong, but did not know whom to ask. Some feared that the social services would take
their younger children.

We needed a way in that did not begin with the word worry.
""",
        "done": """
We asked four associations what they were already doing and stayed close to it. The groups meet in the associations'
kitchens, cook for an hour and talk for an hour. Two leaders, one from the family centre and one from the association,
are paid the same.

On the sixth evening a social worker explains, step by step, what happens after a report of concern. That is the
evening the participants value most.
""",
        "results": """
31 groups and 342 participants in eight years. Those who knew where to turn rose from 24 to 81 per cent. There was no
comparison group and those who left early did not answer, so the figures are probably a little too good.
""",
        "not_working": "The first two rounds were cancelled: the poster said radicalisation, and nobody wanted to be seen with it.",
        "goal": """
- Participants know where to turn, and dare to.
- They feel more certain in talking with their children about what they meet online.
- At least a third are fathers.
""",
        "transferability": "It takes associations that are willing to be hosts and are paid for it. In a smaller municipality with a single association it became too close: everybody knew everybody.",
        "ethics": "There is a risk of singling out a whole district. That is why everybody is invited, the course has an ordinary name, and no notes are taken of what anyone says. A report of concern is made when the law demands it, and we say so the first evening.",
        "advice": "Pay the association as much as you pay your own staff. Arrange childcare from the start.",
        "lesson": "Trust in the social services grows when somebody tells what really happens after a conversation.",
    },
}
