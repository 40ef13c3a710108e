"""Who somebody is: user, login, second factor, enrolment, own data.

For proving identity. Not for what a person may do: that follows from memberships in organisations. Every
members app may call it; it knows none of them but audit.
"""
