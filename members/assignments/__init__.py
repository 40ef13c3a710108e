"""Work between two meetings: assignment, the organisation's submission, feedback.

For what is asked and answered. Knows meetings; meetings do not know it.
"""
