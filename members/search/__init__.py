"""One search over what the person may see; an explicit list of sources.

For the extranet's search page. The public site's search is home's.
"""
