"""The library of good examples: its own title and lead."""

from . import Text

TITLE = Text("Goda exempel", "Good examples")
LEAD = Text(
    "Vad andra har gjort för att förebygga våldsbejakande extremism, vad det ledde till och vad de hade gjort annorlunda.",
    "What others have done to prevent violent extremism, what came of it, and what they would have done differently.",
)
