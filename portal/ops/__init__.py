"""What spans apps: commands (seed, serve, accounts, send_due), and starting the next network from the last.

For work that an operator or a coordinator starts. Its only views are those of the next network, in Wagtail admin: no
app below could copy what belongs to the others. Nothing but `portal.urls` stands above it.
"""
