"""The two invitations: the founding network's (facts of 2016) and the running network's (dates from today)."""

from datetime import date, time

from . import Text

TITLE = Text("Inbjudan", "Invitation")

FOUNDING = {
    "slug": "forebyggande-arbete",
    "title": Text(
        "Förebyggande arbete mot radikalisering och våldsbejakande extremism",
        "Preventing radicalisation and violent extremism",
    ),
    "host": Text(
        "Sveriges Kommuner och Landsting, SKL (i dag Sveriges Kommuner och Regioner, SKR)",
        "The Swedish Association of Local Authorities and Regions, SKL (today SKR)",
    ),
    "lead": Text(
        "Ett nätverk för kommuner, landsting och regioner som vill börja arbeta förebyggande, "
        "eller komma längre i det arbete de redan har.",
        "A network for municipalities, county councils and regions that want to begin preventive work, "
        "or take the work they already do a step further.",
    ),
    "background": Text(
        """
Hösten 2015 bestämde SKL:s kongress att medlemmarna ska få tillgång till goda exempel på lokalt och
regionalt arbete som förebygger radikalisering och extremism.

Sedan våren 2016 följer SKL den nationella samordnaren, besöker medlemmar runt om i landet, deltar i
nordiska nätverk och ordnar konferenser och föreläsningar.

Två saker är tydliga. Behovet av kunskap är inte detsamma överallt. Och mycket gott arbete finns
redan, men det saknar en plats där det är enkelt att dela med sig. Nätverket ska bli den platsen.
""",
        """
In the autumn of 2015 SKL's congress decided that its members shall have access to good examples of local
and regional work that prevents radicalisation and extremism.

Since the spring of 2016 SKL has followed the national coordinator, visited members around the country, taken
part in Nordic networks, and arranged conferences and lectures.

Two things are clear. The need for knowledge is not the same everywhere. And much good work exists already,
but lacks a place where it is easy to share it. The network is to be that place.
""",
    ),
    "purpose": Text(
        """
Nätverket ska ge mer kunskap om hur man arbetar förebyggande. Det ska också belysa hur behoven lokalt
och regionalt skiljer sig åt, beroende på vilken sorts radikalisering och extremism som
lokalsamhället möter.
""",
        """
The network is to give more knowledge of how to work preventively. It is also to shed light on how local and
regional needs differ with the kind of radicalisation and extremism that the local community meets.
""",
    ),
    "goal": Text(
        """
Deltagarna ska få stöd att utveckla ett arbete som bygger på en inventering av de lokala behoven.

Konkret betyder det att varje organisation som deltar startar, eller utvecklar, ett strategiskt
arbete på hemmaplan.
""",
        """
The participants are to be supported in developing work that builds on an inventory of local needs.

In concrete terms: each participating organisation starts, or develops, strategic work at home.
""",
    ),
    "target_group": Text(
        """
Kommuner, landsting och regioner som vill starta eller utveckla ett förebyggande och strategiskt
arbete mot radikalisering och våldsbejakande extremism.
""",
        """
Municipalities, county councils and regions that want to start or develop strategic, preventive work
against radicalisation and violent extremism.
""",
    ),
    "requirements": Text(
        """
- Ett beslut i styrelsen eller stadsdelsnämnden om att delta.
- Beredskap att arbeta vidare hemma mellan träffarna.
""",
        """
- A decision by the board or the district committee to take part.
- Readiness to carry on the work at home between the meetings.
""",
    ),
    "approach": Text(
        """
Nätverket träffas tre gånger om året, sammanlagt fem gånger, från december 2016 till våren 2018.
Mellan träffarna arbetar varje organisation lokalt.

Varje organisations deltagande dokumenteras och presenteras. Då kan andra som står inför samma sak
använda erfarenheterna som inspiration och kunskapskälla.
""",
        """
The network meets three times a year, five times in all, from December 2016 to the spring of 2018. Between
the meetings each organisation works locally.

Each organisation's participation is documented and presented, so that others who face the same process can
use the experience as inspiration and a source of knowledge.
""",
    ),
    # Only the first meeting's date and hours are facts. The rest follow from "three a year, five in all,
    # to the spring of 2018".
    "meetings": [
        {
            "date": date(2016, 12, 6),
            "start": time(10, 0),
            "end": time(16, 0),
            "place": Text("Stockholm", "Stockholm"),
            "when": Text("6 december 2016, klockan 10–16", "6 December 2016, 10:00–16:00"),
        },
        {
            "when": Text("2017, dag meddelas", "2017, date to be announced"),
        },
        {
            "when": Text("2017, dag meddelas", "2017, date to be announced"),
        },
        {
            "when": Text("2017, dag meddelas", "2017, date to be announced"),
        },
        {
            "when": Text("Våren 2018, dag meddelas", "Spring 2018, date to be announced"),
        },
    ],
    "last_day": date(2016, 11, 15),
    "price": 8000,
    "price_note": Text(
        "Avgiften gäller per person och för alla träffar sammanlagt.",
        "The fee is per person and covers all the meetings together.",
    ),
    "registration": Text(
        """
Anmälan skulle göras senast den 15 november 2016 till Malin Svanberg. När en anmälan har kommit in
hör nätverksledaren av sig, om organisationen har fler frågor.
""",
        """
Registrations were to be made by 15 November 2016 to Malin Svanberg. After a registration the coordinator gets
in touch, in case the organisation has more questions.
""",
    ),
    # They stand as the invitation's contacts and have no accounts.
    "contacts": [
        {
            "name": "Malin Svanberg",
            "email": "malin.svanberg@skl.se",
            "phone": "08-452 71 43",
            "role": Text("Tar emot anmälningar och svarar på frågor", "Receives registrations and answers questions"),
        },
        {
            "name": "Greta Berg",
            "email": "greta.berg@skl.se",
            "phone": "08-452 79 58",
            "role": Text("Svarar på frågor om nätverket", "Answers questions about the network"),
        },
    ],
}

