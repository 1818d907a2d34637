package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.cli.ProblemTexts;
import press.broadsheet.problem.Problem;

/** What stands at addresses that readers once had. */
class RedirectsTest {
    private static final String PAPER = """
            -- content/site.yaml --
            name: The Moved Times
            url: https://moved.example/
            sections: [world]
            editions: [{language: uk, name: Час}]
            -- content/world/river.md --
            ---
            headline: The river rises
            published: 2026-11-20
            aliases: [/2019/river.html]
            ---
            It rose.
            """;

    @TempDir
    private Path folder = Path.of("");

    private Document published(SiteBuilder site, String path) {
        return Jsoup.parse(site.published(path));
    }

    private String told(String redirects) {
        var site = new SiteBuilder(folder).write(PAPER).write("content/redirects.yaml", redirects);
        return ProblemTexts.of(folder, site.build().problems());
    }

    @Test
    void anOldAddressWhoseFileNotEverySystemCanHaveIsToldAndLeftOut() {
        var site = new SiteBuilder(folder)
                .write(PAPER.replace("/2019/river.html", "/aux/, /2019/" + "x".repeat(300) + "/, /nul.html"))
                .write("content/redirects.yaml", "/lpt1/old/: /world/\n/" + "川".repeat(90) + "/: /world/\n");
        BuildReport report = site.build();
        assertEquals(
                List.of("aux", "x".repeat(40) + "...", "nul.html", "lpt1", "川".repeat(40) + "..."),
                report.problems().stream()
                        .sorted(java.util.Comparator.comparing(
                                problem -> problem.place().file().toString().contains("redirects")))
                        .map(Problem::message)
                        .map(message -> message.replaceFirst(
                                "Not every system can have a file at this old address, because of its part \"(.*)\"\\.",
                                "$1"))
                        .toList());
        assertTrue(
                report.problems().stream().allMatch(problem -> problem.place().line() > 0), report::toString);
    }

    @Test
    void anOldAddressLeadsOnForGoodOrForAWhileOrIsGone() {
        var site = new SiteBuilder(folder).write(PAPER).write("""
                -- content/redirects.yaml --
                /world/old/: /world/
                /lent: {to: "/latest/?a=1&b=2#top", status: 302}
                /gone/: {status: 410}
                /elsewhere.htm: https://other.example/päge
                -- content/uk/redirects.yaml --
                - from: /uk/колись/
                  to: /uk/latest/
                  status: 301
                """);
        BuildOptions options = site.options();
        BuildReport report = SiteBuilder.build(new BuildOptions(
                options.site(),
                options.home(),
                options.output(),
                URI.create("https://host.example/paper/"),
                options.now(),
                false,
                false,
                false,
                false,
                false,
                2));
        assertEquals(List.of(), report.problems());
        Document moved = published(site, "world/old/index.html");
        assertEquals("0; url=/paper/world/", refresh(moved));
        assertEquals("https://host.example/paper/world/", canonical(moved));
        Document lent = published(site, "lent/index.html");
        assertEquals("0; url=/paper/latest/?a=1&b=2#top", refresh(lent));
        assertEquals("", canonical(lent));
        assertTrue(lent.select("meta[name=robots]").isEmpty());
        assertEquals("https://other.example/p%C3%A4ge", canonical(published(site, "elsewhere.htm")));
        assertEquals(
                "https://host.example/paper/world/2026/11/20/the-river-rises/",
                canonical(published(site, "2019/river.html")));
        assertEquals("0; url=/paper/uk/latest/", refresh(published(site, "uk/колись/index.html")));
        Document gone = published(site, "gone/index.html");
        assertEquals("", refresh(gone));
        assertTrue(
                gone.select("meta[name=robots]").attr("content").startsWith("noindex"),
                gone.head().html());
        assertEquals(
                published(site, "404.html").select("h1").text(),
                gone.select("h1").text());
        assertTrue(site.published("sitemaps/pages.xml").lines().noneMatch(line -> line.contains("/gone/")));
    }

    @Test
    void anOldAddressThatIsNoneOfThePapersIsTold() {
        for (String from : List.of("old/", "//host/", "/a//b/", "/a/../b/", "/", "/a?b", "/a%20b/", "/a:b/", "/a b/")) {
            String told = told("\"" + from + "\": /world/\n");
            assertTrue(told.contains("broken-address"), from + "\n" + told);
        }
    }

    @Test
    void aRedirectLeadsNowhereUnsafe() {
        for (String to : List.of(
                "http://plain.example/",
                "javascript:alert(1)",
                "//host/",
                "world/",
                "mailto:a@b.example",
                "/a b/",
                "/%zz/")) {
            String told = told("/old/: \"" + to + "\"\n");
            assertTrue(told.contains("broken-address"), to + "\n" + told);
        }
    }

    @Test
    void aPageThatIsPublishedIsNotLostToARedirect() {
        var site = new SiteBuilder(folder).write(PAPER).write("content/redirects.yaml", """
                /latest/: /world/
                /2019/river.html: /world/
                """);
        BuildReport report = site.build();
        assertEquals(
                List.of("same-address-twice", "same-address-twice"),
                report.problems().stream()
                        .map(Problem::code)
                        .map(Problem.Code::id)
                        .toList());
        assertEquals(1, report.problems().getFirst().place().line());
    }

    @Test
    void aMistypedEntryIsToldWithItsLine() {
        String told = told("""
                - {from: /one/, too: /world/}
                - {from: /two/, to: /world/, status: 307}
                - {from: /three/, to: /world/, status: 410}
                - {to: /world/}
                - /four/
                """);
        assertTrue(told.contains("redirects.yaml:1:17  error  unknown-field"), told);
        assertTrue(told.contains("redirects.yaml:2:38  error  unknown-value"), told);
        assertTrue(told.contains("redirects.yaml:3:23  error  unknown-value"), told);
        assertTrue(told.contains("redirects.yaml:4:3  error  field-missing"), told);
        assertTrue(told.contains("redirects.yaml:5:3  error  wrong-type"), told);
    }

    @Test
    void anEmptyFileAsksForNothing() {
        assertEquals("", told("# Nothing has moved yet.\n"));
    }

    private static String refresh(Document page) {
        return page.select("meta[http-equiv=refresh]").attr("content");
    }

    private static String canonical(Document page) {
        return page.select("link[rel=canonical]").attr("href");
    }
}
