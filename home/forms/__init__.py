"""Input of the public site and of its own pages in Wagtail admin."""

from home.forms.importing import ContactRows, LetterForm, MeetingRows, UploadForm
from home.forms.public import BarrierForm, DecisionForm

__all__ = ["BarrierForm", "ContactRows", "DecisionForm", "LetterForm", "MeetingRows", "UploadForm"]
