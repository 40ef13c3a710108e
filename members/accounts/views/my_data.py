"""What the portal holds about oneself, to look at and to take along."""

from django.http import FileResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from members.accounts import services
from members.accounts.views.doors import fresh_code_required
from portal.core import personal_data


@never_cache
@fresh_code_required
def my_data(request):
    """Show how much there is of what; hand it out as a ZIP file to whoever asks by POST."""
    if request.method == "POST":
        name = f"mina-uppgifter-{timezone.localdate():%Y-%m-%d}.zip"
        return FileResponse(services.export_own_data(by=request.user), as_attachment=True, filename=name)
    return render(request, "members/accounts/my_data.html", {"counts": personal_data.counts(request.user)})
