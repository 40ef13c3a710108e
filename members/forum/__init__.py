"""Categories, threads and posts, and what each person has read.

For talk between the participants of one network. Not for notices by mail (notifications), which it calls.
"""
