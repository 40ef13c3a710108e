"""Accessibility statement (the eleven parts that Digg's template asks for), privacy notice, cookies."""

from datetime import date

from . import Text

REVIEWED = date(2026, 11, 23)

# What a reader told of, for the administrators' list.
BARRIER = (
    "Jag försökte läsa kartan med skärmläsaren i min telefon. Länen lästes upp i en ordning som jag inte förstod. "
    "Tabellen under gick bra."
)

ACCESSIBILITY = {
    "slug": "tillganglighet",
    "title": Text("Tillgänglighet på Nätverksportalen", "Accessibility of Nätverksportalen"),
    "lead": Text(
        "Så många som möjligt ska kunna använda portalen. Här står hur långt vi har kommit, var det brister och hur du "
        "når oss.",
        "As many people as possible should be able to use the portal. This is how far we have come, where it fails, and how "
        "to reach us.",
    ),
    "organisation": Text("Den som driver portalen", "Whoever runs the portal"),
    "assessed_by": Text("av oss själva", "by ourselves"),
    "scope": Text(
        "Redogörelsen gäller alla sidor i portalen, både de öppna och de för deltagare. Här visas portalen som en "
        "demonstration. Den som driver den på riktigt går igenom redogörelsen innan portalen öppnas.",
        "The statement covers all pages, the open ones and those for participants. The portal is shown here as a "
        "demonstration. Whoever runs it in earnest goes through the statement before opening.",
    ),
    "help_text": Text(
        """
Hör av dig, så hjälper vi dig på ett annat sätt. Du kan till exempel

- få ett dokument som text
- få innehållet uppläst i telefon
- lämna en anmälan muntligt.
""",
        """
Get in touch and we will help in another way. You can for example

- get a document as text
- have its content read over the telephone
- make a registration orally.
""",
    ),
    "technical": Text(
        "Portalen byggs för de två senaste versionerna av Chrome, Edge, Firefox och Safari, och fungerar utan skript. Bara "
        "inloggning med passnyckel kräver det. Sidorna är HTML, utan krav på särskilda program.",
        "The portal is built for the two latest versions of Chrome, Edge, Firefox and Safari, and works without scripts. Only "
        "logging in with a passkey needs them. The pages are HTML and demand no special programs.",
    ),
    "outside": Text(
        """
- Material från det första nätverkets träffar 2016–2018 ligger i ett arkiv som inte längre används i arbetet.
- Innehåll som andra har gjort och som vi inte råder över, till exempel rapporter som vi länkar till.
""",
        """
- Materials from the first network's meetings 2016–2018, an archive no longer used in the work.
- Content by others that we do not control, such as reports we link to.
""",
    ),
    "method": Text(
        """
Vi har testat själva. De sidor som läsare, deltagare, nätverksledare och redaktörer besöker mest granskas automatiskt med
verktyget axe, i ljust och mörkt läge och i smal och bred skärm. Ett sådant verktyg hittar bara en del av alla hinder.

Det som inte är gjort ännu: en fullständig genomgång med skärmläsare, en granskning av någon utomstående, och prov med
användare som har funktionsnedsättning.
""",
        """
We tested it ourselves. The pages that readers, participants, coordinators and editors visit most are checked automatically with
axe, in light and dark mode and on narrow and wide screens. Such a tool finds only some of all barriers.

Not done yet: a full review with a screen reader, an audit by somebody outside, and trials with users who have disabilities.
""",
    ),
    "issues": (
        {
            "what": Text(
                "PDF-filer som deltagare laddar upp saknar ibland taggar och kan då vara svåra att läsa med skärmläsare. Be om "
                "innehållet som text.",
                "PDF files uploaded by participants sometimes lack tags, which makes them hard to read with a screen reader. "
                "Ask for the content as text.",
            ),
            "reason": "others",
            "criterion": "WCAG 1.3.1",
        },
        {
            "what": Text(
                "Redaktörernas verktyg bygger på Wagtail. Några av dess fält, till exempel datumväljaren, fungerar sämre med "
                "tangentbord och skärmläsare än resten av portalen.",
                "The editors' tools are built on Wagtail. Some of its fields, such as the date picker, work less well with "
                "keyboard and screen reader than the rest of the portal.",
            ),
            "reason": "others",
            "criterion": "WCAG 2.1.1",
        },
        {
            "what": Text(
                "Engelska sidor är ibland kortare än de svenska. Det som är väsentligt finns på båda språken.",
                "English pages are sometimes shorter than the Swedish ones. What is essential is there in both languages.",
            ),
            "reason": "not_yet",
            "mended_by": date(2027, 6, 30),
        },
    ),
}

