"""One organisation across meetings, assignments and needs; read-only; the members' start page.

For showing what to do next. It writes nothing.
"""
