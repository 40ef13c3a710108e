"""What happened that concerns me: a list in the portal, and mail.

For telling people. Knows no owner: each app registers its kinds. Not for the mail's way out (portal.core.outbox).
"""
