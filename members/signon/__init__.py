"""Other ways in than a password and a code: passkeys, which show both factors in one step.

For the ceremonies between the browser and the portal. Not for sessions, the list of factors or their removal: those
are accounts' own, which this app calls. Nobody calls it but the browser; accounts' pages link to it by name.
"""
