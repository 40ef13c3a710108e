"""What an application may hold: the register's own checks."""

from members.organisations.validators import clean_organisation_number

__all__ = ["clean_organisation_number"]
