"""The networks' own pages, and what some participants say of themselves; the participants are invented."""

from datetime import date

from . import Text

TITLE = Text("Nätverk", "Networks")
LEAD = Text(
    "Vilka nätverk som har funnits och finns, vilka som deltar och vad de arbetar med.",
    "Which networks there have been and are, who takes part, and what they work on.",
)

# (network, demonstration?, lead, body, [(organisation, text, approved by or None, date or None)])
PAGES = [
    (
        "running",
        Text(
            "Kommuner, en stadsdelsnämnd och en region arbetar ett och ett halvt år med sin lokala lägesbild: hur den "
            "görs, vem som läser den och vad den leder till.",
            "Municipalities, a district committee and a region work for a year and a half on their local situation "
            "pictures: how they are made, who reads them, and what they lead to.",
        ),
        Text(
            "Deltagarna träffas fem gånger. Mellan träffarna gör var och en ett eget arbete hemma, som de andra läser "
            "och svarar på. Här under berättar de som vill själva vad de håller på med.",
            "The participants meet five times. Between the meetings each does work of its own at home, which the others "
            "read and answer. Below, those who wish to tell what they are doing.",
        ),
        [
            (
                "Lindåsa kommun",
                Text(
                    "Vi gör en lägesbild på två sidor varje kvartal tillsammans med polis, skola, socialtjänst, fritid "
                    "och bostadsbolag. Nu försöker vi få svar på om besluten blir andra.",
                    "Every quarter we make a situation picture of two pages together with the police, schools, social "
                    "services, leisure and housing. Now we try to find out whether the decisions become different.",
                ),
                Text("Kommundirektören", "The municipal chief executive"),
                date(2026, 9, 21),
            ),
            (
                "Region Mellanslätt",
                Text(
                    "Vårdpersonal kan ringa två erfarna kolleger och resonera om en oro. Vi räknar vad som händer "
                    "sedan, utan att veta vem samtalet gällde.",
                    "Care staff can call two experienced colleagues and reason about a concern. We count what happens "
                    "afterwards, without knowing whom the call was about.",
                ),
                Text("Hälso- och sjukvårdsdirektören", "The director of health care"),
                date(2026, 10, 5),
            ),
            (
                "Norrviks kommun",
                Text(
                    "Efter arbetet på torget vill vi veta vad som håller i sig. Vi frågar ungdomarna själva, två gånger "
                    "om året, med samma fem frågor.",
                    "After the work on the square we want to know what lasts. We ask the young people themselves, twice "
                    "a year, the same five questions.",
                ),
                None,
                None,
            ),
        ],
    ),
    (
        "founding",
        Text(
            "Nätverket som SKL bjöd in till hösten 2016. Fem träffar från december 2016 till våren 2018, med lokalt "
            "arbete emellan.",
            "The network that SKL invited to in the autumn of 2016. Five meetings from December 2016 to the spring of "
            "2018, with local work between them.",
        ),
        Text(
            "Varje organisation började, eller utvecklade, ett strategiskt arbete hemma. Inbjudan går att läsa i sin "
            "helhet. Deltagarna här på portalen är påhittade.",
            "Each organisation started, or developed, strategic work at home. The invitation can be read in full. The "
            "participants shown on the portal are invented.",
        ),
        [
            (
                "Älvnäs kommun",
                Text(
                    "Vi kom med en lista på allt vi redan gjorde och åkte hem med en fråga: vem tar emot den som vill "
                    "lämna? Det blev en pärm, ett avtal med grannkommunerna och en övning om året.",
                    "We came with a list of all that we already did and went home with a question: who receives the one "
                    "who wants to leave? It became a binder, an agreement with our neighbours, and an exercise a year.",
                ),
                Text("Socialchefen", "The head of social services"),
                date(2018, 5, 14),
            ),
        ],
    ),
]
