"""What becomes of each model's rows: whose they are, how long they stay, what a person gets of them.

One line a model, kept by hand on purpose: a new model makes its author answer four questions.

    owner      whose data it is: PERSON (about one person), ORGANISATION, NETWORK, PUBLIC (content
               of the public site), SYSTEM (the portal's own)
    retention  how long it stays, in plain words
    export     is it part of "Hämta mina uppgifter" (a person's export of their own data)?
    ways       how an exported row leads to the person, where that is not its field `user`: another key to the
               account, or a field with an e-mail address
    erasure    what erasing a person does to it: DELETED, ANONYMISED (the row stays, the person
               goes), or KEPT (nothing in it tells of a person)
"""

from portal.core.classification import (
    ANONYMISED,
    DELETED,
    KEPT,
    NETWORK,
    ORGANISATION,
    PERSON,
    PUBLIC,
    SYSTEM,
    Class,
)

AS_NETWORK = "as long as the network's archive"

CLASSIFIED = {
    "core.OutboxMessage": Class(PERSON, "90 days after delivery", True, DELETED, ("to",)),
    "core.FormUse": Class(SYSTEM, "a day; the sender as a checksum that nobody can turn back", False, KEPT),
    "core.Subscription": Class(PERSON, "until ended; unconfirmed, a week", True, DELETED, ("email",)),
    "core.SearchWord": Class(PUBLIC, "for good: words of published pages", export=False, erasure=KEPT),
    "core.ContentVersion": Class(SYSTEM, "one row, for good", export=False, erasure=KEPT),
    "home.InvitationNotice": Class(SYSTEM, "as long as the network", export=False, erasure=KEPT),
    "ops.SeededRow": Class(SYSTEM, "as long as the demonstration", export=False, erasure=KEPT),
    # The person
    "accounts.User": Class(PERSON, "until erased, or two years after the last membership", True, ANONYMISED, ("id",)),
    "accounts.Erasure": Class(PERSON, "until the account is erased, or is to stay", True, DELETED),
    "accounts.Portrait": Class(PERSON, "until replaced or removed, or the account is erased", True, DELETED),
    "accounts.TotpDevice": Class(PERSON, "as long as the account", True, DELETED),
    "accounts.RememberedDevice": Class(PERSON, "thirty days", True, DELETED),
    "accounts.FactorReset": Class(PERSON, "90 days after it closed", True, DELETED),
    "accounts.FailedTries": Class(SYSTEM, "a quarter of an hour: checksums and counts", export=False, erasure=KEPT),
    "accounts.FailingSender": Class(SYSTEM, "until nothing is left of it, an hour at most", export=False, erasure=KEPT),
    "accounts.LoginPolicy": Class(SYSTEM, "one row, for good", export=False, erasure=KEPT),
    "signon.Passkey": Class(PERSON, "as long as the account", True, DELETED),
    "signon.Identity": Class(PERSON, "as long as the account, or until unlinked", True, DELETED),
    "signon.Provider": Class(ORGANISATION, "for good; switched off when it is no longer used", False, KEPT),
    "accounts.Session": Class(PERSON, "twelve hours after it was last written", True, DELETED),
    "accounts.RecoveryDevice": Class(PERSON, "as long as the account", True, DELETED),
    "accounts.RecoveryCode": Class(PERSON, "until used or replaced", True, DELETED, ("device__user",)),
    "audit.Record": Class(SYSTEM, "ten years, append-only", export=False, erasure=ANONYMISED),
    "audit.Link": Class(SYSTEM, "as the record", export=False, erasure=KEPT),
    "audit.Anchor": Class(SYSTEM, "for good: digests and counts", export=False, erasure=KEPT),
    "audit.Check": Class(SYSTEM, "as the record", export=False, erasure=KEPT),
    "files.PrivateFile": Class(ORGANISATION, "as long as what it is attached to", True, ANONYMISED, ("uploaded_by",)),
    "notifications.Notification": Class(PERSON, "180 days", True, DELETED),
    "notifications.Preference": Class(PERSON, "as long as the account", True, DELETED),
    # Organisations and networks
    "organisations.Organisation": Class(PUBLIC, "for good: the register", False, KEPT),
    "organisations.Network": Class(NETWORK, "for good: the archive", False, KEPT),
    "organisations.Membership": Class(PERSON, AS_NETWORK, True, ANONYMISED),
    "organisations.Invitation": Class(PERSON, "90 days after use, withdrawal or expiry", True, DELETED, ("email",)),
    "registration.Application": Class(ORGANISATION, AS_NETWORK, False, ANONYMISED),
    "registration.ApplicationPerson": Class(PERSON, "30 days after the archiving", True, DELETED, ("email",)),
    "registration.ApplicationDraft": Class(ORGANISATION, "60 days after the last change, or sent", False, ANONYMISED),
    "registration.DraftLink": Class(PERSON, "as the draft; 30 days after the archiving", True, DELETED, ("email",)),
    "registration.RegistrarLink": Class(PERSON, "as the draft; 30 days after the archiving", True, DELETED, ("email",)),
    "registration.OnBehalf": Class(ORGANISATION, "as the draft; its address until sent", True, ANONYMISED, ("email",)),
    "registration.Transition": Class(ORGANISATION, AS_NETWORK, False, ANONYMISED),
    "registration.CallNote": Class(ORGANISATION, "30 days after the archiving", False, ANONYMISED),
    "registration.InvoiceLine": Class(ORGANISATION, AS_NETWORK, False, ANONYMISED),
    "registration.Message": Class(ORGANISATION, AS_NETWORK, False, ANONYMISED),
    # What the network does
    "meetings.Meeting": Class(NETWORK, AS_NETWORK, False, ANONYMISED),
    "meetings.AgendaItem": Class(NETWORK, AS_NETWORK, False, KEPT),
    "meetings.VideoLink": Class(NETWORK, "30 days after the meeting", False, KEPT),
    "meetings.Material": Class(NETWORK, AS_NETWORK, False, KEPT),
    "assignments.Assignment": Class(NETWORK, AS_NETWORK, False, ANONYMISED),
    "assignments.Question": Class(NETWORK, AS_NETWORK, False, KEPT),
    "assignments.Submission": Class(ORGANISATION, AS_NETWORK, False, ANONYMISED),
    "assignments.Answer": Class(ORGANISATION, AS_NETWORK, False, ANONYMISED),
    "assignments.Attachment": Class(ORGANISATION, AS_NETWORK, False, KEPT),
    "assignments.SubmissionVersion": Class(ORGANISATION, AS_NETWORK, False, ANONYMISED),
    "assignments.Feedback": Class(ORGANISATION, AS_NETWORK, False, ANONYMISED),
    "needs.Inventory": Class(ORGANISATION, AS_NETWORK, False, ANONYMISED),
    "mailings.Mailing": Class(NETWORK, AS_NETWORK, False, ANONYMISED),
    "mailings.MailingReceipt": Class(PERSON, AS_NETWORK, True, DELETED),
    "forum.Category": Class(NETWORK, AS_NETWORK, False, KEPT),
    "forum.Thread": Class(NETWORK, AS_NETWORK, True, ANONYMISED, ("author",)),
    "forum.Post": Class(NETWORK, AS_NETWORK, True, ANONYMISED, ("author",)),
    "forum.ReadMark": Class(PERSON, "as long as the account", True, DELETED),
    "forum.Follow": Class(PERSON, "as long as the account", True, DELETED),
    # The public site
    "home.PortalSettings": Class(PUBLIC, "for good", False, KEPT),
    "home.HomePage": Class(PUBLIC, "until an editor removes it", False, KEPT),
    "home.InvitationIndexPage": Class(PUBLIC, "until an editor removes it", False, KEPT),
    "home.InvitationPage": Class(PUBLIC, "for good: the founding facts", False, KEPT),
    "home.InvitationMeeting": Class(PUBLIC, "as the invitation", False, KEPT),
    "home.InvitationContact": Class(PUBLIC, "as the invitation; named people are officials of the host", False, KEPT),
    "home.NetworkIndexPage": Class(PUBLIC, "until an editor removes it", False, KEPT),
    "home.NetworkPage": Class(PUBLIC, "for good: what the invitation promised", False, KEPT),
    "home.NetworkParagraph": Class(PUBLIC, "as the page", False, KEPT),
    "home.NewsIndexPage": Class(PUBLIC, "until an editor removes it", False, KEPT),
    "home.NewsPage": Class(PUBLIC, "until an editor removes it", False, KEPT),
    "home.StandardPage": Class(PUBLIC, "until an editor removes it", False, KEPT),
    "home.AccessibilityPage": Class(PUBLIC, "until an editor removes it", False, KEPT),
    "home.AccessibilityIssue": Class(PUBLIC, "as the statement", False, KEPT),
    "home.AccessibilityMessage": Class(SYSTEM, "a year; an address only if one was left", False, KEPT),
    "home.ContactPage": Class(PUBLIC, "until an editor removes it", False, KEPT),
    "casestudies.Environment": Class(PUBLIC, "for good", False, KEPT),
    "casestudies.PreventionLevel": Class(PUBLIC, "for good", False, KEPT),
    "casestudies.TargetGroup": Class(PUBLIC, "for good", False, KEPT),
    "casestudies.Actor": Class(PUBLIC, "for good", False, KEPT),
    "casestudies.ExampleIndexPage": Class(PUBLIC, "until an editor removes it", False, KEPT),
    "casestudies.ExamplePage": Class(PUBLIC, "until withdrawn; reviewed yearly", False, KEPT),
    "casestudies.Adaptation": Class(
        PERSON,
        "as the example; the sender 90 days after the decision",
        export=True,
        erasure=ANONYMISED,
        ways=("sender_email",),
    ),
    "casestudies.Tip": Class(PERSON, "as the library; the sender 90 days", True, ANONYMISED, ("email",)),
    "casestudies.WithdrawnExample": Class(PUBLIC, "for good: an address and a date", False, KEPT),
    "casestudies.Announcement": Class(PUBLIC, "as the example", False, KEPT),
    "casestudies.ExampleDocument": Class(PUBLIC, "as the example", False, KEPT),
}
