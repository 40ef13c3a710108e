"""What stands in the demonstration's files: name -> (heading, paragraphs or rows)."""

PROGRAMME = "Programmet står i portalen, under träffen. Tider kan ändras med kort varsel."

TEXTS = {
    "program-6-december-2016.pdf": (
        "Program 6 december 2016",
        [
            "Plats: Stockholm. Tid: klockan 10-16.",
            "10.00 Välkomna. 10.30 Runt bordet. 11.30 Vad vi menar med orden.",
            "12.15 Lunch. 13.15 Att inventera lokala behov. 15.00 Uppgiften hem.",
            "Dagen och tiderna är verkliga. Programpunkterna är demonstrationsuppgifter.",
        ],
    ),
    "ordlista.txt": (
        "Ordlista för nätverket",
        [
            "Främjande: att stärka det som är bra för alla, utan att utgå från ett problem.",
            "Universellt förebyggande: insatser till alla i en grupp, till exempel en årskurs.",
            "Selektivt förebyggande: insatser till grupper med förhöjd risk. Gruppen väljs, inte personen.",
            "Indikerat förebyggande: stöd när det finns tidiga tecken, alltså flera förändringar samtidigt.",
            "Förhindrande: när en våldsbejakande miljö redan har fått fäste, eller när någon vill lämna den.",
            "Våldsbejakande: att ge stöd till, uppmana till eller delta i våld för en idés skull.",
        ],
    ),
    "anteckningar-grupparbete.docx": (
        "Anteckningar från grupparbetet",
        [
            "Fyra grupper fick frågan: vem hos er vet något som ni aldrig har frågat om?",
            "Biblioteket nämndes av tre grupper. Busschaufförer, skolsköterskor och idrottsledare av två.",
            "Alla grupper var oroliga för att skriva så att någon går att känna igen.",
        ],
    ),
    "program-andra-traffen.pdf": ("Program för andra träffen", ["Björkhaga, klockan 10-16.", PROGRAMME]),
    "ovning-kallvardering.docx": (
        "Övning i källvärdering",
        [
            "Orten heter Tallmora och finns inte. Läs påståendet. Är det flera källor, en källa eller en känsla?",
            "1. Det har blivit stökigare på torget sedan i höstas, säger tre butiker.",
            "2. En förälder har hört att det finns en hemlig lokal.",
            "3. Skolan har tagit bort klotter sju gånger på en månad.",
            "4. Det är värre än i grannkommunen.",
            "5. Polisen har fått färre anmälningar än i fjol.",
            "6. Ungdomar vågar inte berätta.",
        ],
    ),
    "program-tredje-traffen.pdf": ("Program för tredje träffen", ["Mellanslätt, klockan 9.30-15.30.", PROGRAMME]),
    "mall-logik.docx": (
        "Mall för logik",
        [
            "Behov: vad är det som inte fungerar i dag, och för vem?",
            "Aktiviteter: vad gör ni?",
            "Resultat: vad blir annorlunda direkt?",
            "Effekter: vad leder det till på sikt?",
            "Hoppet: vilken pil är ni minst säkra på?",
        ],
    ),
    "program-fjarde-traffen.pdf": ("Program för fjärde träffen", ["Älvnäs, klockan 10-16.", PROGRAMME]),
    "fragor-och-svar-sekretess.txt": (
        "Frågor och svar om sekretess",
        [
            "Får skolan berätta för fritidsgården att det är oroligt i en grupp? Ja, om det sägs om platser och tider och ingen pekas ut.",
            "Får socialtjänsten berätta vad som hände efter en anmälan? Oftast inte. Säg det i förväg.",
            "Får man fråga den det gäller? Ja. Det glöms bort förvånansvärt ofta. Samtycke löser mycket.",
            "Svaren är en sammanfattning för demonstrationen. Fråga alltid er egen jurist.",
        ],
    ),
    "program-femte-traffen.pdf": ("Program för femte träffen", ["Stockholm, klockan 10-15.", PROGRAMME]),
    "det-vi-inte-fick-till.txt": (
        "Det vi inte fick till",
        [
            "1. Nätet. Ingen av oss har en bra bild.",
            "2. Juli. Nästan all samverkan står stilla i sju veckor.",
            "3. Vården. Den ser mycket och frågas sällan.",
            "4. Föräldrar som inte redan har kontakt med oss.",
            "5. Kunskap som försvinner när en person slutar.",
            "6. Föreningar som får frågan först när något har hänt.",
            "7. Vuxna över 25.",
            "8. Att mäta annat än antal deltagare.",
            "9. Att lägga ner det som inte fungerar.",
            "10. Politiker som frågar två gånger.",
            "11. En gemensam jour med grannkommunen.",
            "12. Tid.",
        ],
    ),
    "program-lokal-lagesbild-1.pdf": ("Program för första träffen", ["Lindåsa, klockan 10-15.30.", PROGRAMME]),
    "sju-fragor.docx": (
        "Sju frågor, Lindåsas formulär",
        [
            "Svara för verksamheten, inte för enskilda personer. Det får ta högst en timme.",
            "1. Vad har ändrats sedan förra kvartalet?",
            "2. Vilka platser är lugnare, och vilka är oroligare?",
            "3. Vilka budskap eller märken har ni sett, och var?",
            "4. Vad pratar unga om som ni inte hörde för ett halvår sedan?",
            "5. Vad fungerar bra just nu?",
            "6. Vad skulle ni vilja att någon annan gjorde?",
            "7. Hur säkra är ni? Sätt A, B eller C vid varje svar.",
        ],
    ),
    "det-vi-strok.txt": (
        "Det vi strök, och varför",
        [
            "Åtta gamla lägesbilder gicks igenom. Av 112 sidor blev 31 kvar.",
            "Mest ströks nationell bakgrund. Den finns redan på annat håll och leder inte till beslut hemma.",
            "Därefter diagram över brott som inte hade med frågan att göra.",
            "Kvar blev platser, tider, det som hade ändrats och det som någon kunde göra något åt.",
        ],
    ),
    "program-lokal-lagesbild-2.pdf": ("Program för andra träffen", ["Mellanslätt, klockan 9.30-15.", PROGRAMME]),
    "vagen-fran-oro-till-stod.txt": (
        "Vägen från oro till stöd",
        [
            "1. Lärare. 2. Rektor. 3. Socialtjänstens mottagning. 4. Enhetschef. 5. Beslut i nämnden.",
            "Fyra av fem trodde att de var först. Två visste inte vem som kom efter dem.",
        ],
    ),
    "parmens-innehall.docx": (
        "Pärmens innehåll",
        [
            "Sida 1: tre telefonnummer, till funktioner och inte till personer.",
            "Sida 2: frågor att ställa första dygnet.",
            "Sida 3: vad nämnden har delegerat, och till vem.",
            "Sida 4-9: avtal med grannkommuner och med den ideella verksamheten.",
        ],
    ),
    "fyrskenet-anteckningar.txt": ("Fyrskenet", ["Lampan vid kajen är trasig.", "Unga vill ha tak, inte staket."]),
}

