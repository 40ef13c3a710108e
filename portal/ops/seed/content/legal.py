"""Accessibility statement (the eleven parts that Digg's template asks for), privacy notice, cookies."""

from datetime import date

from . import Text

REVIEWED = date(2026, 11, 23)

ACCESSIBILITY = {
    "slug": "tillganglighet",
    "title": Text("Tillgänglighet på Nätverksportalen", "Accessibility of Nätverksportalen"),
    "lead": Text(
        "Så många som möjligt ska kunna använda portalen. Här står hur långt vi har kommit, var det brister och hur du "
        "når oss.",
        "As many people as possible should be able to use the portal. This is how far we have come, where it fails, and how "
        "to reach us.",
    ),
    "body": Text(
        """
## Vem som står bakom portalen

Nätverksportalen visas här som en demonstration. Den som driver portalen på riktigt ansvarar för redogörelsen och
ska gå igenom den innan portalen öppnas. Redogörelsen gäller alla sidor i portalen, både de öppna och de för
deltagare.

## Hur tillgänglig är portalen?

Vi bygger efter WCAG 2.2 på nivå AA och lagen om tillgänglighet till digital offentlig service. Vi känner till några
brister, som beskrivs nedan. Portalen är därför delvis förenlig med lagen.

## Vad du kan göra om du inte kan använda en del av portalen

Skriv till [tillganglighet@natverket.example](mailto:tillganglighet@natverket.example) så hjälper vi dig på ett annat sätt. Du kan till exempel få ett dokument som
text, få innehållet uppläst i telefon eller lämna en anmälan muntligt. Vi svarar vanligtvis inom två vardagar.

## Rapportera brister

Har du hittat ett hinder som inte står här? Berätta det för oss på [tillganglighet@natverket.example](mailto:tillganglighet@natverket.example). Du behöver inte säga
vem du är. Det hjälper om du anger sidan och vad du försökte göra.

## Tillsyn

Myndigheten för digital förvaltning, Digg, har tillsyn över lagen. Är du inte nöjd med hur vi har hanterat dina synpunkter kan
du [anmäla det till Digg](https://www.digg.se/tdosanmalan).

## Teknisk information om tillgängligheten

Portalen är delvis förenlig med lagen om tillgänglighet till digital offentlig service, på grund av de brister som
räknas upp i nästa avsnitt.

## Innehåll som inte är tillgängligt

- PDF-filer som deltagare laddar upp saknar ibland taggar, och kan då vara svåra att läsa med skärmläsare. Be om
  innehållet som text.
- Redaktörernas verktyg bygger på Wagtail. Några av dess fält, till exempel datumväljaren, fungerar sämre med tangentbord
  och skärmläsare än resten av portalen.
- Engelska sidor är ibland kortare än de svenska. Det som är väsentligt finns på båda språken.

## Oskäligt betungande anpassning

Vi åberopar inte undantaget för oskäligt betungande anpassning för någon del av portalen.

## Innehåll som inte omfattas av lagen

- Material från det första nätverkets träffar 2016–2018 ligger i ett arkiv som inte längre används i arbetet.
- Innehåll som andra har gjort och som vi inte råder över, till exempel rapporter som vi länkar till.

## Hur vi har testat portalen

Vi har testat själva. De sidor som läsare, deltagare, nätverksledare och redaktörer besöker mest granskas automatiskt med
verktyget axe, i ljust och mörkt läge och i smal och bred skärm. Ett sådant verktyg hittar bara en del av alla hinder.

Det som inte är gjort ännu: en fullständig genomgång med skärmläsare, en granskning av någon utomstående, och prov med
användare som har funktionsnedsättning.

## När redogörelsen senast sågs över

Portalen bedömdes senast den 23 november 2026, och redogörelsen skrevs samma dag.
""",
        """
## Who is behind the portal

Nätverksportalen is shown here as a demonstration. Whoever runs it in earnest is responsible for this statement and is to go
through it before opening. It covers all pages, the open ones and those for participants.

## How accessible is the portal?

We build to WCAG 2.2 level AA and the Swedish act on accessibility of digital public services. We know of some shortcomings,
described below. The portal therefore complies in part.

## What to do if you cannot use a part of the portal

Write to [tillganglighet@natverket.example](mailto:tillganglighet@natverket.example) and we will help in another way: a document as text, its content read over the
telephone, or a registration made orally. We usually answer within two working days.

## Report shortcomings

Have you met a barrier that is not listed here? Tell us at [tillganglighet@natverket.example](mailto:tillganglighet@natverket.example). You need not say who you are. It
helps if you name the page and what you tried to do.

## Supervision

The Agency for Digital Government, Digg, supervises the act. If you are not content with how we dealt with your views you may
[report it to Digg](https://www.digg.se/tdosanmalan).

## Technical information

The portal complies in part with the act on accessibility of digital public services, because of the shortcomings listed in
the next section.

## Content that is not accessible

- PDF files uploaded by participants sometimes lack tags, which makes them hard to read with a screen reader. Ask for the
  content as text.
- The editors' tools are built on Wagtail. Some of its fields, such as the date picker, work less well with keyboard and screen
  reader than the rest of the portal.
- English pages are sometimes shorter than the Swedish ones. What is essential is there in both languages.

## Disproportionate burden

We claim no exception for disproportionate burden.

## Content outside the act

- Materials from the first network's meetings 2016–2018, an archive no longer used in the work.
- Content by others that we do not control, such as reports we link to.

## How the portal was tested

We tested it ourselves. The pages that readers, participants, coordinators and editors visit most are checked automatically with
axe, in light and dark mode and on narrow and wide screens. Such a tool finds only some of all barriers.

Not done yet: a full review with a screen reader, an audit by somebody outside, and trials with users who have disabilities.

## When the statement was last reviewed

The portal was last assessed on 23 November 2026, and the statement written the same day.
""",
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

## Om du anmäler en organisation

Vi sparar namn, e-postadress, telefonnummer och roll för kontaktpersoner och deltagare, och uppgifter för fakturan.
Uppgifterna behövs för att nätverket ska kunna genomföras, en uppgift av allmänt intresse. Fakturaunderlag sparas så länge som
bokföringslagen kräver.

## Om du deltar i ett nätverk

Vi sparar ditt konto, vilka nätverk du deltar i, det du skriver och vilka filer du hämtar. De andra i nätverket ser ditt
namn, din roll och din organisation.

När du slutar kan du be oss radera ditt konto. Det du har skrivit åt organisationen blir kvar hos den.

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

## If you register an organisation

We keep names, e-mail addresses, telephone numbers and roles of contacts and participants, and details for the invoice. They are needed
to run the network, a task in the public interest. Invoice records are kept as long as the accounting act demands.

## If you take part in a network

We keep your account, the networks you take part in, what you write and which files you download. The others in the network see your
name, your role and your organisation.

When you leave you may ask us to erase your account. What you wrote for the organisation stays with it.

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
- **csrftoken** hindrar andra webbplatser från att skicka formulär i ditt namn. Den finns kvar i högst ett år.

Kakorna är nödvändiga för det du har bett om. Därför frågar vi inte om samtycke.

## Det vi inte gör

Vi mäter inte besök med kakor, visar inga annonser och hämtar ingenting från andra företag. Språket väljs med sidans
adress, inte med en kaka.
""",
        """
## When we use cookies

Cookies are needed only when you fill in a form or log in.

- **sessionid** keeps you logged in. It goes when you log out and lasts for twelve hours at most.
- **csrftoken** keeps other sites from sending forms in your name. It stays for at most a year.

They are necessary for what you asked for, and therefore we do not ask for consent.

## What we do not do

We do not measure visits with cookies, show advertisements, or fetch anything from other companies. The language follows the page's
address, not a cookie.
""",
    ),
}
