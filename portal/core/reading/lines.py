"""What a reader gives: lines of runs."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

MESSAGES = {
    "large": _("Filen är för stor. Den får vara högst 5 MB."),
    "kind": _("Välj en fil i Word (.docx) eller ren text (.txt)."),
    "broken": _("Filen går inte att läsa. Öppna den i Word, spara den som .docx och försök igen."),
    "macros": _("Filen innehåller makron. Spara den som .docx utan makron och försök igen."),
    "unpacked": _("Filen blir för stor när den packas upp. Ta bort bilder och försök igen."),
    "long": _("Texten är för lång för en inbjudan."),
    "empty": _("Filen innehåller ingen text."),
    "no_workbook": _("Välj en fil i Excel (.xlsx)."),
    "large_workbook": _("Filen är för stor. Den får vara högst 1 MB."),
    "broken_workbook": _(
        "Filen går inte att läsa. Öppna den i Excel, spara den som .xlsx utan makron och försök igen."
    ),
    "long_table": _("Tabellen är för lång. Dela upp den i flera filer."),
    "empty_table": _("Filen innehåller inga rader."),
}


class Unreadable(Exception):
    """The file was refused; `message` says why, and what to do."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason, self.message = reason, MESSAGES[reason]


@dataclass(frozen=True)
class Run:
    """Some words with one look."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""


@dataclass(frozen=True)
class Line:
    """A paragraph, a heading, an item of a list or a row of a table (then `cells` holds the lines of each cell)."""

    runs: tuple = ()
    kind: str = "text"
    level: int = 0
    is_ordered: bool = False
    cells: tuple = field(default=())

    @property
    def text(self):
        """The words alone; the cells of a row parted by a tab."""
        if self.cells:
            return "\t".join("\n".join(line.text for line in cell) for cell in self.cells).strip()
        return "".join(run.text for run in self.runs).strip()

    @property
    def is_bold(self):
        """Whether every word is bold."""
        runs = [run for run in self.runs if run.text.strip()]
        return bool(runs) and all(run.bold for run in runs)
