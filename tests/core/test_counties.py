"""The map of the counties."""

import pytest

from portal.core.counties import County, county_map


def test_every_county_has_a_tile_of_its_own():
    tiles = county_map({}).tiles
    assert sorted(tile.code for tile in tiles) == sorted(County.values)
    assert len({(tile.x, tile.y) for tile in tiles}) == 21


def test_tiles_do_not_overlap_and_stand_within_the_drawing():
    tiles = county_map({}).tiles
    for tile in tiles:
        assert 48 <= tile.x <= 516 - 48
        assert 56 <= tile.y <= 828 - 56
        # Hexagons side by side stand a width apart; those of the next row half a width and three quarters of a height.
        ways = [(abs(other.x - tile.x), abs(other.y - tile.y)) for other in tiles if other is not tile]
        assert all(across >= 100 or (across >= 50 and down >= 87) or down >= 174 for across, down in ways)


def test_map_knows_the_numbers_what_is_chosen_and_where_each_leads():
    tiles = {tile.code: tile for tile in county_map({"01": 4, "25": 1}, ["25"], lambda code: f"?lan={code}").tiles}
    assert (tiles["01"].count, tiles["01"].is_chosen, tiles["01"].url) == (4, False, "?lan=01")
    assert (tiles["25"].count, tiles["25"].is_chosen, tiles["25"].step) == (1, True, 1)
    assert (tiles["12"].count, tiles["12"].step) == (0, 0)


@pytest.mark.parametrize(
    ("most", "legend"),
    [
        (0, []),
        (1, [(4, 1, 1)]),
        (2, [(3, 1, 1), (4, 2, 2)]),
        (4, [(1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 4)]),
        (10, [(1, 1, 2), (2, 3, 5), (3, 6, 8), (4, 9, 10)]),
    ],
)
def test_steps_of_colour_part_one_to_the_most(most, legend):
    assert county_map({"01": most} if most else {}).legend == legend


def test_table_begins_with_the_counties_that_have_most():
    names = [tile.name for tile in county_map({"25": 2, "12": 5}).by_name]
    assert names[:3] == ["Skåne län", "Norrbottens län", "Stockholms län"]
