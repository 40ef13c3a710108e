"""How organisations used each other's examples, and what waits for an editor; all of it invented."""

# (example used, the user's own example or "", organisation, what they changed, what came of it, days ago)
USES = [
    (
        "lagesbild-pa-tva-sidor",
        "en-vag-in-for-oro",
        "Stenvalla kommun",
        (
            "Vi tog de sju frågorna som de var men ställde dem varje månad, eftersom så mycket hände. Efter ett halvår "
            "gick vi över till en gång i kvartalet. Svaren gick till samma mottagning som tar emot oro."
        ),
        ("Ledningen svarar skriftligt. Skolorna tröttnade på frågorna när de kom för ofta."),
        41,
    ),
    (
        "en-vag-in-for-oro",
        "",
        "Storsunds kommun",
        (
            "Ett nummer även hos oss, men växeln svarar på kvällar. De har fått en halv dags utbildning och ett stödblad."
        ),
        ("Fyra samtal på kvällstid första hösten."),
        12,
    ),
    (
        "nar-fiket-blev-nagons-revir",
        "",
        "Älvnäs kommun",
        (
            "Vi hade inget fik utan en busstation. Fältarbetaren och sena bussen gick att göra likadant. Hallen hyrde vi "
            "av en friskola."
        ),
        ("Fler unga åker hem med den sista bussen. Vi vet inte om gruppen värvar mindre."),
        63,
    ),
]
WAITING = (
    "biblioteket-efter-stangning",
    "Hedvika kommun",
    "Vi provade samtalen på ett äldreboende, med gymnasieelever som kom på besök. Källövningen fick bli kortare.",
    "De vill fortsätta. Tre elever har fått sommarjobb på boendet.",
)
TIP = (
    "De lät fältarbetarna äta lunch i skolmatsalen två dagar i veckan i stället för att hålla föreläsningar.",
    "Fjärdholmens kommun",
    "Eleverna vet vad de heter. Det kostade nästan ingenting.",
)
