package press.broadsheet.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.sites.DemonstrationPaper;

/**
 * What readers meet: the paper reads without scripts, is accessible (WCAG 2.2 AA, as far as axe can see), narrow and
 * wide, light and dark, asks no other host for anything, and can be gone through with the keyboard. Without a Chromium
 * these tests skip, loudly.
 */
class DemonstrationInBrowserTest {
    private static final String FRONT = "/";
    private static final String SECTION = "/city/";
    private static final String ARTICLE = "/city/2026/11/23/council-votes-to-close-swing-bridge/";
    private static final String LONG =
            "/city/2026/11/15/the-people-who-keep-the-river-open-and-the-mud-that-always-comes-back/";
    private static final String LIST = "/latest/";
    private static final String LIVE = "/city/2026/11/24/ferry-trial/";
    private static final String PERSON = "/people/ada-thornquist/";
    private static final String MISSING = "/there/is/no/such/page/";
    private static final String UKRAINIAN = "/uk/";

    private static @Nullable PaperServer server;
    private static @Nullable Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Chromium.installed();
        if (program.isEmpty()) {
            String message = "SKIPPED: no Chromium on this machine, so no page was looked at in a browser";
            System.err.println(message);
            assumeTrue(false, message);
        }
        server = new PaperServer(
                DemonstrationPaper.at("https://lantern.example/").output());
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

    private static Chromium chromium() {
        return Objects.requireNonNull(chromium);
    }

    private static URI address(String path) {
        return Objects.requireNonNull(server).base().resolve(path);
    }

