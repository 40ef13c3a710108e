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


@pytest.fixture
def told_of(watched, watch):
    """`told_of("console: broken")`: the problems with these words, waited for: the browser tells in its own time."""

    def told_of(words):
        for _try in range(100):
            if found := [problem for problem in watch.tell() if words in problem]:
                break
            watched.wait_for_timeout(100)
        return found

    return told_of


def test_error_in_the_console_is_told(watched, told_of):
    watched.evaluate("() => console.error('broken')")
    assert told_of("console: broken")


def test_error_in_a_script_is_told(watched, told_of):
    watched.evaluate("() => { setTimeout(() => { throw new Error('broken') }, 0) }")
    assert told_of("script error: broken")


def test_request_to_elsewhere_and_the_policy_that_stops_it_are_told(watched, told_of):
    watched.evaluate(f"() => {{ const picture = new Image(); picture.src = '{ELSEWHERE}'; }}")
    assert told_of("CSP: img-src")


def test_inline_style_is_told(watched, told_of):
    watched.evaluate("() => document.body.setAttribute('style', 'color: red')")
    assert told_of("CSP: style-src-attr")


def test_page_that_nobody_looked_over_is_told(watch, told_of):
    watch.looked_over.clear()
    assert told_of("never looked over: /utveckling/post/")


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
