"""What the public site keeps in memory, and when it must forget it.

    watching    triggers in the database that change one token whenever something changes that a public page shows
    memory      the token of this moment, and small things that each process remembers for as long as it stands
    pages       whole pages as they were sent, kept for as long as it stands
    release     what tells the pages of one release from those of the next

One token for the whole site, changed in the transaction that changes the content: whoever reads the old token may still
show the old page, whoever reads the new one never does, in every process, whether they share a cache or not. The
public site changes a few times a day; to forget all of it then costs less than to know exactly what to forget.
"""

declared_models = set()
declared_turns = []


def shows(*labels):
    """Declare that public pages show rows of these models, as "app.Model". For an app's ready().

    Needs no telling: pages, their parts, what either points at, and the site's settings.
    """
    declared_models.update(labels)


def turns(moments):
    """Declare that public pages change by themselves at the moments that `moments()` gives. For an app's ready().

    At midnight they are made anew in any case.
    """
    declared_turns.append(moments)
