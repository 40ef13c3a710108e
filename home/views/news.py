"""The news."""

from django.core.paginator import Paginator
from django.shortcuts import render

from home import queries
from portal.core.pages import surroundings

NEWS_PER_PAGE = 10


def news(request, page):
    """All news, a page at a time."""
    page_obj = Paginator(queries.news(page.locale_id), NEWS_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "home/news.html", surroundings(request, page) | {"page_obj": page_obj})


def news_item(request, page):
    """A piece of news."""
    return render(request, "home/news_item.html", surroundings(request, page))
