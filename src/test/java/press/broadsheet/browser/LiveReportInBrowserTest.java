package press.broadsheet.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildReport;
import press.broadsheet.sites.SiteBuilder;

/** A live report, followed in a browser while it is written. Without a Chromium these tests skip, loudly. */
class LiveReportInBrowserTest {
    private static final String ADDRESS = "city/2026/11/24/vote/";
    private static @Nullable Chromium chromium;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> entries = new ArrayList<>();
    private String state = "active";

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Chromium.installed();
        if (program.isEmpty()) {
            String message = "SKIPPED: no Chromium on this machine, so no live report was followed in a browser";
            System.err.println(message);
            assumeTrue(false, message);
        }
        chromium = new Chromium(program.orElseThrow());
    }

    @AfterAll
    static void stop() throws Exception {
        if (chromium != null) {
            chromium.quit();
        }
    }

    private static JsonNode evaluate(String expression) {
        return Objects.requireNonNull(chromium).evaluate(expression);
    }

    private static String text(String selector) {
        return evaluate("(document.querySelector('" + selector + "') || {textContent: ''}).textContent.trim()")
                .asText();
    }

    private static int top(String id) {
        return evaluate("Math.round(document.getElementById('" + id + "').getBoundingClientRect().top)")
                .asInt();
    }

    private static boolean isThere(String id) {
        return evaluate("document.getElementById('" + id + "') !== null").asBoolean();
    }

    private static void await(String condition) throws InterruptedException {
        Objects.requireNonNull(chromium).await(condition);
    }

    /** The reader comes back to the page, which then asks at once instead of in its own time. */
    private static void look() {
        evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }

    private void entry(String time, String attributes, String words) {
        entries.add(
                "::: entry {time=\"" + time + "\" title=\"At " + time + "\"" + attributes + "}\n" + words + "\n:::\n");
    }

    private static String lengthy(String words) {
        return (words + " and the rain went on, and nobody left, and the lamps were lit. ").repeat(12);
    }

    private void publish() {
        var site = new SiteBuilder(folder);
        site.write("content/site.yaml", """
                name: The Followed Times
                url: https://followed.example/
                zone: Europe/Kyiv
                sections: [city]
                """);
        site.write(
                "content/city/vote.md",
                "---\nheadline: The vote\nslug: vote\npublished: 2026-11-24 08:00\ngenre: live\nlive: {start: 2026-11-24 08:00, state: "
                        + state + "}\n---\n" + String.join("\n", entries));
        BuildReport report = site.build();
        assertEquals(List.of(), report.problems());
        assertTrue(report.committed());
    }

    @Test
    void anOpenPageGainsFivePublishedUpdatesAndNothingThatIsReadMoves() throws Exception {
        for (int i = 0; i < 8; i++) {
            entry("08:0" + i, i == 3 ? " key" : "", lengthy("The " + i + " o'clock bell rang"));
        }
        publish();
        try (var server = new PaperServer(folder.resolve("public"))) {
            Chromium browser = Objects.requireNonNull(chromium);
            browser.resize(390, 800);
            // Without motion, so that where something stands can be told at once.
            browser.ask(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
            browser.open(server.base().resolve(ADDRESS));
            evaluate("document.fonts.ready.then(() => true)");
            nothingRunsInThePageItself();
            anEntryWaitsBehindAButtonWhileTheNewestIsRead();
            anEntryComesInAboveWhatIsReadFurtherDown();
            anEditedEntryIsShownAsItIsNow();
            twoEntriesAndAKeyEventComeTogether();
            theLastWordIsShownAndThenNothingIsAskedAnyMore(browser);
            assertEquals(List.of(), strangers(browser, server.base().toString()));
            assertEquals(List.of(), browser.events("Runtime.exceptionThrown"));
        }
    }

    private static void nothingRunsInThePageItself() {
        assertEquals(
                0,
                evaluate("document.querySelectorAll('script:not([src]):not([type=\"application/ld+json\"])').length")
                        .asInt());
        assertEquals(
                0,
                evaluate("[...document.querySelectorAll('*')].flatMap(e => [...e.attributes])"
                                + ".filter(a => a.name.startsWith('on') || a.name === 'style').length")
                        .asInt());
        assertTrue(evaluate("document.querySelector('.live-button').hidden").asBoolean());
        assertEquals(
                "polite",
                evaluate("document.querySelector('.live [role=status]').ariaLive")
                        .asText());
    }

    private void anEntryWaitsBehindAButtonWhileTheNewestIsRead() throws InterruptedException {
        evaluate("document.getElementById('e-20261124-0807').scrollIntoView({behavior: 'instant', block: 'center'})");
        evaluate("document.querySelector('.live-entries').scrollIntoView({behavior: 'instant', block: 'start'})");
        evaluate("scrollBy({top: -60, behavior: 'instant'})");
        int before = top("e-20261124-0807");
        entry("08:10", "", "The first new one.");
        publish();
        look();
        await("!document.querySelector('.live-button').hidden");
        assertFalse(isThere("e-20261124-0810"), "It came in under the reader's eyes");
        assertEquals(before, top("e-20261124-0807"), "What was read has moved");
        assertEquals("New entries: 1", text(".live-button"));
        assertEquals("New entries: 1", text(".live [role=status]"));
        evaluate("document.querySelector('.live-button').click()");
        assertTrue(isThere("e-20261124-0810"));
        assertEquals("e-20261124-0810", evaluate("document.activeElement.id").asText());
        assertTrue(evaluate("document.querySelector('.live-button').hidden").asBoolean());
        assertEquals("At 08:10", text(".live-entries > .live-entry .live-title"));
        assertEquals("9 entries", text(".live-total"));
    }

    private void anEntryComesInAboveWhatIsReadFurtherDown() throws InterruptedException {
        evaluate("document.getElementById('e-20261124-0802').scrollIntoView({behavior: 'instant', block: 'start'})");
        int before = top("e-20261124-0802");
        entry("08:20", "", lengthy("The second new one"));
        publish();
        look();
        await("document.getElementById('e-20261124-0820') !== null");
        assertEquals(before, top("e-20261124-0802"), "What was read has moved");
        assertEquals("New entries: 1", text(".live-button"));
        assertEquals(
                List.of("e-20261124-0820", "e-20261124-0810", "e-20261124-0807"),
                List.of(
                        evaluate("document.querySelectorAll('.live-entries > .live-entry')[0].id")
                                .asText(),
                        evaluate("document.querySelectorAll('.live-entries > .live-entry')[1].id")
                                .asText(),
                        evaluate("document.querySelectorAll('.live-entries > .live-entry')[2].id")
                                .asText()));
        assertEquals(
                1, evaluate("document.querySelectorAll('.live-day').length").asInt());
    }

    private void anEditedEntryIsShownAsItIsNow() throws InterruptedException {
        int before = top("e-20261124-0802");
        entries.replaceAll(text -> text.replace("The first new one.", "It was put right."));
        publish();
        look();
        await("document.getElementById('e-20261124-0810').textContent.includes('It was put right.')");
        assertEquals(before, top("e-20261124-0802"), "What was read has moved");
        assertEquals("New entries: 1", text(".live-button"));
    }

    private void twoEntriesAndAKeyEventComeTogether() throws InterruptedException {
        int before = top("e-20261124-0802");
        entry("08:30", "", "The third new one.");
        entry("08:40", " key", "The fourth new one.");
        publish();
        look();
        await("document.getElementById('e-20261124-0840') !== null");
        assertTrue(isThere("e-20261124-0830"));
        assertEquals(before, top("e-20261124-0802"), "What was read has moved");
        assertEquals("New entries: 3", text(".live-button"));
        assertEquals("08:40 At 08:40", text(".live-keys li").replaceAll("\\s+", " "));
    }

    private void theLastWordIsShownAndThenNothingIsAskedAnyMore(Chromium browser) throws InterruptedException {
        entry("08:50", "", "The last one.");
        state = "archived";
        publish();
        look();
        await("document.getElementById('e-20261124-0850') !== null");
        await("document.querySelector('.live-state strong').textContent === 'Closed'");
        // The answer that said so was the last that was asked for.
        await("new Promise(done => setTimeout(() => done(true), 100))");
        long asked = polls(browser);
        look();
        evaluate("new Promise(done => setTimeout(done, 300)).then(() => true)");
        assertEquals(asked, polls(browser));
    }

    private static long polls(Chromium browser) {
        return browser.events("Network.requestWillBeSent").stream()
                .filter(event -> event.at("/request/url").asText().endsWith("live.json"))
                .count();
    }

    private static List<String> strangers(Chromium browser, String base) {
        return browser.events("Network.requestWillBeSent").stream()
                .map(event -> event.at("/request/url").asText())
                .filter(address -> !address.startsWith(base) && !address.startsWith("data:"))
                .toList();
    }

    @Test
    void aLinkToAnEntryThatHasMovedToAnEarlierPageStillFindsIt() throws Exception {
        for (int i = 10; i < 58; i++) {
            entry("08:" + i, "", "Entry " + i + ".");
        }
        publish();
        try (var server = new PaperServer(folder.resolve("public"))) {
            Chromium browser = Objects.requireNonNull(chromium);
            browser.open(server.base().resolve(ADDRESS + "#e-20261124-0811"));
            await("location.pathname.endsWith('/page/1/') && document.getElementById('e-20261124-0811') !== null");
        }
    }
}
