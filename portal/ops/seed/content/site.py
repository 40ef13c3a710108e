"""The home page and the standard pages of the public site."""

from . import Text

CONTACT_EMAIL = "redaktionen@natverket.example"

HOME = {
    "title": Text("Nätverksportalen", "Nätverksportalen"),
    "seo_title": Text(
        "Nätverksportalen – att förebygga radikalisering och våldsbejakande extremism",
        "Nätverksportalen – preventing radicalisation and violent extremism",
    ),
    "headline": Text(
        "Dela det ni vet om att förebygga våldsbejakande extremism",
        "Share what you know about preventing violent extremism",
    ),
    "lead": Text(
        "Här möts kommuner, regioner och stadsdelsnämnder som arbetar förebyggande. Läs vad andra har gjort, också "
        "det som inte gick så bra, och kom med i ett nätverk.",
        "Municipalities, regions and district committees that work with prevention meet here. Read what others have "
        "done, including what went less well, and join a network.",
    ),
    "steps": (
        {
            "symbol": "book-open",
            "title": Text("Läs", "Read"),
            "text": Text(
                "De goda exemplen berättar vad som behövdes, vad som gjordes och hur säkra resultaten är.",
                "The good examples tell what was needed, what was done and how certain the results are.",
            ),
            "label": Text("Hitta goda exempel", "Find good examples"),
            "url": Text("/goda-exempel/", "/en/goda-exempel/"),
        },
        {
            "symbol": "users",
            "title": Text("Delta", "Take part"),
            "text": Text(
                "Ett nätverk träffas några gånger och arbetar hemma däremellan. Det krävs ett beslut i styrelse eller nämnd.",
                "A network meets a few times and works at home in between. Joining takes a decision of the board or committee.",
            ),
            "label": Text("Så fungerar ett nätverk", "How a network works"),
            "url": Text("/sa-fungerar-ett-natverk/", "/en/sa-fungerar-ett-natverk/"),
        },
        {
            "symbol": "message-circle-question-mark",
            "title": Text("Fråga", "Ask"),
            "text": Text(
                "Bakom varje exempel finns en funktion att kontakta. Den som har gjort något själv får gärna tipsa oss.",
                "Behind each example there is somebody to contact. If you have done something yourselves, do tell us.",
            ),
            "label": Text("Mer om portalen", "More about the portal"),
            "url": Text("/om-portalen/", "/en/om-portalen/"),
        },
    ),
    "note_title": Text("Det här är en demonstration", "This is a demonstration"),
    "note": Text(
        "Inbjudan till det första nätverket är verklig. Alla exempel, nätverk, "
        "organisationer och personer i övrigt är påhittade.",
        "The invitation to the first network is real. All other examples, networks, "
        "organisations and people are invented.",
    ),
}

ABOUT = {
    "slug": "om-portalen",
    "title": Text("Om portalen", "About the portal"),
    "lead": Text(
        "Kunskap om förebyggande arbete finns på många håll. Portalen gör det enklare att hitta den och att lägga till "
        "sin egen.",
        "Knowledge of prevention is to be found in many places. The portal makes it easier to find it and to add your own.",
    ),
    "body": Text(
        """
## Varför portalen finns

Hösten 2015 bestämde SKL:s kongress att medlemmarna ska få tillgång till goda exempel på arbete som förebygger
radikalisering och extremism. Våren efter började SKL, som i dag heter SKR, att besöka kommuner, landsting och
regioner. Besöken visade att mycket gott arbete redan fanns, och att det saknades ett enkelt sätt att dela det.

Portalen har två delar. Den öppna delen kan alla läsa. Den andra delen är till för dem som deltar i ett nätverk: där
finns material från träffarna, uppgifter, forum och kolleger i andra organisationer.

## Så väljer vi goda exempel

Ett gott exempel är inte ett bevis. Det är en redovisning av något som en organisation har prövat. Vi ber alla att
berätta om behovet, om vad de gjorde, om vad som inte fungerade och om vad de har lärt sig.

Varje exempel har en märkning som säger hur säker kunskapen är, från egen erfarenhet till oberoende utvärdering.
Märkningen är ingen rangordning av hur bra arbetet är. Ett arbete som bygger på erfarenhet kan vara utmärkt, men vi vet
mindre om vad det leder till.

En redaktör läser exemplet tillsammans med den som har skrivit. Det ses över varje år, och den som står bakom kan dra
tillbaka det.

## Vad portalen inte är

Portalen är ingen plats för uppgifter om enskilda personer. Den tar inte emot tips eller orosanmälningar. Behöver du
hjälp nu finns vägar till den i sidfoten, under rubriken Orolig för någon?
""",
        """
## Why the portal exists

In the autumn of 2015 SKL's congress decided that its members shall have access to good examples of work that prevents
radicalisation and extremism. The following spring SKL, today SKR, began to visit municipalities, county councils and
regions. The visits showed that much good work existed, and that there was no simple way of sharing it.

The portal has two parts. The open part is for everyone. The other is for those who take part in a network: materials from
the meetings, assignments, a forum, and colleagues in other organisations.

## How good examples are chosen

A good example is no proof. It is an account of something that an organisation has tried. We ask everybody to tell of the
need, of what they did, of what did not work, and of what they learnt.

Each example carries a label that says how certain the knowledge is, from own experience to independent evaluation. The
label does not rank how good the work is. Work that rests on experience may be excellent, but we know less of what it
leads to.

An editor reads the example together with its author. It is reviewed every year, and those behind it can withdraw it.

## What the portal is not

The portal is no place for information about individuals. It receives no tips and no reports of concern. If you need help
now, the footer shows the way under Worried about someone?
""",
    ),
}

