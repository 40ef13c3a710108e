"""What the page of an example shows in short points: the chain from need to effect; and who approved the text."""

from . import Text

# slug: the points of need, activities, results and effects, in Swedish and in English
CHAINS = {
    "parmen-for-den-som-vill-lamna": {
        "sv": (
            ["Stödet dröjer: ingen vet vem som bestämmer."],
            [
                "Beslut delegerade i förväg",
                "En pärm med vem som gör vad",
                "Avtal med grannkommuner",
                "Övning två gånger om året",
            ],
            ["Första beslutet tas inom två dygn."],
            ["Fler som vill lämna lyckas göra det."],
        ),
        "en": (
            ["Support is slow: nobody knows who decides."],
            [
                "Decisions delegated in advance",
                "A binder with who does what",
                "Agreements with neighbours",
                "Practice twice a year",
            ],
            ["The first decision is made within two days."],
            ["More of those who want to leave manage to."],
        ),
    },
    "foraldragrupper-i-bjorkhaga": {
        "sv": (
            ["Anhöriga märker förändringar tidigt men söker inte stöd."],
            ["Sju kvällar i föreningens lokal", "Två ledare", "En kväll om vad socialtjänsten faktiskt gör"],
            ["Fler föräldrar vet vart de kan vända sig.", "De litar på att bli bemötta väl."],
            ["Unga får vuxna som frågar och stannar kvar.", "Stödet kommer tidigare."],
        ),
        "en": (
            ["Families notice changes early but do not seek support."],
            [
                "Seven evenings in the association's rooms",
                "Two leaders",
                "One evening on what social services really do",
            ],
            ["More parents know where to turn.", "They trust that they will be well met."],
            ["Young people have adults who ask and stay.", "Support comes earlier."],
        ),
    },
    "biblioteket-efter-stangning": {
        "sv": (
            ["Få mötesplatser över åldersgränser", "Hårt samtalsklimat"],
            ["Parvisa samtal om flöden", "Gemensam källövning", "En kväll i månaden"],
            ["Deltagarna vet mer om hur flöden väljs ut.", "De känner fler i andra åldrar."],
            ["Större tålighet mot propaganda och mot varandra."],
        ),
        "en": (
            ["Few places to meet across ages", "A harsh tone of conversation"],
            ["Talks in pairs about feeds", "Checking sources together", "One evening a month"],
            ["People know more of how feeds are chosen.", "They know more people of other ages."],
            ["More resilience to propaganda, and patience with each other."],
        ),
    },
    "fragan-om-sammanhang": {
        "sv": (
            ["Unga får ingen naturlig fråga om grupptryck och hot från slutna grupper."],
            ["Två frågor till alla vid första besöket", "Utbildning och handledning"],
            ["Fler unga berättar.", "Fler får ett andra samtal."],
            ["Färre blir ensamma med trycket från en grupp."],
        ),
        "en": (
            ["Nobody asks young people about pressure and threats from closed groups."],
            ["Two questions to everybody at the first visit", "Training and supervision"],
            ["More young people tell.", "More get a second talk."],
            ["Fewer are alone with the pressure of a group."],
        ),
    },
    "lagesbild-pa-tva-sidor": {
        "sv": (
            ["Ledningen saknar en gemensam och aktuell bild av läget."],
            ["Sju frågor till fem verksamheter varje kvartal", "Gemensam vägning", "Skriftligt svar från ledningen"],
            ["En bild som fem verksamheter står bakom", "Beslut som utgår från den"],
            ["Insatserna hamnar där behoven finns.", "De avtar när de inte behövs längre."],
        ),
        "en": (
            ["The management lacks a shared, current picture."],
            [
                "Seven questions to five services each quarter",
                "Weighing the answers together",
                "A written answer from the management",
            ],
            ["A picture that five services stand behind", "Decisions that begin with it"],
            ["Efforts go where the needs are.", "They end when they are no longer needed."],
        ),
    },
    "ett-nummer-for-varden": {
        "sv": (
            ["Personal ser tidiga tecken men saknar någon att resonera med."],
            ["Konsultation per telefon, utan namn", "En sida om sekretess", "Gemensam genomgång varje termin"],
            ["Fler väljer ett genomtänkt nästa steg.", "Färre gör ingenting eller för mycket."],
            ["Unga med tidiga tecken får vård och stöd i rätt tid."],
        ),
        "en": (
            ["Staff see early signs but have nobody to reason with."],
            ["Advice by telephone, without names", "One page on confidentiality", "A joint review each term"],
            ["More choose a well considered next step.", "Fewer do nothing, or too much."],
            ["Young people with early signs get care and support in time."],
        ),
    },
    "nar-fiket-blev-nagons-revir": {
        "sv": (
            ["En grupp erbjuder gemenskap och praktisk hjälp som kommunen har slutat erbjuda."],
            ["Fler öppettider", "Vuxna på torget", "Gratis träning och sen buss", "Stöd till handlare"],
            ["Fler unga i centrum", "Färre skäl att söka sig till gruppen"],
            ["Gruppen får svårare att värva."],
        ),
        "en": (
            ["A group offers company and practical help that the municipality has stopped offering."],
            ["Longer opening hours", "Adults on the square", "Free training and a late bus", "Support for shopkeepers"],
            ["More young people in the centre", "Fewer reasons to seek the group"],
            ["The group finds it harder to recruit."],
        ),
    },
    "tre-kommuner-ett-team": {
        "sv": (
            ["För få ärenden i varje kommun för att hålla kompetensen levande."],
            ["Gemensamt team", "En kontaktperson per familj", "Stöd upp till ett år"],
            ["Snabbare kontakt", "Jämnare kvalitet", "Färre avbrutna stöd"],
            ["Unga lämnar våldsbejakande miljöer, eller kommer aldrig in i dem."],
        ),
        "en": (
            ["Too few cases in each municipality to keep the skill alive."],
            ["One team for all three", "One contact for each family", "Support for up to a year"],
            ["Quicker contact", "More even quality", "Less support that breaks off"],
            ["Young people leave violent environments, or never enter them."],
        ),
    },
    "en-vag-in-for-oro": {
        "sv": (
            ["Oro försvinner mellan stolarna: det finns för många vägar."],
            ["Ett nummer", "Besked inom en dag", "Påminnelse på skolorna varje termin"],
            ["Fler hör av sig tidigare.", "Mönster upptäcks."],
            ["Unga med tidiga tecken får stöd innan läget blir akut."],
        ),
        "en": (
            ["Concern is lost on the way: there are too many ways in."],
            ["One number", "An answer within a day", "A reminder at the schools each term"],
            ["More people get in touch earlier.", "Patterns are seen."],
            ["Young people with early signs get support before it is urgent."],
        ),
    },
    "dialog-fore-demonstrationen": {
        "sv": (
            ["Unga utan egen avsikt att bruka våld dras med när en demonstration går över styr."],
            ["Samtal tre veckor före", "Närvaro på skolor", "Dialogvärdar på plats"],
            ["Fler vet var gränsen går.", "Fler lämnar platsen i tid."],
            ["Färre unga skadas, grips och binds till våldsbejakande grupper."],
        ),
        "en": (
            ["Young people who mean no violence are drawn in when a demonstration gets out of hand."],
            ["Talks three weeks before", "Presence at schools", "Dialogue hosts on the spot"],
            ["More know where the line goes.", "More leave the place in time."],
            ["Fewer are hurt, arrested and bound to violent groups."],
        ),
    },
}

# slug: the role that approved the text for the organisation; the others were published before anybody asked
APPROVED = {
    "lagesbild-pa-tva-sidor": Text("Kommundirektören", "The municipal chief executive"),
    "foraldragrupper-i-bjorkhaga": Text("Stadsdelsdirektören", "The district director"),
    "tre-kommuner-ett-team": Text("Socialcheferna i de tre kommunerna", "The heads of social services of all three"),
    "en-vag-in-for-oro": Text("Socialchefen", "The head of social services"),
    "nar-fiket-blev-nagons-revir": Text("Kultur- och fritidschefen", "The head of culture and leisure"),
}
