"""The extranet: small apps that together carry the work of a network.

The public site uses it only through `members.public`. The order of imports between the apps is a contract
in pyproject.toml.
"""
