"""An application to the running network that its coordinator has written after a mail, and that waits to be confirmed."""

WAITING = {
    "organisation": "Skogsnäva kommun",
    "number": "212000-9002",
    "told_days": -6,
    "made_days": -5,
    "steps": {
        "personer": {
            "first_name": "Ulrika Sandgren",
            "first_email": "ulrika.sandgren@skogsnava.example",
            "first_phone": "0700-00 01 21",
            "first_title": "Kommunsekreterare",
            "participant_count": "2",
        },
        "beslut": {"decision_state": "not_yet", "decision_body": "Kommunstyrelsen"},
        "behov": {
            "motive": "Vi är en liten kommun utan egen samordnare, och vill höra hur andra av vår storlek har börjat."
        },
    },
}
