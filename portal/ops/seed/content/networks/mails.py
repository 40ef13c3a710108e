"""Mails of the demonstration: who, days before the Monday of the week of seeding, subject, text. Written as the portal writes them."""

MAILS = [
    (
        "amina",
        5,
        "Återkoppling på ert svar: Vem vet vad hos oss?",
        """
Hej Amina!

David Ekwall har läst Lindåsa kommuns svar på uppgiften Vem vet vad hos oss? och lämnat återkoppling. Läget är nu
Komplettera gärna.

Logga in och öppna Mellan träffarna för att läsa den.

Nätverksportalen, demonstration
""",
    ),
    (
        "cecilia",
        3,
        "Nytt svar i tråden: Hur får ni skolan att svara i tid?",
        """
Hej Cecilia!

Sanna Rautio har svarat i en tråd som du har startat: Hur får ni skolan att svara i tid?

Logga in och öppna forumet för att läsa svaret.

Nätverksportalen, demonstration
""",
    ),
    (
        "david",
        3,
        "Ny anmälan: Täljemora kommun",
        """
Hej David!

Täljemora kommun har anmält sig till Nätverk för lokal lägesbild. De vet inte än när nämnden fattar beslut.

Ring gärna inom en vecka.

Nätverksportalen, demonstration
""",
    ),
]
