"""The ten good examples of the demonstration, all by invented organisations."""

from . import (
    alvnas_avhoppare,
    bjorkhaga_foraldrar,
    hedvika_bibliotek,
    landstinget_fragan,
    lindasa_lagesbild,
    mellanslatt_radgivning,
    norrvik_fiket,
    samverkan_team,
    stenvalla_en_vag_in,
    storsund_dialog,
)

EXAMPLES = [
    module.EXAMPLE
    for module in (
        lindasa_lagesbild,
        bjorkhaga_foraldrar,
        mellanslatt_radgivning,
        landstinget_fragan,
        hedvika_bibliotek,
        norrvik_fiket,
        alvnas_avhoppare,
        samverkan_team,
        storsund_dialog,
        stenvalla_en_vag_in,
    )
]
