"""The pages of the public site, and the settings that its administrators keep."""

from home.models.accessibility import AccessibilityIssue, AccessibilityMessage, AccessibilityPage
from home.models.invitation import InvitationContact, InvitationIndexPage, InvitationMeeting, InvitationPage
from home.models.network_page import NetworkIndexPage, NetworkPage, NetworkParagraph
from home.models.news import NewsIndexPage, NewsPage
from home.models.notice import InvitationNotice
from home.models.settings import PortalSettings
from home.models.standard import ContactPage, StandardPage
from home.models.start import HomePage

__all__ = [
    "AccessibilityIssue",
    "AccessibilityMessage",
    "AccessibilityPage",
    "ContactPage",
    "HomePage",
    "InvitationContact",
    "InvitationIndexPage",
    "InvitationMeeting",
    "InvitationNotice",
    "InvitationPage",
    "NetworkIndexPage",
    "NetworkPage",
    "NetworkParagraph",
    "NewsIndexPage",
    "NewsPage",
    "PortalSettings",
    "StandardPage",
]
