"""Other ways in than a password and a code: passkeys, and single sign-on at one's organisation (OpenID Connect).

For the ceremonies between the browser and the portal, and between the portal and an organisation's provider. Not for
sessions, the list of factors or their removal: those are accounts' own, which this app calls. Nobody calls it but the
browser; accounts' pages link to it by name.
"""
