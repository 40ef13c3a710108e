"""Organisations, networks and who takes part: the memberships that all access follows.

For the register of organisations, networks, memberships and invitations to join. Not for applications (registration)
or for logging in (accounts). All apps with network-owned rows call `access`.
"""
