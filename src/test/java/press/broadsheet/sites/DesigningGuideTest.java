package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the guide for designers works as it stands there: all its files, typed into one small paper. */
class DesigningGuideTest {
    private static final Path GUIDE = Path.of("src/docs/designing.md");

    /** A file's name in a line of its own, and below it what to write into it. */
    private static final Pattern FILE =
            Pattern.compile("(?m)^`((?:templates|content)/[^`]+)`\\n\\n```[a-z]*\\n((?:.*\\n)*?)```$");

    @TempDir(factory = QuickFolder.class)
    private Path folder = Path.of("");

    private SiteBuilder site = new SiteBuilder(folder);

    @BeforeEach
    void aPaperWithAllThatTheGuideSays() throws IOException {
        site = new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                sections: [culture]
                -- content/culture/play.md --
                ---
                headline: A play worth seeing twice
                slug: play
                genre: review
                published: 2026-11-20
                params: {stars: 4}
                image: {src: /boat.svg, alt: A boat, credit: The Lantern}
                ---
                Text.

                ::: embed {name="table" data="tides" title="High water"}
                At the quay at two minutes past five.
                :::
                -- content/culture/poem.md --
                ---
                headline: A poem
                slug: poem
                genre: review
                published: 2026-11-19
                ---
                Text.
                -- content/boat.svg --
                <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>
                -- content/data/tides.csv --
                Place,High water
                Quay,05:02
                Steps,05:20
                -- templates/assets/img/boat.svg --
                <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>
                -- templates/assets/fonts/ours.woff2 --
                A typeface.
                -- templates/assets/js/own.js --
                document.documentElement.dataset.own = "yes";
                """);
        files().forEach(site::write);
    }

    /** What the guide writes twice into one file stands there one below the other. */
    private static Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        FILE.matcher(Files.readString(GUIDE))
                .results()
                .forEach(file -> files.merge(file.group(1), file.group(2), String::concat));
        return files;
    }

    private Document built(String path) {
        assertEquals(List.of(), site.build().problems());
        return Jsoup.parse(site.published(path));
    }

    @Test
    void everyRecipeHasItsFiles() throws IOException {
        assertEquals(
                List.of(
                        "content/front.yaml",
                        "templates/404.peb",
                        "templates/article-review.peb",
                        "templates/assets/css/own.css",
                        "templates/embeds/table.peb",
                        "templates/parts/fonts.peb",
                        "templates/parts/stars.peb",
                        "templates/slots/hero.peb",
                        "templates/strings/en.yaml"),
                List.copyOf(files().keySet()));
    }

    @Test
    void aSheetAndAScriptOfASitesOwnComeBehindTheThemes() {
        Document page = built("culture/2026/11/20/play/index.html");
        List<String> sheets = page.select("link[rel=stylesheet]").eachAttr("href");
        assertTrue(sheets.get(0).startsWith("/assets/css/paper."), sheets::toString);
        assertTrue(sheets.get(1).startsWith("/assets/css/own."), sheets::toString);
        List<String> scripts = page.select("script[src]").eachAttr("src");
        assertTrue(scripts.get(1).startsWith("/assets/js/own."), scripts::toString);
        assertTrue(site.published(sheets.get(1).substring(1)).contains("--serif:\"Ours\""));
        assertTrue(page.select("style").html().contains("/assets/fonts/ours."));
    }

    @Test
    void aReviewHasItsStarsAndOneWithoutHasNone() {
        assertEquals(
                "4 stars out of five",
                built("culture/2026/11/20/play/index.html").select(".stars").text());
        assertTrue(built("culture/2026/11/19/poem/index.html").select(".stars").isEmpty());
    }

    @Test
    void aDataFileIsShownAsATable() {
        Document page = built("culture/2026/11/20/play/index.html");
        assertEquals(List.of("Place", "High water"), page.select(".body th").eachText());
        assertEquals(
                List.of("Quay", "05:02", "Steps", "05:20"),
                page.select(".body td").eachText());
    }

    @Test
    void aFrontHasTheLayoutAndWhatIsMissingItsPage() {
        assertEquals(
                "A play worth seeing twice",
                built("index.html").select(".hero h2 a").text());
        Document missing = built("404.html");
        assertEquals("Lost at sea", missing.select("h1").text());
        assertTrue(missing.select("main img").attr("src").startsWith("/assets/img/boat."));
    }

    @Test
    void aStyleSheetHasAnotherNameWhenAFileChangesThatItNames() {
        site.write("templates/assets/css/own.css", "@import \"more.css\";\n")
                .write("templates/assets/css/more.css", "h1 { background: url(../img/boat.svg) }\n");
        String before = built("404.html").select("link[href*=own]").attr("href");
        site.write(
                "templates/assets/img/boat.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>\n");
        String after = built("404.html").select("link[href*=own]").attr("href");
        assertFalse(before.equals(after));
        String more = site.published(after.substring(1)).replaceAll("(?s).*url\\(\"/(.*?)\"\\).*", "$1");
        assertTrue(site.published(more).contains("url(\"/assets/img/boat."));
    }

    /** The words, templates and assets that the guide names beside its recipes are there. */
    @Test
    void whatTheGuideNamesIsThere() throws IOException {
        String guide = Files.readString(GUIDE);
        var calls = Pattern.compile("\\{\\{ ((?:t|asset)\\(\"[^}]*\\)) }}")
                .matcher(guide)
                .results()
                .map(call -> call.group(1))
                .filter(call -> !call.contains("quiz") && !call.contains(", stars"));
        var footer = Stream.concat(calls, Stream.of("site.params.founded"))
                .map(call -> "<p>{{ " + call + " }}</p>\n")
                .toList();
        assertTrue(footer.size() > 4, footer::toString);
        site.write("templates/parts/footer.peb", String.join("", footer));
        built("index.html");
    }
}
