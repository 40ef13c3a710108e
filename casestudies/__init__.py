"""The good examples: the library, its facets, and the page of an example.

For what organisations share openly. Uses the extranet only through `members.public`.
"""
