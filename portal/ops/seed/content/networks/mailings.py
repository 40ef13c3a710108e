"""What the coordinator of the running network has written to many."""

# (audience, days before the present week or None for a draft, subject, text, subject in English, text in English)
MAILINGS = [
    (
        "all",
        12,
        "Inför nästa träff: ta med er lägesbild",
        """Hej alla!

På nästa träff arbetar vi i små grupper med era lägesbilder. Ta med den som ni har i dag. Den behöver inte vara färdig: ett utkast på en sida räcker långt.

Skriv i forumet om det är något särskilt som ni vill att vi tar upp.""",
        "Before the next meeting: bring your situation picture",
        """Hello all!

At the next meeting we work in small groups with your situation pictures. Bring the one you have today. It need not be finished: a draft of one page goes a long way.

Write in the forum if there is anything in particular that you would like us to take up.""",
    ),
    (
        "contact_persons",
        4,
        "Har ni rätt personer i deltagarlistan?",
        """Hej!

Ni som är kontaktpersoner: titta igenom era kollegor i deltagarlistan. Har någon slutat? Avsluta deltagandet där. Har ni någon ny? Bjud in.""",
        "",
        "",
    ),
    (
        "all",
        None,
        "Lokal och tider för vårens träffar",
        """Hej alla!

Här kommer lokal och tider för vårens träffar. """,
        "",
        "",
    ),
]
