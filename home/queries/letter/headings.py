"""Which field a heading leads to, in the many words that people use."""

import re

# The first that the heading holds wins, by where it stands: "Syfte och mål" goes to the purpose.
WORDS = {
    "background": "bakgrund utgångspunkt background",
    "purpose": "syfte syftet ändamål purpose aim",
    "goal": "mål målet målsättning goal goals objectives",
    "target_group": "målgrupp målgruppen vem vilka whom who participants target deltagare",
    "requirements": "krav krävs kräver förutsättningar åtagande åtaganden requirements required takes commitment",
    "approach": "arbetssätt arbetssättet upplägg upplägget arbetar genomförande metod innehåll approach how hur",
    "meetings": "träffar träffarna nätverksträffar datum tid tider tidplan tidsplan mötena möten meetings dates"
    " schedule när var plats when where place",
    "price": "pris priset kostnad kostnader kostnaden avgift avgiften price cost fee",
    "registration": "anmälan anmäl anmäla anmälningsdag anmält registration register deadline",
    "contacts": "kontakt kontakta kontaktperson kontaktpersoner kontaktuppgifter frågor contact contacts questions"
    " upplysningar",
    "host": "värd arrangör inbjudare host organiser organizer",
}  # fmt: skip
FIELD_OF = {word: field for field, words in WORDS.items() for word in words.split()}
# What stands alone on a line with one of these is a heading even without any form.
SURE = re.compile(r"^[^\W\d][\w\s,&/–-]{1,60}[:?]?$")
LABEL = re.compile(r"^(?P<label>[^\W\d][^:\n\t]{1,40}):\s*(?P<rest>.*)$", re.DOTALL)
LONGEST = 90
# A heading that asks may be longer: "Vem nätverket är för".
ASKING = {"vem", "vilka", "vad", "hur", "när", "var", "who", "whom", "what", "how", "when", "where"}


def field_of(text):
    """Return the field that a heading names, else None."""
    words = re.findall(r"[a-zåäöé]+", text.lower())
    return next((FIELD_OF[word] for word in words if word in FIELD_OF), None)


def is_heading(line):
    """Whether the line is a heading: by its style, by being bold or in capitals alone, or as a known word alone."""
    text = line.text
    if line.kind == "heading":
        return True
    if line.kind != "text" or not text or len(text) > LONGEST or "\t" in text or text[-1] in ".,;!":
        return False
    letters = [sign for sign in text if sign.isalpha()]
    looks = line.is_bold or (len(letters) > 3 and text.upper() == text)
    return looks or _is_known_alone(text)


def _is_known_alone(text):
    """A known word alone, or with a word or two around it, and nothing that a sentence would have."""
    words = text.rstrip(":?").split()
    most = 6 if words[0].lower() in ASKING else 3
    return bool(SURE.match(text)) and len(words) <= most and field_of(text) is not None


def label_of(line):
    """Return (field, rest) of a line such as "Pris: 8 000 kr" whose label is a known word, else None."""
    match = LABEL.match(line.text) if line.kind != "row" else None
    if not match or len(match["label"].split()) > 4:
        return None
    field = field_of(match["label"])
    return (field, match["rest"].strip()) if field and match["rest"].strip() else None
