"""The words that good examples are sorted by: key -> (name, name in English, explanation, explanation in English)."""

ENVIRONMENTS = {
    "hogerextremism": (
        "Våldsbejakande högerextremism",
        "Violent right-wing extremism",
        "Vit makt-miljön, nynazistiska grupper och andra som ser våld mot människor som lägre stående som rätt.",
        "The white power environment, neo-Nazi groups and others who hold that violence against people they look down on is right.",
    ),
    "vansterextremism": (
        "Våldsbejakande vänsterextremism",
        "Violent left-wing extremism",
        "Autonoma och andra grupper som använder våld mot personer eller egendom som politiskt medel.",
        "Autonomous and other groups that use violence against people or property as a political means.",
    ),
    "islamistisk-extremism": (
        "Våldsbejakande islamistisk extremism",
        "Violent Islamist extremism",
        "Grupper och nätverk som hänvisar till islam och förespråkar eller använder våld. Det har inget att göra med att vara muslim.",
        "Groups and networks that refer to Islam and advocate or use violence. It has nothing to do with being a Muslim.",
    ),
    "ensamagerande": (
        "Ensamagerande",
        "Lone actors",
        "Den som planerar våld på egen hand, ofta med inspiration från flera håll.",
        "Somebody who plans violence alone, often with inspiration from several directions.",
    ),
    "natmiljoer": (
        "Nätmiljöer",
        "Online environments",
        "Slutna grupper, spelplattformar och flöden där våld hyllas eller människor värvas.",
        "Closed groups, gaming platforms and feeds where violence is praised or people are recruited.",
    ),
    "alla-miljoer": (
        "Oberoende av miljö",
        "Whatever the environment",
        "Arbetet utgår inte från någon särskild sorts extremism.",
        "The work does not start from any particular kind of extremism.",
    ),
}

LEVELS = {
    "framjande": (
        "Främjande",
        "Promotion",
        "Stärker det som är bra för alla, utan att utgå från ett problem.",
        "Strengthens what is good for everybody, without starting from a problem.",
    ),
    "universell": (
        "Universell",
        "Universal",
        "Riktas till alla i en grupp, till exempel en årskurs eller en ort, oavsett risk.",
        "For everyone in a group, such as a school year or a town, whatever the risk.",
    ),
    "selektiv": (
        "Selektiv: grupper med förhöjd risk",
        "Selective: groups at higher risk",
        "Riktas till en grupp eller en plats där risken är högre. Det är gruppen som väljs, inte personen.",
        "For a group or a place where the risk is higher. The group is chosen, not the person.",
    ),
    "indikerad": (
        "Indikerad: tidiga tecken",
        "Indicated: early signs",
        "Stöd till någon som visar tidiga tecken, det vill säga flera förändringar samtidigt.",
        "Support for somebody who shows early signs, that is, several changes at once.",
    ),
    "forhindrande": (
        "Förhindrande",
        "Intervention",
        "När en våldsbejakande miljö redan har fått fäste, eller när någon vill lämna den.",
        "When a violent environment has taken hold, or when somebody wants to leave it.",
    ),
}

TARGET_GROUPS = {
    "unga": ("Barn och unga", "Children and young people", "", ""),
    "foraldrar": ("Föräldrar och anhöriga", "Parents and relatives", "", ""),
    "personal": ("Personal som möter människor", "Staff who meet people", "", ""),
    "chefer": ("Chefer och beslutsfattare", "Managers and decision-makers", "", ""),
    "vuxna": ("Vuxna", "Adults", "", ""),
    "allmanhet": ("Alla invånare", "All residents", "", ""),
}

ACTORS = {
    "skola": ("Skola och elevhälsa", "Schools and pupil health", "", ""),
    "socialtjanst": ("Socialtjänst", "Social services", "", ""),
    "fritid": ("Kultur och fritid", "Culture and leisure", "", ""),
    "bibliotek": ("Bibliotek", "Libraries", "", ""),
    "polis": ("Polis", "Police", "", ""),
    "vard": ("Hälso- och sjukvård", "Health care", "", ""),
    "civilsamhalle": ("Föreningar och ideella organisationer", "Associations and voluntary organisations", "", ""),
    "trossamfund": ("Trossamfund", "Faith communities", "", ""),
    "arbetsmarknad": ("Arbetsmarknadsenhet", "Employment unit", "", ""),
    "kriminalvard": ("Kriminalvård", "Prison and probation service", "", ""),
    "raddningstjanst": ("Räddningstjänst", "Fire and rescue service", "", ""),
    "naringsliv": ("Bostadsbolag och näringsliv", "Housing companies and business", "", ""),
}
