"""Commands that span apps: seed, serve, accounts, send_due.

For work that an operator starts. Not for requests: no view lives here. Nothing but `portal.urls` stands above it.
"""
