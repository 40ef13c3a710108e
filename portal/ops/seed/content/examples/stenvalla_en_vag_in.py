"""Stenvalla: one way in for concern."""

from datetime import date

EXAMPLE = {
    "slug": "en-vag-in-for-oro",
    "organisation": "stenvalla",
    "levels": ["indikerad"],
    "environments": ["ensamagerande", "hogerextremism", "natmiljoer"],
    "target_groups": ["personal", "unga"],
    "actors": ["skola", "socialtjanst", "polis"],
    "evidence": "measured",
    "cost_band": "within",
    "size": "medium",
    "contact_email": "mottagningen@stenvalla.example",
    "reviewed_date": date(2026, 11, 3),
    "sv": {
        "contact_role": "Chef för socialtjänstens mottagning",
        "period": "Arbetet började 2022 och pågår.",
        "cost": "75 000 kronor att starta, därefter inget extra",
        "title": "En väg in för oro",
        "summary": "Skolpersonal hade nio ställen att ringa till när de var oroliga. Nu finns ett, och den som ringer får alltid "
        "återkoppling om att samtalet har tagits emot.",
        "need": """
Efter ett skolattentat i en annan kommun ringde många lärare till oss. Vi upptäckte att de hade ringt förut, men till
växeln, rektor, fältgruppen, polisen eller en bekant på socialtjänsten. En del samtal hade inte lett någonstans.
Ingen hade sett att de gällde samma sak.
""",
        "goal": """
- Ett nummer och en blankett för all oro, oavsett vad den gäller.
- Den som har hört av sig ska få besked om att det är mottaget inom en vardag.
""",
        "done": """
Socialtjänstens mottagning tog hand om alltihop. Vi tog bort åtta andra vägar, en i taget, och bad dem som
svarade där att koppla vidare i ett halvår.

Mottagningen bedömer först om någon är i fara nu. Sedan avgörs om det är en orosanmälan, ett råd eller något för
skolans eget arbete. Den som ringer får veta vilket. Vad som händer därefter får de inte veta, och det säger vi.

Varje termin går vi till alla skolor, tjugo minuter på en arbetsplatsträff, och visar tre påhittade fall.
""",
        "target_group": "Personal i skola och fritid som ser tidiga tecken hos en elev. Tidiga tecken förklaras alltid med exempel, inte med listor.",
        "resources": "Ingen ny tjänst. Två personer på mottagningen fick handledning. Tryck av kort till skolorna.",
        "results": """
Samtalen från skolor ökade från 61 året före till 148 det första året och 139 det andra. Andelen som fick besked inom en
vardag gick från okänd till 93 procent. I en enkät före och efter steg andelen lärare som visste vart de skulle ringa
från 35 till 88 procent.

Att fler ringer är inte säkert bra i sig. En knapp tredjedel av samtalen gällde sådant som skolan bäst löser själv.
""",
        "not_working": """
Blanketten på webben lockade till långa berättelser om namngivna elever utan att någon hade ringt. Den finns kvar men
frågar nu bara efter telefonnummer.

En skola fortsatte ringa sin gamla kontakt i två år. Det gick över när kontakten gick i pension.
""",
        "transferability": "Lätt att göra i kommuner upp till kanske femtiotusen invånare. I större behövs en väg per område.",
        "ethics": "En oro är inget bevis. Vi talar om vad man har sett, inte om vad någon är. Åsikter är inte tecken.",
        "advice": "Ta bort gamla vägar lika omsorgsfullt som ni bygger den nya.",
        "lesson": "Den som får besked att samtalet är mottaget ringer igen nästa gång.",
    },
    "en": {
        "contact_role": "Head of the social services' intake",
        "period": "The work began in 2022 and goes on.",
        "cost": "SEK 75,000 to start, nothing extra after that",
        "title": "One way in for concern",
        "summary": "School staff had nine places to call when they were worried. Now there is one, and whoever calls is always told "
        "that the call has been received.",
        "need": """
After an attack at a school elsewhere many teachers called us. It turned out that they had called before: the switchboard,
the head teacher, the outreach team, the police or somebody they knew. Some calls had led nowhere, and nobody had seen that
they concerned the same thing.
""",
        "done": """
The social services' intake took it all on. Eight other ways were removed, one at a time, and those who used to answer there
put calls through for half a year.

Intake first judges whether anyone is in danger now, then whether it is a report of concern, a piece of advice or something
for the school. The caller is told which. What happens after that they are not told, and we say so.
""",
        "results": """
Calls from schools rose from 61 to 148 in the first year. Teachers who knew where to call rose from 35 to 88 per cent. That
more call is not certain to be good in itself: nearly a third concerned things that the school handles best.
""",
        "not_working": "The web form drew long stories about named pupils. It now asks for a telephone number only.",
        "goal": """
- One number and one form for every concern, whatever it is about.
- Whoever gets in touch is told within a working day that it has been received.
""",
        "transferability": "Easy in municipalities of up to perhaps fifty thousand. Larger ones need a way in for each area.",
        "ethics": "A concern is no proof. We speak of what was seen, not of what somebody is. Opinions are not signs.",
        "advice": "Take away the old ways as carefully as you build the new one.",
        "lesson": "Whoever is told that the call was received will call again.",
    },
}