TABLES = {
    "sammanstallning-inventeringar.csv": [
        ["Organisation", "Verksamheter som svarat", "Flera källor", "En källa", "Känsla"],
        ["Älvnäs kommun", "4", "3", "5", "2"],
        ["Björkhaga stadsdelsnämnd", "7", "8", "3", "1"],
        ["Landstinget Mellanslätt", "4", "1", "2", "6"],
    ],
    "vem-vet-vad-norrvik.csv": [
        ["Verksamhet", "Kan veta något om", "Har vi frågat?"],
        ["Fältarbetaren", "Torget och busstationen på kvällar", "Ja"],
        ["Gymnasiets kurator", "Stämningen mellan grupper", "Ja"],
        ["Bussbolaget", "Var unga inte vill gå av", "Ja"],
        ["Handlarna vid torget", "Vilka tider det är oroligt", "Nej"],
        ["Idrottsföreningarna", "Vilka som slutar komma", "Nej"],
    ],
    "tolv-pastaenden.csv": [
        ["Nummer", "Påstående om Tallmora, en ort som inte finns", "Er bokstav"],
        ["1", "Tre butiker säger att torget är stökigare än i våras", ""],
        ["2", "En lärare har hört en elev citera ett manifest", ""],
        ["3", "Klotter har tagits bort sju gånger på en månad", ""],
        ["4", "Stämningen är spänd", ""],
        ["5", "Fritidsgården har fler besök än någonsin", ""],
        ["6", "Det pågår värvning på gymmet", ""],
        ["7", "Två föreningar och polisen säger att en lokal används till möten", ""],
        ["8", "Unga får allt våldsammare filmer skickade till sig", ""],
        ["9", "Ungdomsmottagningen hör oftare om ensamhet", ""],
        ["10", "Flygblad har delats ut på två skolor", ""],
        ["11", "Det var värre förr", ""],
        ["12", "Föräldrar ringer mer sällan än i fjol", ""],
    ],
}
