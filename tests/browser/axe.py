"""axe on a page, in every look that it has."""

from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
SCHEMES = ("light", "dark")
WIDTHS = (320, 1280)

RUN = """async tags => {
  const result = await axe.run(document, {runOnly: tags, resultTypes: ['violations']});
  return result.violations.map(violation => ({
    id: violation.id,
    help: violation.help,
    nodes: violation.nodes.map(node => `${node.target.join(' ')}: ${node.failureSummary}`),
  }));
}"""
# Also what a containing block keeps from widening the page: it is cut off instead.
SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = element => getComputedStyle(element).overflowX !== 'visible';
  const contained = element => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (scrolls(up)) return true;
    }
    return false;
  };
  return [...document.querySelectorAll('body *')]
    .filter(element => element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter(element => element.getBoundingClientRect().right > width + 1 && !contained(element))
    .slice(0, 5)
    .map(element => `${element.tagName.toLowerCase()}.${element.className}`);
}"""
# What the last change of look set moving has come to rest and been painted.
SETTLE = """async () => {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


class Axe:
    def __init__(self):
        if not SOURCE.exists():
            raise FileNotFoundError(f"{SOURCE} is missing: npm ci (`make test-browser` does it)")
        self.source = SOURCE.read_text()

    def run(self, page):
        """What is wrong, as lines; the page is left as wide and as light as it was."""
        size = page.viewport_size
        problems = []
        # Evaluated, not added as an element: the page's own policy refuses inline scripts.
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(self.source)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                page.evaluate(SETTLE)
                look = f"{scheme}, {width} px"
                for violation in page.evaluate(RUN, TAGS):
                    problems.append(f"{look}: {violation['id']}: {violation['help']}")
                    problems += [f"    {node}" for node in violation["nodes"][:5]]
                if wide := page.evaluate(SIDEWAYS):
                    problems.append(f"{look}: scrolls sideways: {', '.join(wide)}")
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(size)
        return problems
