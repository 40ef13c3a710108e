"""Wagtail's choosers without the script that they print.

A template cannot be overridden here: `BaseChooser.render` writes the script itself, and every chooser of Wagtail's
(pages, images, documents, snippets, tasks) inherits it.
"""

import json

from django.utils.html import escapejs, format_html
from wagtail.admin.widgets import BaseChooser


def render(self, name, value, attrs=None, renderer=None):
    """Render a chooser, and beside it the element that static/js/admin-widgets.js starts it from."""
    if not attrs or not attrs.get("id"):
        raise TypeError("BaseChooser cannot be rendered without an 'id' attribute")
    data = self.get_value_data(value)
    script = self.render_js_init(attrs["id"], name, data)
    constructor = script.removeprefix("new ").partition("(")[0]
    options = ""
    if script.startswith("new "):
        options = format_html(
            ' data-admin-widget-options-value="{}"',
            escapejs(json.dumps(self.get_js_init_options(attrs["id"], name, data))),
        )
    return format_html(
        '{}<span hidden data-controller="admin-widget" data-admin-widget-name-value="{}"'
        ' data-admin-widget-id-value="{}"{}></span>',
        self.render_html(name, data, attrs),
        constructor,
        attrs["id"],
        options,
    )


def install():
    """Put our rendering in the place of Wagtail's, for all choosers; called when the apps are ready."""
    BaseChooser.render = render
