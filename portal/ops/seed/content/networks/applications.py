"""Applications to the running network that wait for the coordinator, and one that is being written.

Days are counted from the Monday of the week of seeding.
"""

APPLICATIONS = [
    {
        "organisation": "Vedbylunds kommun",
        "days": -4,
        "contact": ("Mona Sjöqvist", "mona.sjoqvist@vedbylund.example", "0700-00 01 01", "Utvecklingschef"),
        "participants": ["Mona Sjöqvist", ""],
        "decision": ("scheduled", 22, "Kommunstyrelsen", ""),
        "motive": "Vi har en plan från 2019 som ingen har läst sedan dess. Vi vill börja om i liten skala, och undrar hur tre "
        "personer kan hålla en lägesbild levande vid sidan av annat.",
    },
    {
        "organisation": "Region Västanmark",
        "days": -10,
        "contact": (
            "Anders Holmqvist-Lo",
            "anders.holmqvist-lo@vastanmark.example",
            "0700-00 01 02",
            "Beredskapsstrateg",
        ),
        "participants": ["Anders Holmqvist-Lo", "Siri Bäckvall", ""],
        "decision": ("taken", -33, "Regionstyrelsen", "§ 84"),
        "contacted_days": -7,
        "state": "follow_up",
        "call": "Ringde Anders. De vill vara med, men är osäkra på vem som ska hålla i arbetet hemma. Skickar frågan skriftligt.",
        "thread": [
            (
                -7,
                "coordinator",
                "Vem hos er kommer att hålla i arbetet mellan träffarna? Det räcker med en person som har tid avsatt.",
            ),
            (
                -5,
                "applicant",
                "Siri Bäckvall kan, en dag i veckan från och med nästa månad. Behöver hon vara med redan på första träffen?",
            ),
            (
                -3,
                "coordinator",
                "Ja, gärna. Går det att flytta hennes start en vecka, eller kommer någon annan den dagen?",
            ),
        ],
        "motive": "Vården ser mycket men frågas sällan. Vi vill veta vad kommunerna behöver av oss, och hitta ett sätt att dela "
        "det vi ser i klump, utan uppgifter om patienter.",
    },
    {
        "organisation": "Täljemora kommun",
        "days": -3,
        "contact": ("Birgitta Lundvall", "birgitta.lundvall@taljemora.example", "0700-00 01 03", "Socialchef"),
        "participants": ["Birgitta Lundvall"],
        "decision": ("not_yet", None, "Socialnämnden", ""),
        "motive": "Nämnden har bett oss ta reda på vad det skulle innebära att delta. Räcker det att vi är en person?",
    },
    {
        "organisation": "Brunnsjö kommun",
        "days": -24,
        "contact": ("Hillevi Ståhlbom", "hillevi.stahlbom@brunnsjo.example", "0700-00 01 04", "Förvaltningschef"),
        "participants": ["Hillevi Ståhlbom", ""],
        "decision": ("scheduled", -6, "Kommunstyrelsen", ""),
        "contacted_days": -20,
        "reminded_days": -4,
        "registrar": {"email": "registrator@brunnsjo.example", "days": -3},
        "motive": "Skola, socialtjänst och räddningstjänst har var sin bild av hur det ser ut. Vi vill lära oss att jämföra dem, "
        "och att säga när vi inte vet.",
    },
    {
        "organisation": "Ekbygdens kommun",
        "days": -13,
        "contact": ("Torkel Anneby", "torkel.anneby@ekbygden.example", "0700-00 01 05", "Kommundirektör"),
        "participants": ["Torkel Anneby", "Maj-Lis Höglund"],
        "decision": ("taken", -5, "Kommunstyrelsen", "§ 48"),
        "contacted_days": -11,
        "diary_number": "KS 88",
        "registrar": {
            "email": "registrator@ekbygden.example",
            "days": -8,
            "left_days": -3,
            "file": "protokollsutdrag-ks-48.pdf",
            "paragraphs": [
                "Kommunstyrelsen beslutar att kommunen deltar i Nätverk för lokal lägesbild med två personer.",
                "Kostnaden tas inom ram. Arbetet mellan träffarna leds av kommundirektörens stab.",
            ],
        },
        "motive": "Vi har läget på papper men inte i vardagen. Vi vill höra hur andra får lägesbilden att leva mellan mötena.",
    },
]

#: Half-way: the decision is still to come, and nobody has ticked that they are ready to work between the meetings.
DRAFT = {
    "days": -2,
    "email": "ingvor.sahlin@kullanas.example",
    "steps": {
        "organisation": {
            "organisation_name": "Kullanäs kommun",
            "organisation_number": "222222-2222",
            "diary_number": "",
        },
        "personer": {
            "first_name": "Ingvor Sahlin",
            "first_email": "ingvor.sahlin@kullanas.example",
            "first_phone": "0700-00 01 06",
            "first_title": "Förvaltningschef",
            "participant_count": "2",
            "participants": "Ingvor Sahlin",
        },
        "beslut": {"decision_state": "not_yet", "decision_body": "Kommunstyrelsen"},
        "behov": {"motive": "Vi vill börja med en enkel lägesbild, och behöver höra hur andra har fått med skolan."},
    },
}
