"""Private files: stored outside the public media, served only by asking the owner's rule.

For every file of the extranet. Knows no owner: each app registers who may read its kind.
"""
