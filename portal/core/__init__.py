"""What every app shares and no app owns: access helpers, outbox, blocks, middleware, the row-scoped admin base.

For code without domain nouns. Not for rules of networks, meetings or examples: those live in their apps.
Every app may import it; it imports none of them.
"""