PRIVACY = {
    "slug": "personuppgifter",
    "title": Text("Så hanterar vi personuppgifter", "How we handle personal data"),
    "lead": Text(
        "Vi sparar så lite som möjligt om dig, och aldrig något om personer som andra är oroliga för.",
        "We keep as little as possible about you, and never anything about people whom others worry about.",
    ),
    "body": Text(
        """
## Vem som ansvarar

Den organisation som driver portalen är personuppgiftsansvarig. I den här demonstrationen finns ingen sådan, och alla
personer utom kontaktpersonerna i den första inbjudan är påhittade. Skriv inte in riktiga personuppgifter här.

## Om du bara läser

Då sparar vi ingenting om dig. Portalen sätter inga kakor och hämtar inget från andra webbplatser. Servern för en kort
teknisk logg för att upptäcka fel och intrång.

## Om du skriver till oss genom ett formulär

När du skickar ett formulär utan konto sparar vi en kontrollsumma av din internetadress i ett dygn, för att kunna stoppa program
som skickar mängder. Summan byts varje dag och går inte att räkna tillbaka till dig. Det du berättar om hinder på portalen sparar vi i
högst ett år, och din e-postadress bara om du lämnade den.

## Om du prenumererar på mejl

Vi sparar din e-postadress och vad du vill få mejl om, tills du slutar. En adress som inte bekräftas tas bort efter en vecka. I varje mejl
finns en länk för att sluta.

## Om du anmäler en organisation

Vi sparar namn, e-postadress, telefonnummer och roll för kontaktpersoner och deltagare, och uppgifter för fakturan.
Uppgifterna behövs för att nätverket ska kunna genomföras, en uppgift av allmänt intresse. Fakturaunderlag sparas så länge som
bokföringslagen kräver.

## Om du deltar i ett nätverk

Vi sparar ditt konto, vilka nätverk du deltar i, det du skriver och vilka filer du hämtar. De andra i nätverket ser ditt
namn, din roll och din organisation.

När du slutar kan du be oss radera ditt konto. Annars tar vi bort det två år senare, och mejlar dig fyra veckor innan. Det
du har skrivit åt organisationen blir kvar hos den.

## Uppgifter om andra

Skriv aldrig om enskilda personer, varken i forum, svar eller inventering. Formulären tar inte emot personnummer.

## Allmänna handlingar

Din organisation kan behöva lämna ut det ni skriver. Det prövas av dem, varje gång.

## Dina rättigheter

Du kan få veta vad vi har om dig, få fel rättade, få uppgifter raderade och invända mot att de används. Skriv till
[redaktionen@natverket.example](mailto:redaktionen@natverket.example). Är du missnöjd kan du klaga hos
[Integritetsskyddsmyndigheten](https://www.imy.se/).
""",
        """
## Who is responsible

The organisation that runs the portal is the controller. In this demonstration there is none, and everybody but the contacts of
the first invitation is invented. Do not enter real personal data.

## If you only read

We keep nothing about you. The portal sets no cookies and fetches nothing from other sites. The server keeps a short technical log
to discover faults and intrusions.

## If you write to us through a form

When you send a form without an account we keep a checksum of your internet address for a day, to stop programs that send in bulk.
It changes every day and cannot be turned back into you. What you tell us of barriers on the portal we keep for at most a
year, and your e-mail address only if you left it.

## If you subscribe to e-mail

We keep your address and what you want mail about until you stop. An address that is not confirmed is deleted after a week. Each mail
has a link to stop.

## If you register an organisation

We keep names, e-mail addresses, telephone numbers and roles of contacts and participants, and details for the invoice. They are needed
to run the network, a task in the public interest. Invoice records are kept as long as the accounting act demands.

## If you take part in a network

We keep your account, the networks you take part in, what you write and which files you download. The others in the network see your
name, your role and your organisation.

When you leave you may ask us to erase your account. If you do not, we remove it two years later, and e-mail you four weeks
before. What you wrote for the organisation stays with it.

## About others

Never write about individuals, whether in the forum, in answers or in inventories. The forms refuse personal identity numbers.

## Public records

Your organisation may have to hand out what you write. They decide, case by case.

## Your rights

You may learn what we have about you, have errors put right, have data erased, and object to its use. Write to
[redaktionen@natverket.example](mailto:redaktionen@natverket.example). You may complain to the [Swedish Authority for Privacy Protection](https://www.imy.se/).
""",
    ),
}

COOKIES = {
    "slug": "kakor",
    "title": Text("Kakor", "Cookies"),
    "lead": Text("Den som bara läser får inga kakor alls.", "Those who only read get no cookies at all."),
    "body": Text(
        """
## När vi använder kakor

Kakor behövs först när du fyller i ett formulär eller loggar in.

- **sessionid** håller dig inloggad. Den tas bort när du loggar ut, och gäller i högst tolv timmar.
- **deviceid** finns bara om du har bett att slippa koden på den enheten. Den gäller i 30 dagar.
- **csrftoken** hindrar andra webbplatser från att skicka formulär i ditt namn. Den finns kvar i högst ett år.

## Varför det inte finns någon ruta om kakor

Lagen kräver samtycke till kakor som inte behövs för det du har bett om. Vi har inga sådana. De två ovan är nödvändiga, och
därför finns det inget att tacka ja eller nej till.

## Det vi inte gör

Vi mäter inte besök med kakor, visar inga annonser och hämtar ingenting från andra företag. Språket väljs med sidans
adress, inte med en kaka.
""",
        """
## When we use cookies

Cookies are needed only when you fill in a form or log in.

- **sessionid** keeps you logged in. It goes when you log out and lasts for twelve hours at most.
- **deviceid** is there only if you asked to be spared the code on that device. It lasts for 30 days.
- **csrftoken** keeps other sites from sending forms in your name. It stays for at most a year.

## Why there is no cookie banner

The law demands consent for cookies that are not needed for what you asked for. We have none. The two above are necessary, and
so there is nothing to accept or refuse.

## What we do not do

We do not measure visits with cookies, show advertisements, or fetch anything from other companies. The language follows the page's
address, not a cookie.
""",
    ),
}
