"""Who takes part in the demonstration: invented organisations and people, at addresses that cannot exist."""

from datetime import date

# One password for all, shown by `make accounts`. It opens nothing outside a development database.
PASSWORD = "Granris-Vindstilla-47"  # noqa: S105 (a demonstration password, refused in production)

# key: (name, kind, county code, parent, from, to). The collaboration and the kommun that a district belongs to take
# part in no network: they stand behind good examples.
ORGANISATIONS = {
    "kansli": ("Nätverkskansliet", "other", "", None, None, None),
    "lindasa": ("Lindåsa kommun", "municipality", "05", None, None, None),
    "norrvik": ("Norrviks kommun", "municipality", "22", None, None, None),
    "mellanslatt": ("Region Mellanslätt", "region", "18", None, date(2019, 1, 1), None),
    "landstinget": ("Landstinget Mellanslätt", "county_council", "18", None, None, date(2018, 12, 31)),
    "storsund": ("Storsunds kommun", "municipality", "14", None, None, None),
    "bjorkhaga": ("Björkhaga stadsdelsnämnd", "district", "14", "storsund", None, None),
    "kvarnsele": ("Kvarnsele kommun", "municipality", "24", None, None, None),
    "stenvalla": ("Stenvalla kommun", "municipality", "12", None, None, None),
    "hedvika": ("Hedvika kommun", "municipality", "17", None, None, None),
    "alvnas": ("Älvnäs kommun", "municipality", "20", None, None, None),
    "fjardholmen": ("Fjärdholmens kommun", "municipality", "13", None, None, None),
    "sandhamra": ("Sandhamra kommun", "municipality", "13", None, None, None),
    "samverkan": ("Samverkan i Östra Dalbygden", "association", "17", None, None, None),
}

# key: (full name, e-mail, work title, [(role, organisation, network or None)])
PEOPLE = {
    "amina": (
        "Amina Haddad",
        "amina.haddad@lindasa.example",
        "Säkerhetsstrateg",
        [("contact_person", "lindasa", "running")],
    ),
    "bo": (
        "Bo Sandelin",
        "bo.sandelin@lindasa.example",
        "Enhetschef, ungdom och fritid",
        [("member", "lindasa", "running")],
    ),
    "cecilia": (
        "Cecilia Norén",
        "cecilia.noren@norrvik.example",
        "Folkhälsostrateg",
        [("contact_person", "norrvik", "running")],
    ),
    "david": (
        "David Ekwall",
        "david.ekwall@natverket.example",
        "Nätverksledare",
        [("coordinator", "kansli", "running"), ("coordinator", "kansli", "founding")],
    ),
    "eva": ("Eva Lindmark", "eva.lindmark@natverket.example", "Redaktör", [("editor", "kansli", None)]),
    "fredrik": (
        "Fredrik Åkerhielm",
        "fredrik.akerhielm@natverket.example",
        "Systemförvaltare",
        [("administrator", "kansli", None)],
    ),
    "gunilla": (
        "Gunilla Strandh",
        "gunilla.strandh@fjardholmen.example",
        "Fritidschef",
        [("contact_person", "fjardholmen", "third")],
    ),
    "henrik": (
        "Henrik Björkdahl",
        "henrik.bjorkdahl@natverket.example",
        "Nätverksledare",
        [("coordinator", "kansli", "third")],
    ),
    "ida": ("Ida Matsdotter", "ida.matsdotter@alvnas.example", "Kurator", [("contact_person", "alvnas", "founding")]),
    "johan": (
        "Johan Stenport",
        "johan.stenport@norrvik.example",
        "Tidigare säkerhetsstrateg",
        [("member", "norrvik", "running")],
    ),
    "klara": (
        "Klara Öhlund",
        "klara.ohlund@norrvik.example",
        "Socialsekreterare, förebyggande gruppen",
        [("member", "norrvik", "running")],
    ),
    "leila": (
        "Leila Farahani",
        "leila.farahani@bjorkhaga.example",
        "Förebyggandestrateg",
        [("contact_person", "bjorkhaga", "running"), ("contact_person", "bjorkhaga", "founding")],
    ),
    "perolof": (
        "Per-Olof Grahn",
        "per-olof.grahn@mellanslatt.example",
        "Utvecklingsledare, barn- och ungdomspsykiatrin",
        [("contact_person", "mellanslatt", "running")],
    ),
    "sanna": (
        "Sanna Rautio",
        "sanna.rautio@kvarnsele.example",
        "Rektor och ansvarig för krisberedskap",
        [("contact_person", "kvarnsele", "running")],
    ),
    "linnea": (
        "Linnea Westling",
        "linnea.westling@kvarnsele.example",
        "Förebyggandestrateg, delad mellan Kvarnsele och Norrvik",
        [("contact_person", "kvarnsele", "running"), ("member", "norrvik", "running")],
    ),
    "torbjorn": (
        "Torbjörn Alm",
        "torbjorn.alm@stenvalla.example",
        "Chef för socialtjänstens mottagning",
        [("contact_person", "stenvalla", "running")],
    ),
    "vera": (
        "Vera Holmstrand",
        "vera.holmstrand@hedvika.example",
        "Bibliotekschef",
        [("contact_person", "hedvika", "running")],
    ),
    "rasmus": (
        "Rasmus Kvist",
        "rasmus.kvist@mellanslatt.example",
        "Utvecklingsledare, tidigare vid landstinget",
        [("contact_person", "landstinget", "founding")],
    ),
    "olle": (
        "Olle Sandhammar",
        "olle.sandhammar@sandhamra.example",
        "Fältarbetare",
        [("contact_person", "sandhamra", "third")],
    ),
}

# What some tell in the list of participants: what they can help with, and what they look for.
TOPICS = {
    "amina": ("lokal lägesbild, orosanmälan", "uppföljning"),
    "bo": ("fritidsgårdar", "föräldrastöd, lokal lägesbild"),
    "cecilia": ("föräldrastöd, enkäter till unga", ""),
    "vera": ("samtal på bibliotek", "källkritik"),
    "gunilla": ("fritidsgårdar", ""),
}

# Who shows something to the own organisation and the coordinator alone.
AUDIENCES = {"torbjorn": {"name_audience": "organisation", "email_audience": "organisation"}}

# Who is asked whether what stands about them is still right.
ASKED_TO_CONFIRM = "perolof"

NOT_ENROLLED = "klara"
MEMBERSHIP_ENDED = "johan"
