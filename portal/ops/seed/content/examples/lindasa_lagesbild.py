"""Lindåsa: a picture of the situation on two pages."""

from datetime import date

EXAMPLE = {
    "slug": "lagesbild-pa-tva-sidor",
    "organisation": "lindasa",
    "levels": ["universell"],
    "environments": ["hogerextremism", "natmiljoer"],
    "target_groups": ["personal", "chefer"],
    "actors": ["skola", "socialtjanst", "fritid", "polis", "naringsliv"],
    "evidence": "described",
    "cost_band": "low",
    "size": "medium",
    "contact_email": "sakerhet@lindasa.example",
    "reviewed_date": date(2026, 9, 14),
    "sv": {
        "contact_role": "Säkerhetsstrateg, kommunledningskontoret",
        "period": "Arbetet började 2024 och pågår.",
        "cost": "Omkring 90 000 kronor om året",
        "title": "Lägesbild på två sidor",
        "summary": "Fem verksamheter svarar på samma sju frågor fyra gånger om året. Svaren blir två sidor "
        "som ledningen läser och fattar beslut av.",
        "need": """
När fullmäktige frågade hur det stod till i kommunen hade vi inget svar. Polisen hade sin bild, skolan
en annan. Fritidsledarna visste mest men blev aldrig tillfrågade. Det vi skrev i planen från 2021 var i
stort sett hämtat från nationella rapporter.

Samtidigt dök det upp klistermärken från vit makt-grupper längs skolvägarna, och lärare berättade om
elever som citerade saker de sett på nätet. Ingen visste om det var tre personer eller trettio.
""",
        "goal": """
- Ledningen ska kunna säga vad vi vet, vad vi tror och vad vi inte vet.
- Minst en åtgärd varje kvartal ska gå att härleda till bilden.
- Ingen enskild person ska kunna kännas igen.
""",
        "done": """
Vi tog fram sju frågor tillsammans med dem som skulle svara. Det tog tre möten, och den första versionen
hade trettioen frågor. En kontaktperson i varje verksamhet samlar svaren från sina arbetslag och fyller i
formuläret. Det får ta högst en timme.

Säkerhetsstrategen väger ihop svaren. Varje påstående får en bokstav: A betyder att flera källor säger
samma sak, B att en källa säger det, C att det är en känsla. Sedan träffas de fem kontaktpersonerna i
nittio minuter, rättar och enas.

Resultatet är två sidor. Den första säger vad som har ändrats. Den andra föreslår vad vi gör åt det.
Kommunchefen tar upp dem på ledningsgruppen och svarar skriftligt, också när svaret är nej.
""",
        "target_group": "Chefer och medarbetare som möter barn och unga, och den ledning som fördelar pengarna.",
        "resources": """
Ungefär en dag i veckan för säkerhetsstrategen de veckor då bilden görs, annars ingenting. En timme per
verksamhet och kvartal. Vi köpte en dags utbildning i källvärdering till kontaktpersonerna.
""",
        "results": """
Tio bilder är gjorda, och nio av dem blev klara i tid. Ledningen har svarat skriftligt på alla. Av 23
förslag har 14 genomförts, till exempel belysning vid en busshållplats, extra fritidsledare två kvällar i
veckan under en höst och en kväll för vårdnadshavare om slutna grupper på nätet.

Vi kan inte visa att utsattheten har minskat. Det vi kan visa är att besluten fattas på annat underlag än
förut.
""",
        "not_working": """
Vi försökte först med en digital enkät till all personal. Elva procent svarade, och flera skrev om
elever så att de gick att känna igen. Vi fick radera alltihop och börja om med kontaktpersoner.

Bostadsbolaget hoppade av efter ett halvår. De fick aldrig veta vad deras svar ledde till. Nu får alla
tillbaka bilden samma dag som ledningen.
""",
        "transferability": """
Formen går att använda i vilken kommun som helst. I en liten kommun räcker det med tre verksamheter, men
då blir risken större att någon känns igen. Höj i så fall nivån: skriv om kommunen, inte om skolan.
""",
        "ethics": """
Bilden handlar om miljöer och platser, aldrig om personer. Kontaktpersonerna stryker allt som kan peka ut
någon innan de skickar in. Dataskyddsombudet har läst frågorna. Vi utgår från att varje ord kan begäras ut.
""",
        "advice": "Börja med få frågor. Bestäm vem som ska svara på bilden innan ni gör den första.",
        "lesson": "En lägesbild som ingen är skyldig att svara på blir en hyllvärmare.",
    },
    "en": {
        "contact_role": "Security strategist, municipal executive office",
        "period": "The work began in 2024 and goes on.",
        "cost": "About SEK 90,000 a year",
        "title": "A situation picture on two pages",
        "summary": "Five services answer the same seven questions four times a year. The answers become two pages "
        "that the leadership reads and decides from.",
        "need": """
When the council asked how things stood in the municipality we had no answer. The police had one picture, the
schools another, and the youth workers, who knew most, were never asked. What our plan of 2021 said was largely
taken from national reports.

Meanwhile stickers from white power groups appeared along the way to school, and teachers told of pupils quoting
things they had seen online. Nobody knew whether it was three people or thirty.
""",
        "done": """
Seven questions were worked out with those who would answer them; the first version had thirty-one. A contact in
each service gathers the answers of their teams and fills in the form, which may take an hour at most.

The security strategist weighs the answers together. Each statement is given a letter: A when several sources agree,
B for one source, C for a feeling. The five contacts then meet for ninety minutes, correct it and agree.

The first of the two pages says what has changed, the second what we propose to do. The chief executive answers in
writing, also when the answer is no.
""",
        "results": """
Ten pictures have been made, nine of them in time, and all were answered in writing. Of 23 proposals 14 were carried out.
We cannot show that fewer people are exposed, only that decisions now rest on something else than before.
""",
        "not_working": """
A digital survey to all staff came first. Eleven per cent answered, and several wrote about pupils in ways that made
them recognisable. We had to delete everything and begin again.
""",
        "goal": """
- The leadership can say what we know, what we believe and what we do not know.
- At least one measure each quarter can be traced to the picture.
- No individual can be recognised.
""",
        "transferability": "The form works in any municipality. In a small one three services are enough, but the risk that somebody is recognised grows: write about the municipality rather than the school.",
        "ethics": "The picture is about environments and places, never about people. The contacts strike out whatever might point at somebody before they hand in. We assume that every word can be requested as a public record.",
        "advice": "Begin with few questions. Decide who is to answer the picture before you make the first.",
        "lesson": "A picture that nobody is obliged to answer ends up on a shelf.",
    },
}
