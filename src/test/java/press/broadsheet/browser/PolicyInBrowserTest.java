package press.broadsheet.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.build.BuildReport;
import press.broadsheet.sites.DemonstrationPaper;
import press.broadsheet.sites.SiteBuilder;

/**
 * The default theme with the headers that the build made for hosts, in a browser that obeys them: nothing of it is refused,
 * and what somebody has smuggled into a page is. Without a Chromium these tests skip, loudly.
 */
class PolicyInBrowserTest {
    private static final DemonstrationPaper PAPER = DemonstrationPaper.at("https://lantern.example/");

    private static @Nullable PaperServer server;
    private static @Nullable Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Chromium.installed();
        if (program.isEmpty()) {
            String message = "SKIPPED: no Chromium on this machine, so no page was tried with its policy";
            System.err.println(message);
            assumeTrue(false, message);
        }
        server = new PaperServer(PAPER.output(), headers());
        chromium = new Chromium(program.orElseThrow());
    }

    @AfterAll
    static void stop() throws Exception {
        if (chromium != null) {
            chromium.quit();
        }
        if (server != null) {
            server.close();
        }
    }

    /** Those of {@code _headers} that go with everything. */
    private static Map<String, String> headers() throws IOException {
        List<String> lines = Files.readAllLines(PAPER.output().resolve("_headers"));
        assertEquals("/*", lines.getFirst());
        var headers = new LinkedHashMap<String, String>();
        for (String line : lines.subList(1, lines.size())) {
            if (!line.startsWith("  ")) {
                break;
            }
            String[] pair = line.strip().split(": ", 2);
            headers.put(pair[0], pair[1]);
        }
        assertTrue(headers.containsKey("Content-Security-Policy"), headers::toString);
        return headers;
    }

    private static List<String> told(PaperServer from, String path) throws Exception {
        Chromium browser = Objects.requireNonNull(chromium);
        browser.resize(1280, 900);
        browser.open(from.base().resolve(path));
        // Pictures further down come when the page is scrolled; what is refused is told a moment later.
        browser.evaluate("window.scrollTo(0, document.body.scrollHeight); document.fonts.ready.then(() => true)");
        browser.evaluate("new Promise(done => setTimeout(done, 300)).then(() => true)");
        var told = new ArrayList<String>();
        for (JsonNode event : browser.events("Log.entryAdded")) {
            JsonNode entry = event.path("entry");
            String text = entry.path("text").asText();
            boolean expected = text.contains("404") && path.contains("no-such-page");
            if (!expected && !entry.path("level").asText().equals("verbose")) {
                told.add(text);
            }
        }
        browser.events("Runtime.consoleAPICalled")
                .forEach(call -> told.add(call.path("args").toString()));
        browser.events("Runtime.exceptionThrown").forEach(event -> told.add(event.toString()));
        return told;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/city/2026/11/23/council-votes-to-close-swing-bridge/",
                "/city/",
                "/latest/",
                "/archive/",
                "/corrections/",
                "/about/",
                "/there/is/no-such-page/",
                "/uk/"
            })
    void nothingOfTheThemeIsRefused(String path) throws Exception {
        assertEquals(List.of(), told(Objects.requireNonNull(server), path));
        assertTrue(
                Objects.requireNonNull(chromium)
                        .evaluate("document.styleSheets.length >= 2")
                        .asBoolean(),
                "The page's own styles are not in force");
    }

    @Test
    void nothingOfAGalleryALiveReportOrAnEmbedIsRefused() throws Exception {
        var kinds = new LinkedHashMap<String, String>();
        try (var pages = Files.walk(PAPER.output())) {
            for (Path page :
                    pages.filter(file -> file.endsWith("index.html")).sorted().toList()) {
                String html = Files.readString(page);
                String address =
                        "/" + PAPER.output().relativize(page).toString().replace("index.html", "");
                for (String mark : List.of("gallery", "live-", "data-player", "opinion", "timeline")) {
                    if (html.contains(mark) && html.contains("<article")) {
                        kinds.putIfAbsent(mark, address);
                    }
                }
            }
        }
        assertTrue(kinds.keySet().containsAll(List.of("gallery", "live-", "data-player")), kinds::toString);
        for (String address : kinds.values()) {
            assertEquals(List.of(), told(Objects.requireNonNull(server), address), address);
        }
        // The player that a reader asks for may come from elsewhere.
        told(Objects.requireNonNull(server), kinds.getOrDefault("data-player", "/"));
        Objects.requireNonNull(chromium).evaluate("document.querySelector('[data-player]').click(); true");
        Objects.requireNonNull(chromium).evaluate("new Promise(done => setTimeout(done, 300)).then(() => true)");
        assertEquals(
                List.of(),
                Objects.requireNonNull(chromium).events("Log.entryAdded").stream()
                        .map(event -> event.path("entry").path("text").asText())
                        .filter(text -> text.contains("Content Security Policy"))
                        .toList());
    }

    /** The whole demonstration paper for a host that sends no headers: its pages carry the policy themselves. */
    private static SiteBuilder withoutHeaders(Path folder) throws IOException {
        SiteBuilder.copy(PAPER.output().resolveSibling("paper").resolve("content"), folder.resolve("content"));
        Path settings = folder.resolve("content/site.yaml");
        Files.writeString(
                settings,
                Files.readString(settings) + "\ntargets: {pages: {kind: git, repository: git@host.example:a/b.git}}\n");
        var site = new SiteBuilder(folder);
        BuildReport report = site.build();
        assertTrue(report.committed(), report.problems()::toString);
        return site;
    }

    @Test
    void onAHostWithoutHeadersNothingOfTheThemeIsRefusedAndWhatIsSmuggledInIs(@TempDir Path folder) throws Exception {
        SiteBuilder site = withoutHeaders(folder);
        try (var plain = new PaperServer(site.output(), Map.of())) {
            for (String path : List.of(
                    "/",
                    "/city/2026/11/23/council-votes-to-close-swing-bridge/",
                    "/corrections/",
                    "/there/is/no-such-page/",
                    "/uk/")) {
                assertEquals(List.of(), told(plain, path), path);
                assertTrue(Objects.requireNonNull(chromium)
                        .evaluate("document.styleSheets.length >= 2")
                        .asBoolean());
            }
        }
        assertRefused(site.output(), folder.resolve("smuggled"), Map.of());
    }

    /** These tests would be worth nothing if the policy allowed everything. */
    @Test
    void whatSomebodyHasSmuggledInIsRefused(@TempDir Path folder) throws Exception {
        assertRefused(PAPER.output(), folder, headers());
    }

    private static void assertRefused(Path paper, Path folder, Map<String, String> headers) throws Exception {
        SiteBuilder.copy(paper.resolve("assets"), folder.resolve("assets"));
        Files.writeString(
                folder.resolve("index.html"),
                Files.readString(paper.resolve("index.html")).replace("<main", """
                        <script>document.title = "taken over"</script>
                        <img src="data:," alt="" onerror="document.title = 'taken over'">
                        <script src="https://evil.example/x.js"></script>
                        <style>body { background: rgb(1, 2, 3) }</style><main"""));
        Files.writeString(folder.resolve("404.html"), "none");
        try (var wrong = new PaperServer(folder, headers)) {
            List<String> told = told(wrong, "/");
            assertTrue(
                    told.stream()
                                    .filter(text -> text.contains("Content Security Policy"))
                                    .count()
                            >= 4,
                    told::toString);
            Chromium browser = Objects.requireNonNull(chromium);
            assertTrue(browser.evaluate("document.title !== 'taken over'").asBoolean());
            assertTrue(browser.evaluate("getComputedStyle(document.body).backgroundColor !== 'rgb(1, 2, 3)'")
                    .asBoolean());
        }
    }
}
