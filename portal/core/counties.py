"""The counties, and Sweden as a map of equal tiles: a hexagon each, placed as in the land."""

from dataclasses import dataclass

from django.db import models


class County(models.TextChoices):
    """The counties (län) by the official code; a county is not a region."""

    STOCKHOLM = "01", "Stockholms län"
    UPPSALA = "03", "Uppsala län"
    SODERMANLAND = "04", "Södermanlands län"
    OSTERGOTLAND = "05", "Östergötlands län"
    JONKOPING = "06", "Jönköpings län"
    KRONOBERG = "07", "Kronobergs län"
    KALMAR = "08", "Kalmar län"
    GOTLAND = "09", "Gotlands län"
    BLEKINGE = "10", "Blekinge län"
    SKANE = "12", "Skåne län"
    HALLAND = "13", "Hallands län"
    VASTRA_GOTALAND = "14", "Västra Götalands län"
    VARMLAND = "17", "Värmlands län"
    OREBRO = "18", "Örebro län"
    VASTMANLAND = "19", "Västmanlands län"
    DALARNA = "20", "Dalarnas län"
    GAVLEBORG = "21", "Gävleborgs län"
    VASTERNORRLAND = "22", "Västernorrlands län"
    JAMTLAND = "23", "Jämtlands län"
    VASTERBOTTEN = "24", "Västerbottens län"
    NORRBOTTEN = "25", "Norrbottens län"


# code: (column in half tiles, row, the name in lines that fit the tile)
TILES = {
    "25": (8, 0, ("Norr-", "botten")),
    "24": (7, 1, ("Väster-", "botten")),
    "23": (4, 2, ("Jämt-", "land")),
    "22": (6, 2, ("Väster-", "norrland")),
    "20": (3, 3, ("Dalarna",)),
    "21": (5, 3, ("Gävle-", "borg")),
    "17": (0, 4, ("Värm-", "land")),
    "18": (2, 4, ("Örebro",)),
    "19": (4, 4, ("Västman-", "land")),
    "03": (6, 4, ("Uppsala",)),
    "14": (1, 5, ("Västra", "Götaland")),
    "05": (3, 5, ("Öster-", "götland")),
    "04": (5, 5, ("Söderman-", "land")),
    "01": (7, 5, ("Stock-", "holm")),
    "06": (2, 6, ("Jön-", "köping")),
    "08": (4, 6, ("Kalmar",)),
    "09": (8, 6, ("Gotland",)),
    "13": (1, 7, ("Halland",)),
    "07": (3, 7, ("Krono-", "berg")),
    "10": (5, 7, ("Blekinge",)),
    "12": (2, 8, ("Skåne",)),
}
STEPS = 4  # of colour, besides none
HALF, ACROSS, DOWN = 50, 100, 87  # half a tile's width, its width, and the way from one row to the next
CORNERS = ((0, -56), (48, -28), (48, 28), (0, 56), (-48, 28), (-48, -28))


@dataclass(frozen=True)
class Tile:
    """A county on the map."""

    code: str
    name: str
    lines: tuple
    x: int
    y: int
    count: int
    step: int
    is_chosen: bool
    url: str

    @property
    def points(self):
        """The corners of the hexagon, as SVG writes them."""
        return " ".join(f"{self.x + x},{self.y + y}" for x, y in CORNERS)

    @property
    def count_y(self):
        """Where the number stands: higher when the name takes two lines."""
        return self.y + (2 if len(self.lines) == 1 else -8)

    @property
    def rows(self):
        """(line, where it stands) of the name, below the number."""
        return [(line, self.count_y + 20 + 16 * place) for place, line in enumerate(self.lines)]


@dataclass(frozen=True)
class CountyMap:
    """The tiles from north to south, and what the steps of colour mean: (step, from, to)."""

    tiles: list
    legend: list
    width: int = 516
    height: int = 828

    @property
    def by_name(self):
        """The same counties as a table has them: by the official order, those with anything first."""
        return sorted(self.tiles, key=lambda tile: (-tile.count, tile.code))


def county_map(counts, chosen=(), url_of=lambda code: ""):
    """Return the map of {county code: number}; `url_of(code)` is where a tile leads, if anywhere."""
    most = max(counts.values(), default=0)
    legend = _legend(most)
    tiles = [
        Tile(
            code=code,
            name=County(code).label,
            lines=lines,
            x=HALF + 8 + column * HALF,
            y=DOWN * row + 64,
            count=(count := counts.get(code, 0)),
            step=next((step for step, first, last in legend if first <= count <= last), 0),
            is_chosen=code in chosen,
            url=url_of(code),
        )
        for code, (column, row, lines) in TILES.items()
    ]
    return CountyMap(tiles, legend)


def _legend(most):
    """Part one to the most into at most four steps, as even as whole numbers can be."""
    steps = min(STEPS, most)
    ends = [round(most * step / max(steps, 1)) for step in range(steps + 1)]
    return [(STEPS - steps + step, ends[step - 1] + 1, ends[step]) for step in range(1, steps + 1)]
