"""What watches over the stories sees what it is there to see."""

import pytest

from tests.browser.axe import Axe

# A page of ours, whatever it holds: these tests put the faults in themselves.
PAGE = "/utveckling/post/"
ELSEWHERE = "https://elsewhere.example/picture.png"


@pytest.fixture
def watched(browser, browser_context_args, watch):
    """A page whose faults are gathered and, unlike in the stories, do not fail the test by themselves."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    watch.over(page)
    page.goto(PAGE)
    watch.looked_over.update(watch.visited)
    yield page
    context.close()


def told_of(watch, words):
    return [problem for problem in watch.tell() if words in problem]


def test_error_in_the_console_is_told(watched, watch):
    watched.evaluate("() => console.error('broken')")
    assert told_of(watch, "console: broken")


def test_error_in_a_script_is_told(watched, watch):
    watched.evaluate("() => { setTimeout(() => { throw new Error('broken') }, 0) }")
    watched.wait_for_timeout(100)
    assert told_of(watch, "script error: broken")


def test_request_to_elsewhere_and_the_policy_that_stops_it_are_told(watched, watch):
    watched.evaluate(f"() => {{ const picture = new Image(); picture.src = '{ELSEWHERE}'; }}")
    watched.wait_for_timeout(200)
    assert told_of(watch, "CSP: img-src")


def test_inline_style_is_told(watched, watch):
    watched.evaluate("() => document.body.setAttribute('style', 'color: red')")
    watched.wait_for_timeout(100)
    assert told_of(watch, "CSP: style-src-attr")


def test_page_that_nobody_looked_over_is_told(watched, watch):
    watch.looked_over.clear()
    assert told_of(watch, "never looked over: /utveckling/post/")


def test_axe_tells_of_a_fault_in_each_look(watched):
    watched.evaluate("() => document.querySelector('main').append(document.createElement('img'))")
    problems = Axe().run(watched)
    assert [problem for problem in problems if "image-alt" in problem] == [
        "light, 320 px: image-alt: Images must have alternative text",
        "light, 1280 px: image-alt: Images must have alternative text",
        "dark, 320 px: image-alt: Images must have alternative text",
        "dark, 1280 px: image-alt: Images must have alternative text",
    ]


def test_page_that_scrolls_sideways_is_told(watched):
    watched.evaluate(
        """() => {
          const wide = document.createElement('div');
          wide.className = 'wide';
          document.querySelector('main').append(wide);
          wide.style.inlineSize = '2000px';
        }"""
    )
    problems = Axe().run(watched)
    assert [problem for problem in problems if "sideways" in problem] != []


def test_cookie_is_told(page, looked_over, no_cookies):
    page.goto(PAGE)
    looked_over()
    no_cookies()
    page.context.add_cookies([{"name": "follows", "value": "1", "url": page.url}])
    with pytest.raises(AssertionError, match="follows"):
        no_cookies()
