"""Measure, print the table, and fail when a goal is missed."""

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time

ROUNDS, REQUESTS = 7, 60
PAGES = {
    "public page, uncached: home": ("/", 16, 8),
    "public page, uncached: invitation": ("/inbjudan/", 16, 8),
    "public page, uncached: example": ("/goda-exempel/exempel-1/", 16, 8),
    "list of 1,000 examples": ("/goda-exempel/", 22, 9),
    "the same, with three facets": ("/goda-exempel/?niva=universell&lan=01&lan=14&storlek=medium", 22, 9),
    "search of 10,000 pages": ("/sok/?q=trygghet", 25, 9),
}


# The one row where more is better.
LEAST = "    throughput behind nginx, of the plain view's"


def main():
    """Fill a database, start two servers, measure in rounds, print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"VAR_DIR": folder, "STATIC_COLLECTED": "true", "LOG_LEVEL": "ERROR"}
        prepare()
        from tests.bench.servers import Server

        servers = Server(), Server(WITHOUT_KEPT_PAGES="true")
        try:
            return report(measure(*servers))
        finally:
            for server in servers:
                server.stop()


def prepare():
    """Migrate, seed, and fill up."""
    print("Preparing: 1,000 examples, 10,000 news …", flush=True)
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
    subprocess.run(
        [sys.executable, "manage.py", "serve", "--prepare"], env=environment, check=True, stdout=subprocess.DEVNULL
    )
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
    import django

    django.setup()
    from tests.bench import bulk

    bulk.fill(examples=1_000, news=10_000)


def measure(kept, bare):
    """Return (what, reached, goal, remark) of each row."""
    for server in (kept, bare):
        for path, *_goals in [("/plain/",), *PAGES.values()]:
            for _time in range(8):
                status = server.get(path)[0]
                assert status == 200, f"{path}: {status}"
    cost = {name: [] for name in [*PAGES, "public page, cached"]}
    for _round in range(ROUNDS):
        unit = per_request(bare, "/plain/")
        for name, (path, *_goals) in PAGES.items():
            cost[name].append(per_request(bare, path) / unit)
        cost["public page, cached"].append(per_request(kept, "/", 4 * REQUESTS) / per_request(kept, "/plain/"))
    rows = []
    for name, (path, goal, queries) in PAGES.items():
        asked = int(bare.get(path, **{"X-Count-Queries": "1"})[1]["X-Queries"])
        rows.append((name, statistics.median(cost[name]), goal, "×", f"{rate(bare, path):.0f} a second"))
        rows.append((f"    queries of {path}", asked, queries, "", ""))
    reached = statistics.median(cost["public page, cached"])
    rows.append(("public page, cached", reached, 1.5, "×", f"{rate(kept, '/'):.0f} a second"))
    rows.append(("    queries", int(kept.get("/", **{"X-Count-Queries": "1"})[1]["X-Queries"]), 1, "", ""))
    return rows + others(kept, bare)


def others(kept, bare):
    """The rows that are no rate of requests."""
    from tests.bench.front import NEEDS, behind_nginx
    from tests.bench.weight import first_visit

    size, requests = first_visit(kept, "/")
    times = behind_nginx(kept, "/")
    return [
        (LEAST, times or 0, 8, "×", "" if times else f"needs {' and '.join(NEEDS)}"),
        ("first view after publishing, of a warm one", first_view(kept, bare), 2, "×", ""),
        ("first visit of home, kB besides pictures", size / 1000, 100, "", ""),
        ("    requests", requests, 8, "", ""),
        ("memory of a worker, MB", max(kept.memory(), bare.memory()), 120, "", ""),
        ("plain view", 1, 1, "×", f"{rate(bare, '/plain/'):.0f} a second"),
    ]


def per_request(server, path, number=REQUESTS):
    """Seconds of the processor for one request."""
    before = server.cpu()
    for _time in range(number):
        server.get(path)
    return (server.cpu() - before) / number


def rate(server, path, number=120):
    """Requests a second with two readers at once, on a machine that also runs the readers."""

    def read():
        for _time in range(number // 2):
            server.get(path)

    readers = [threading.Thread(target=read) for _reader in range(2)]
    began = time.perf_counter()
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return number / (time.perf_counter() - began)


def first_view(kept, bare):
    """The cost of the first view of a page that has just been published, in views of it by a warm process."""
    from home.models import NewsPage

    page = NewsPage.objects.filter(locale__language_code="sv", live=True, slug="nyhet-1").get()
    path = f"/nyheter/{page.slug}/"
    for _time in range(8):
        bare.get(path)
    first = []
    for _time in range(25):
        page.save_revision().publish()
        first.append(per_request(kept, path, 1))
    return statistics.median(first) / per_request(bare, path)


def report(rows):
    """Print the table; return the number of goals that were missed."""
    print(f"\n{'':<58}{'reached':>10}{'goal':>10}")
    missed = 0
    for name, reached, goal, unit, remark in rows:
        is_missed = round(reached, 2) < goal if name == LEAST else round(reached, 2) > goal
        missed += is_missed
        shown = f"{reached:.0f}" if isinstance(reached, int) else f"{reached:.1f}"
        print(f"{name:<58}{shown + unit:>10}{f'{goal}{unit}':>10}  {remark}{'  MISSED' if is_missed else ''}")
    return missed


if __name__ == "__main__":
    sys.exit(main())