    private static void open(String path, int width) throws InterruptedException {
        chromium().ask("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        chromium().scheme("light");
        chromium().resize(width, 900);
        chromium().open(address(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {FRONT, SECTION, ARTICLE, LONG, LIVE, PERSON, LIST, MISSING, UKRAINIAN})
    void axeFindsNoFaultNarrowOrWideLightOrDark(String path) throws Exception {
        open(path, 1440);
        assertEquals("", String.join("\n", Axe.faults(chromium())));
    }

    @ParameterizedTest
    @ValueSource(strings = {FRONT, SECTION, ARTICLE, LIVE, PERSON, LIST, MISSING, UKRAINIAN})
    void nothingScrollsSidewaysOnAnyScreen(String path) throws Exception {
        open(path, 360);
        for (int width : List.of(320, 360, 768, 1440)) {
            chromium().resize(width, 640);
            int content =
                    chromium().evaluate("document.scrollingElement.scrollWidth").asInt();
            assertTrue(content <= width, () -> path + " is " + content + " pixels wide on a screen of " + width);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FRONT, SECTION, ARTICLE, LIVE, LIST, UKRAINIAN})
    void noRequestLeavesThePaperAndTheConsoleStaysSilent(String path) throws Exception {
        open(path, 1440);
        // Pictures further down and the fonts come when the page is scrolled.
        chromium().evaluate("window.scrollTo(0, document.body.scrollHeight); document.fonts.ready.then(() => true)");
        chromium().evaluate("new Promise(done => setTimeout(done, 200)).then(() => true)");
        assertEquals(Set.of(), strangers());
        assertEquals(List.of(), complaints());
    }

    /** These tests would be worth nothing if they saw nothing. */
    @Test
    void aPageThatDoesEverythingWrongIsSeenForWhatItIs(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("index.html"), """
                <!doctype html><html lang="en"><title>Wrong</title>
                <style>@media (prefers-color-scheme: dark) { p { color: #222; background: #111 } }</style>
                <main><h1>Wrong</h1><p style="width: 700px">Dark on dark in the dark.</p>
                <img src="http://localhost:9/picture.png">
                <script>console.error("wrong")</script></main>""");
        Files.writeString(folder.resolve("404.html"), "none");
        try (var wrong = new PaperServer(folder)) {
            chromium().ask("Emulation.setScriptExecutionDisabled", Map.of("value", false));
            chromium().resize(360, 640);
            chromium().open(wrong.base());
            assertTrue(contentWidth() > 360);
            assertTrue(
                    complaints().stream().anyMatch(told -> told.contains("wrong")),
                    () -> complaints().toString());
            assertTrue(chromium().events("Network.requestWillBeSent").stream()
                    .anyMatch(event -> event.toString().contains("localhost:9")));
            String faults = String.join("\n", Axe.faults(chromium()));
            assertTrue(faults.contains("360 light: image-alt"), faults);
            assertTrue(faults.contains("1440 dark: color-contrast"), faults);
            assertFalse(faults.contains("light: color-contrast"), faults);
        }
    }

    @Test
    void theWholePaperReadsWithoutScripts() throws Exception {
        chromium().resize(360, 900);
        chromium().ask("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        chromium().open(address(FRONT));
        assertTrue(count("nav a[href]") > 5, "navigation");
        assertTrue(count("main article a[href]") > 10, "articles on the front");
        chromium().open(address(LIST));
        assertTrue(count("main article a[href]") > 10, "articles in the list");
        chromium().open(address(ARTICLE));
        assertEquals(1, count("h1"));
        int words = chromium()
                .evaluate("document.querySelector('main').innerText.split(/\\s+/).length")
                .asInt();
        assertTrue(words > 300, () -> words + " words of the article can be seen");
        assertEquals(0, chromium().evaluate("""
                                [...document.querySelectorAll('main article p')]
                                    .filter(p => p.innerText.trim() && p.getClientRects().length == 0
                                        && !p.closest('details')).length""").asInt(), "paragraphs that cannot be seen");
        chromium().evaluate("document.querySelectorAll('img').forEach(img => img.loading = 'eager')");
        JsonNode broken = chromium().evaluate("""
                [...document.querySelectorAll('img')]
                    .filter(img => img.complete && img.naturalWidth == 0).map(img => img.src)""");
        assertEquals(0, broken.size(), broken::toString);
        assertTrue(count("img") > 1, "pictures");
    }

    @ParameterizedTest
    @ValueSource(ints = {768, 1200, 1440})
    void aLeadWithoutAPictureLeavesNoHole(int width) throws Exception {
        open(FRONT, width);
        int hole = chromium().evaluate("""
                        (() => {
                          const lead = document.querySelector('.card-lead');
                          lead.querySelector('.card-picture').remove();
                          const ends = [...lead.querySelectorAll('a, p, li')].map(e => e.getBoundingClientRect().bottom);
                          return Math.round(lead.getBoundingClientRect().bottom - Math.max(...ends));
                        })()""").asInt();
        assertTrue(hole < 40, () -> hole + " pixels below the lead's last line are empty");
    }

    @Test
    void aLeadWithNothingBesideItIsNotSetAcrossThePage() throws Exception {
        open(FRONT, 1440);
        int width = chromium().evaluate("""
                        (() => {
                          const lead = document.querySelector('.card-lead');
                          lead.querySelector('.card-picture').remove();
                          lead.querySelector('.supporting').remove();
                          return Math.round(lead.querySelector('.card-standfirst').getBoundingClientRect().width);
                        })()""").asInt();
        assertTrue(width > 200 && width < 720, () -> "A line of " + width + " pixels");
    }

    @Test
    void onAPhoneOnlyTheFirstPictureOfASlotIsLarge() throws Exception {
        open(FRONT, 360);
        JsonNode widths = chromium().evaluate("""
                [...document.querySelectorAll('.slot-grid .card-picture')]
                    .map(picture => Math.round(picture.getBoundingClientRect().width))""");
        assertTrue(widths.size() > 3, widths::toString);
        assertTrue(widths.get(0).asInt() > 300, widths::toString);
        assertTrue(widths.get(1).asInt() < 120 && widths.get(2).asInt() < 120, widths::toString);
    }

    @Test
    void theFirstStopOfTheKeyboardLeadsToTheContent() throws Exception {
        open(ARTICLE, 1440);
        chromium().press("Tab", 9);
        assertEquals(
                "#_content",
                chromium()
                        .evaluate("document.activeElement.getAttribute('href')")
                        .asText());
        JsonNode box = chromium().evaluate("""
                (() => { const box = document.activeElement.getBoundingClientRect();
                    return [box.left, box.top, box.width, box.height]; })()""");
        assertTrue(
                box.get(0).asInt() >= 0 && box.get(1).asInt() >= 0 && box.get(2).asInt() >= 24,
                () -> "The skip link cannot be seen: " + box);
        assertEquals(
                1,
                chromium()
                        .evaluate("document.querySelectorAll('main#_content').length")
                        .asInt());
    }

    /** Hosts that the open page asked for something, without its own. */
    private static Set<String> strangers() {
        var hosts = new TreeSet<String>();
        for (JsonNode request : chromium().events("Network.requestWillBeSent")) {
            URI asked = URI.create(request.path("request").path("url").asText());
            if (!"data".equals(asked.getScheme())) {
                hosts.add(asked.getAuthority());
            }
        }
        assertTrue(hosts.remove(address("/").getAuthority()), "Not even the page was asked for");
        return hosts;
    }

    /** What the open page's console told: errors, warnings of scripts, files that are missing. */
    private static List<String> complaints() {
        var complaints = new ArrayList<String>();
        chromium().events("Runtime.exceptionThrown").forEach(event -> complaints.add(event.toString()));
        chromium().events("Runtime.consoleAPICalled").stream()
                .filter(call ->
                        List.of("error", "warning").contains(call.path("type").asText()))
                .forEach(call -> complaints.add(call.path("args").toString()));
        chromium().events("Log.entryAdded").stream()
                .map(event -> event.path("entry"))
                .filter(entry -> entry.path("level").asText().equals("error"))
                .forEach(entry -> complaints.add(entry.path("text").asText()));
        return complaints;
    }

    private static int contentWidth() {
        return chromium().evaluate("document.scrollingElement.scrollWidth").asInt();
    }

    private static int count(String selector) {
        return chromium()
                .evaluate("document.querySelectorAll('" + selector + "').length")
                .asInt();
    }
}
