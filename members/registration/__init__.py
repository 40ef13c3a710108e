"""An organisation's way into a network: application, review, onboarding.

For the public application and the coordinator's work with it. Not for memberships as such (organisations).
"""
