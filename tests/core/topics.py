"""A topic of the tests' own, so that subscriptions are tried without the apps that offer them."""

from portal.core import subscriptions

TOPIC = subscriptions.Topic(name="prov", title="Prov", text="Mejl när något provas.", back="/")


def known():
    """Return the topic, registered once a process."""
    try:
        return subscriptions.topic_named(TOPIC.name)
    except LookupError:
        subscriptions.register(TOPIC)
        return TOPIC
