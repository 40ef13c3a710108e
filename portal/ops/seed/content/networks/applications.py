"""Applications to the running network that wait for the coordinator. Days are counted from the Monday of the week of seeding."""

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
        "question": "Vem hos er kommer att hålla i arbetet mellan träffarna? Det räcker med en person som har tid avsatt.",
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
]
