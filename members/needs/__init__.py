"""The inventory of local needs: an organisation's own picture of its situation.

For aggregate descriptions only, never about individuals. Not for answers to assignments.
"""
