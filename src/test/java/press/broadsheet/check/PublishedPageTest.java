package press.broadsheet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.broadsheet.problem.Place;

class PublishedPageTest {
    private static PublishedPage page(String html) {
        return PublishedPage.of("a/index.html", "/a/", Place.in(Path.of("content", "a.md")), true, html);
    }

    @Test
    void linksAreWhatAReadersBrowserFollowsAndLoads() {
        PublishedPage page = page("""
                <!doctype html><!-- <a href="/comment/"> --><link rel=stylesheet href=/a.css>
                <link rel="canonical" href="/canonical/"><link rel="alternate" type="application/rss+xml" href="/feed.xml">
                <A HREF='/b/?x=1&amp;y=2'>b</A><a href="#top">c</a><a>d</a>
                <img src="/i.png" srcset="/i1.png 1x, /i2.png 2x" alt="a > b">
                <script src="/s.js">document.write('<a href="/script/">')</script><style>a{}</style>
                """);
        assertEquals(
                List.of("/a.css", "/feed.xml", "/b/?x=1&y=2", "#top", "/i.png", "/i1.png", "/i2.png", "/s.js"),
                page.links());
    }

    @Test
    void headingsAnchorsAndLanguagesAreRead() {
        PublishedPage page = page("""
                <meta name="robots" content="noindex"><link rel="alternate" hreflang="uk" href="https://a.example/uk/">
                <h1 id="one">The <em>first</em>
                 &amp; only</h1><a name="old"></a><h2>Next</h2><textarea><h3>no</h3></textarea>
                """);
        assertEquals(
                List.of(new PublishedPage.Heading(1, "The first & only"), new PublishedPage.Heading(2, "Next")),
                page.headings());
        assertEquals(Set.of("one", "old"), page.anchors());
        assertEquals(Map.of("uk", "https://a.example/uk/"), page.alternates());
        assertFalse(page.indexed());
    }

    @Test
    void whatIsCutOffInTheMiddleEndsTheReading() {
        for (String html :
                List.of("<", "<a", "<a href", "<a href=", "<a href=\"x", "<!--", "</", "<script>", "a < b")) {
            assertEquals(List.of(), page(html).headings(), html);
        }
    }
}
