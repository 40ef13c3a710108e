"""The public site: home page, invitation, news, standard pages, search, contact, site settings.

For what anybody may read without logging in. Uses the extranet only through `members.public`.
"""
