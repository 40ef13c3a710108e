"""Several people who do the same thing at the same moment."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection


def at_once(jobs):
    """Run the jobs each in a thread, and so a database connection, of its own."""

    def run(job):
        try:
            return job()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=len(jobs)) as pool:
        return list(pool.map(run, jobs))