RUNNING = {
    "slug": "lokal-lagesbild",
    "title": Text("Nätverk för lokal lägesbild", "Network for a local situation picture"),
    "host": Text("Nätverkskansliet, ett påhittat kansli", "Nätverkskansliet, an invented office"),
    "lead": Text(
        "En andra omgång på samma tema: hur vet vi vad som händer hos oss, och vad gör vi med det vi vet? "
        "Det här är ett påhittat nätverk som visar hur portalen fungerar.",
        "A second round on the same subject: how do we know what goes on where we are, and what do we do with "
        "what we know? This network is invented, to show how the portal works.",
    ),
    "background": Text(
        """
I det första nätverket sa många samma sak mot slutet: planen blev klar, men bilden av läget hemma
var tunn. Den byggde på vad några få personer råkade känna till, och den var gammal redan när den
skrevs ner.

Den här gången börjar vi därför i lägesbilden. Vem vet vad i vår organisation? Hur väger vi ihop det
utan att skriva om enskilda människor? Och hur kommer det till nytta i skolan, socialtjänsten, på
fritidsgården och i vården?
""",
        """
Towards the end of the first network many said the same thing: the plan was finished, but the picture of the
situation at home was thin. It rested on what a few people happened to know, and it was old the day it was
written down.

This time we therefore begin with the situation picture. Who knows what in our organisation? How do we weigh
it together without writing about individuals? And how does it come to use in schools, in the social services,
at youth centres and in health care?
""",
    ),
    "purpose": Text(
        """
Deltagarna ska få metoder och sällskap i arbetet med att beskriva läget hemma, och i att välja
insatser som svarar mot det.
""",
        """
To give participants methods, and company, in describing the situation at home and in choosing measures that
answer to it.
""",
    ),
    "goal": Text(
        """
När nätverket är slut har varje organisation

- en inventering av lokala behov som ledningen har tagit ställning till,
- två eller tre prioriteringar med en ansvarig och en dag för uppföljning,
- ett sätt att hålla bilden aktuell som fungerar även när nyckelpersoner slutar.
""",
        """
When the network ends, each organisation has

- an inventory of local needs that its leadership has taken a stand on,
- two or three priorities with someone responsible and a day for follow-up,
- a way of keeping the picture up to date that still works when key people leave.
""",
    ),
    "target_group": Text(
        """
Kommuner, regioner och stadsdelsnämnder, både de som ska börja och de som har hållit på länge. Skicka
gärna två personer: en som leder arbetet och en som möter människor i vardagen.
""",
        """
Municipalities, regions and district committees, those about to start as well as those with long experience.
Do send two people: one who leads the work and one who meets people day to day.
""",
    ),
    "requirements": Text(
        """
- Ett beslut i styrelse eller nämnd. Är det inte fattat än går det bra att anmäla sig ändå, med dagen då
  beslutet ska tas.
- Ungefär två arbetsdagar mellan varje träff.
- En chef som frågar efter resultatet.
""",
        """
- A decision of the board or committee. If it has not been taken yet you may register anyway, giving the day
  on which it will be.
- About two working days between each meeting.
- A manager who asks for the result.
""",
    ),
    "approach": Text(
        """
Vi träffas tre gånger under ett halvår. Mellan träffarna gör varje organisation en uppgift hemma och
skickar in sitt svar i portalen. Nätverksledaren ger återkoppling på alla svar: en styrka och en fråga.
Inga betyg.

Frågor som inte kan vänta till nästa träff tas i forumet.
""",
        """
We meet three times in half a year. Between the meetings each organisation does an assignment at home and
hands in its answer in the portal. The coordinator gives feedback on every answer: one strength and one
question. No grades.

Questions that cannot wait for the next meeting are raised in the forum.
""",
    ),
    "price": 6500,
    "price_note": Text(
        "Avgiften gäller per person och för alla tre träffarna. Resor och logi tillkommer.",
        "The fee is per person and covers all three meetings. Travel and lodging are not included.",
    ),
    "registration": Text(
        """
Anmäl organisationen här i portalen. Ni får ett kvitto direkt. Inom en vecka ringer nätverksledaren
upp, både för att svara på era frågor och för att höra vad ni vill ha ut av nätverket.
""",
        """
Register your organisation here in the portal. You get a receipt at once. Within a week the coordinator will
call you, both to answer your questions and to hear what you want from the network.
""",
    ),
    "contacts": [
        {
            "name": "David Ekwall",
            "email": "david.ekwall@natverket.example",
            "phone": "0700-00 01 10",
            "role": Text("Nätverksledare", "Coordinator"),
        },
    ],
}
