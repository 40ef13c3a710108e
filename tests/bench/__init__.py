"""`make bench`: what the public site costs, measured on PostgreSQL as QUALITY.md says.

    settings, urls   a portal as in production, with a plain view of 20 kB beside it and nothing else changed
    bulk             the rows that make it large: 1,000 examples, 10,000 pages to search
    servers          gunicorn with two workers, and what it and PostgreSQL have used of the processor
    weight           what a first visit sends over the wire
    run              the rounds, the table, and the status: not zero when a goal is missed

The unit is the plain view: processor time of gunicorn's workers and of PostgreSQL together, for one request. A machine
that is busy with other things gives other times but nearly the same ratios.
"""