NETWORKS = {
    "slug": "sa-fungerar-ett-natverk",
    "title": Text("Så fungerar ett nätverk", "How a network works"),
    "lead": Text(
        "Träffar, arbete hemma och återkoppling. Här är vad som väntar den som anmäler sig.",
        "Meetings, work at home, and feedback. This is what awaits those who register.",
    ),
    "body": Text(
        """
## Före

Organisationen anmäler sig. Anmälan görs av någon som vet att det finns, eller snart kommer att finnas, ett beslut i
styrelse eller nämnd. Nätverksledaren hör av sig, svarar på frågor och lyssnar efter vad ni behöver.

## Träffarna

En nätverksträff pågår en dag. På förmiddagen brukar någon utifrån hålla i ett ämne, på eftermiddagen arbetar deltagarna
med sina egna frågor i mindre grupper. Materialet finns i portalen före och efter.

## Mellan träffarna

Efter varje träff kommer en uppgift som handlar om det egna arbetet. Kolleger i samma organisation skriver svaret
tillsammans. Nätverksledaren läser alla svar och lämnar en styrka och en fråga. Ett svar är antingen klart eller får
beskedet Komplettera gärna. Det finns inga betyg.

Ni bestämmer själva vem som får läsa: bara ni och nätverksledaren, hela nätverket, eller alla.

## Efter

När nätverket är slut blir det ett arkiv för dem som deltog. Det ni har valt att dela öppet kan bli ett gott exempel.

## Att tänka på

Det du skriver kan bli en allmän handling hos din organisation. Skriv aldrig om enskilda personer.
""",
        """
## Before

The organisation registers. Somebody does so who knows that a decision of the board or committee exists or soon will. The
coordinator gets in touch, answers questions and listens for what you need.

## The meetings

A network meeting lasts a day. In the morning there is usually a guest with a subject; in the afternoon the participants work on
their own questions in small groups. Materials are in the portal before and after.

## Between the meetings

Each meeting is followed by an assignment about your own work. Colleagues in the same organisation write the answer
together. The coordinator reads all answers and gives one strength and one question. An answer is either done or gets the
reply Please add more. There are no grades.

You decide who may read: only you and the coordinator, the whole network, or everybody.

## After

When a network ends it becomes an archive for those who took part. What you chose to share openly can become a good example.

## Bear in mind

What you write may become a public record at your organisation. Never write about individuals.
""",
    ),
}

CONTACT = {
    "slug": "kontakt",
    "title": Text("Kontakt", "Contact"),
    "lead": Text(
        "Vi svarar på vardagar. Portalen är inte rätt plats om någon är i fara.",
        "We answer on weekdays. The portal is not the right place if somebody is in danger.",
    ),
    "body": Text(
        """
## Frågor om nätverken

Varje inbjudan har sina egna kontaktpersoner. Hittar du inte rätt kan du skriva till [natverksledaren@natverket.example](mailto:natverksledaren@natverket.example).

## Frågor om ett gott exempel

Vänd dig till dem som står bakom exemplet. Det gör du i ett formulär på exemplets sida, under Fråga dem som gjorde det. Svaret
kommer till din egen e-post.

## Fel och synpunkter på portalen

Skriv till [redaktionen@natverket.example](mailto:redaktionen@natverket.example). Berätta gärna vilken sida det gäller. Om något hindrar dig från att använda
portalen finns mer om det i [tillgänglighetsredogörelsen](/tillganglighet/).

## Du som vill anmäla oro

Ring 112 om det är fara för någons liv. Annars kan du ringa polisen på 114 14 eller socialtjänsten i din kommun. Vi som
arbetar med portalen kan inte ta emot uppgifter om enskilda.

Adresserna som slutar på .example är påhittade, eftersom det här är en demonstration.
""",
        """
## Questions about the networks

Each invitation has its own contacts. If you cannot find the right one, write to [natverksledaren@natverket.example](mailto:natverksledaren@natverket.example).

## Questions about a good example

Turn to those behind it. You do so in a form on the page of the example, under Ask those who did it. The answer comes to your own
e-mail.

## Faults and opinions

Write to [redaktionen@natverket.example](mailto:redaktionen@natverket.example) and tell us which page it concerns. If something keeps you from using the portal, see the
[accessibility statement](/en/tillganglighet/).

## If you want to report a concern

Call 112 if a life is in danger. Otherwise call the police on 114 14 or the social services in your municipality. We who work
with the portal cannot receive information about individuals.

Addresses ending in .example are invented, as this is a demonstration.
""",
    ),
}
