"""The append-only record of what was done, by whom, on whose behalf.

For every write of the portal, through `services.record`. Holds no foreign keys and no personal values.
"""
