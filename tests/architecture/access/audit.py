"""Who may read the record."""

from members.audit.services import record
from tests.architecture.access import DENIED, REST, row

ROWS = [row(f"audit_record:{name}", get={200: "fredrik", DENIED: REST}) for name in ("index", "index_results")]


def objects(world):
    record(action="forum.lock_thread", by=world.david, network=world.network)
