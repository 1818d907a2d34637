package press.broadsheet.make.redirect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import press.broadsheet.files.OutputPath;
import press.broadsheet.make.StubDesk;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;

class RedirectMakerTest {
    private final StubDesk desk = new StubDesk(StubDesk.site("https://lantern.example/paper/", 20), 0);

    @Test
    void readersAndCrawlersAreSentOnWithoutAScript() {
        Document page = make("/paper/world/a/");
        assertEquals(
                "https://lantern.example/paper/world/a/",
                page.select("link[rel=canonical]").attr("href"));
        assertEquals("noindex", page.select("meta[name=robots]").attr("content"));
        assertEquals(
                "0; url=/paper/world/a/",
                page.select("meta[http-equiv=refresh]").attr("content"));
        assertEquals("/paper/world/a/", page.select("body a").attr("href"));
        assertEquals("The Lantern", page.title());
        assertTrue(page.select("script").isEmpty());
    }

    @Test
    void anAddressCannotBreakOutOfItsAttribute() {
        Document page = make("https://elsewhere.example/\"><script>alert(1)</script>&x");
        assertTrue(page.select("script").isEmpty(), page.outerHtml());
        assertEquals(
                "https://elsewhere.example/\"><script>alert(1)</script>&x",
                page.select("body a").attr("href"));
    }

    private Document make(String to) {
        var output = new Output.Redirect(new OutputPath("old/index.html"), to, true, StubDesk.PLACE);
        return Jsoup.parse(new String(new RedirectMaker().make(output, desk, new Problems()), StandardCharsets.UTF_8));
    }
}
