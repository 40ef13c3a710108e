"""Organisation numbers."""

import pytest
from django.core.exceptions import ValidationError

from members.registration.validators import clean_organisation_number


@pytest.mark.parametrize("written", ["222000-0315", "2220000315", "16222000-0315", " 222000 0315 "])
def test_organisation_number_is_read_in_the_ways_people_write_it(written):
    assert clean_organisation_number(written) == "222000-0315"


@pytest.mark.parametrize("written", ["222000-0316", "811228-9874", "12345", "22200a-0315", "²220000315"])
def test_organisation_number_that_cannot_be_one_is_refused(written):
    with pytest.raises(ValidationError):
        clean_organisation_number(written)
