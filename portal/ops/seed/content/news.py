"""Four news items of the demonstration. Days are counted back from the Monday of the week of seeding."""

from . import Text

TITLE = Text("Nyheter", "News")
LEAD = Text(
    "Vad som händer i nätverken och i portalen.",
    "What goes on in the networks and in the portal.",
)

NEWS = [
    {
        "slug": "anmalan-oppen-lokal-lagesbild",
        "days_ago": 6,
        "title": Text(
            "Anmälan till Nätverk för lokal lägesbild är öppen",
            "Registration for the network on local situation pictures is open",
        ),
        "lead": Text(
            "Det finns plats för fler. En träff har varit, men det går bra att komma in nu.",
            "There is room for more. One meeting has been held, but it is not too late to join.",
        ),
        "body": Text(
            """
Den första träffen handlade om vad en lägesbild är och vem den är till för. Den som kommer in nu får en timme med
nätverksledaren och allt material från dagen.

Beslutet i styrelse eller nämnd behöver inte vara fattat när ni anmäler er. Ange dagen då det ska tas, så håller vi en plats.
""",
            """
The first meeting was about what a situation picture is and whom it is for. Those who join now get an hour with the coordinator and
all the materials of the day.

The decision of your board or committee need not have been taken when you register. Tell us when it will be and we keep a place.
""",
        ),
    },
    {
        "slug": "sa-laser-du-markningen",
        "days_ago": 25,
        "title": Text("Så läser du märkningen på ett gott exempel", "How to read the label on a good example"),
        "lead": Text(
            "Fem steg från egen erfarenhet till oberoende utvärdering. Inget av dem betyder bevisat.",
            "Five steps from own experience to independent evaluation. None of them means proven.",
        ),
        "body": Text(
            """
Varje exempel i portalen har en märkning. Den säger vad kunskapen om resultaten vilar på.

- **Erfarenhet:** de som gjorde arbetet berättar vad de såg.
- **Beskriven logik:** det går att följa hur insatsen är tänkt att leda till effekten.
- **Uppmätt förändring:** något mättes före och efter.
- **Jämförelse:** förändringen ställdes mot en grupp som inte fick insatsen.
- **Oberoende utvärdering:** någon utan del i arbetet har granskat det.

Även ett utvärderat arbete kan bli något annat hos er. Titta därför lika noga på vad som inte fungerade.
""",
            """
Each example has a label that says what the knowledge of its results rests on.

- **Experience:** those who did the work tell what they saw.
- **Described logic:** one can follow how the measure is meant to lead to the effect.
- **Measured change:** something was measured before and after.
- **Compared:** the change was set against a group that did not get the measure.
- **Independently evaluated:** somebody with no part in the work has examined it.

Work that was evaluated may still turn out differently where you are. Look as closely at what did not work.
""",
        ),
    },
    {
        "slug": "nya-exempel-fran-sma-kommuner",
        "days_ago": 52,
        "title": Text("Tre nya exempel från mindre kommuner", "Three new examples from smaller municipalities"),
        "lead": Text(
            "Ett bibliotek, en pärm och en sen buss. Ingen av dem kostade en heltid.",
            "A library, a binder and a late bus. None of them cost a full post.",
        ),
        "body": Text(
            """
Många frågar efter exempel som går att göra utan en egen strateg. Nu finns tre nya: Hedvika om kvällar på biblioteket, Älvnäs om stöd
till den som vill lämna en extremistisk miljö, och Norrvik om ett torg som blev någons revir.

Alla tre berättar också om det de ångrar.
""",
            """
Many ask for examples that can be carried out without a strategist of one's own. Now there are three: Hedvika on evenings at the library,
Älvnäs on support for those who want to leave an extremist environment, and Norrvik on a square that became somebody's territory.

All three also tell of what they regret.
""",
        ),
    },
    {
        "slug": "arkivet-fran-forsta-natverket",
        "days_ago": 91,
        "title": Text("Det första nätverkets inbjudan går att läsa", "The first network's invitation can be read"),
        "lead": Text(
            "Fem träffar från december 2016 till våren 2018. Nätverket är avslutat, inbjudan finns kvar.",
            "Five meetings from December 2016 to the spring of 2018. The network has ended; its invitation remains.",
        ),
        "body": Text(
            """
Den första inbjudan är värd att läsa för den som funderar på ett eget nätverk. Där står varför nätverket kom till, vad det skulle
uppnå och vad som krävdes för att vara med.

De som deltog når sitt arkiv genom att logga in.
""",
            """
The first invitation is worth reading for anyone who thinks of starting a network. It tells why the network came about, what it was
meant to achieve, and what joining took.

Those who took part reach their archive by logging in.
""",
        ),
    },
]
