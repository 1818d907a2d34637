package press.broadsheet.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.sites.SiteBuilder;

/**
 * What who writes a paper sees in the browser beside the editor: the command {@code serve} itself, in a process of its
 * own, and a page that nobody loads again. Without a Chromium these tests skip, loudly.
 */
class ServeInBrowserTest {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String RIVER = "content/world/river.md";
    private static final String ADDRESS = "world/2026/11/20/river/";
    private static final String OVERLAY =
            "document.querySelector('broadsheet-preview')?.shadowRoot" + ".querySelector('[role=alert]')?.innerText";

    private static @Nullable Chromium chromium;

    @TempDir
    private Path folder = Path.of("");

    private @Nullable Process serve;
    private URI base = URI.create("http://localhost/");

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Chromium.installed();
        if (program.isEmpty()) {
            String message = "SKIPPED: no Chromium on this machine, so no preview was followed in a browser";
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

    @BeforeEach
    void serve() throws Exception {
        new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                sections: [world]
                hosting: {policyInPages: true}
                """);
        river("The river rises", "The first text.");
        write("content/world/harbour.md", "The harbour freezes", "2026-11-19T08:00:00Z", "Ice.");
        write("content/world/soon.md", "The bridge opens", "2026-12-01T00:00:00Z", "Tomorrow's news.");
        Path told = folder.resolve("serve.out");
        serve = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dbroadsheet.home="
                                + Path.of(System.getProperty("broadsheet.home", ""))
                                        .toAbsolutePath(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "press.broadsheet.cli.Main",
                        "serve",
                        folder.toString(),
                        "--port",
                        "0",
                        "--now",
                        SiteBuilder.NOON.toString())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        base = placeOf(told);
        chromium().resize(1000, 800);
        chromium().scheme("light");
    }

    private static URI placeOf(Path told) throws IOException, InterruptedException {
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += 50) {
            Matcher place = Pattern.compile("The paper is at (\\S+)").matcher(Files.readString(told));
            if (place.find()) {
                return URI.create(place.group(1));
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The preview did not start: " + Files.readString(told));
    }

    @AfterEach
    void end() throws Exception {
        if (serve != null) {
            // The page lets go first, as a closed tab would.
            chromium().open(URI.create("about:blank"));
            serve.destroy();
            assertTrue(serve.waitFor(30, TimeUnit.SECONDS), "The preview does not end when it is told to");
        }
    }

    private static Chromium chromium() {
        return Objects.requireNonNull(chromium);
    }

    /** Opens a page, and waits until it listens; what happens before is not its concern. */
    private void open(String path) throws InterruptedException {
        chromium().open(base.resolve(path));
        chromium().evaluate("window.unloaded = true");
        await("performance.getEntriesByType('resource').some(it => it.name.includes('/_desk/notes'))");
    }

    private static boolean wasLoadedAgain() {
        return chromium().evaluate("window.unloaded !== true").asBoolean();
    }

    private static void await(String condition) throws InterruptedException {
        chromium().await(condition);
    }

    private static void awaitText(String words) throws InterruptedException {
        await("document.querySelector('main')?.innerText.includes('" + words + "')");
    }

    private static String overlay() {
        return chromium().evaluate(OVERLAY).asText();
    }

    private void river(String headline, String text) {
        write(RIVER, headline, "2026-11-20T08:00:00Z", text);
    }

    private void write(String path, String headline, String published, String text) {
        String slug = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        new SiteBuilder(folder)
                .write(
                        path,
                        "---\nheadline: " + headline + "\nstandfirst: What is known of it.\npublished: " + published
                                + "\nslug: " + slug + "\n---\n" + text + "\n");
    }

    private static String lengthy(String words) {
        return (words + "\n\n").repeat(60);
    }

    @Test
    void anEditedTextComesToTheOpenPageByItself() throws Exception {
        open(ADDRESS);
        awaitText("The first text.");
        river("The river rises", "The second text.");
        awaitText("The second text.");
        assertTrue(wasLoadedAgain());
        // Again, for a page that was loaded by the preview listens, too.
        river("The river falls", "The second text.");
        await("document.title.includes('The river falls')");
        assertEquals(List.of(), chromium().events("Runtime.exceptionThrown"));
    }

    @Test
    void aPageThatDidNotChangeIsLeftAlone() throws Exception {
        open("");
        int revision = revision();
        river("The river rises", "Another text, of which the front page shows nothing.");
        await("fetch('/_desk/notes?path=/').then(it => it.json()).then(it => it.revision > " + revision + ")");
        // The page has been told, and asks; give it the time to do something wrong.
        Thread.sleep(500);
        assertFalse(wasLoadedAgain());
        river("The river falls", "Another text.");
        awaitText("The river falls");
        assertTrue(wasLoadedAgain());
    }

    private static int revision() {
        return chromium()
                .evaluate("fetch('/_desk/notes?path=/').then(it => it.json()).then(it => it.revision)")
                .asInt();
    }

    @Test
    void anEditedStyleSheetIsExchangedWithoutLoadingThePageAgain() throws Exception {
        open(ADDRESS);
        String colour = "getComputedStyle(document.querySelector('h1')).color";
        assertFalse(chromium().evaluate(colour).asText().equals("rgb(1, 2, 3)"));
        Path home = Path.of(System.getProperty("broadsheet.home", ""));
        String css = Files.readString(home.resolve("templates/assets/css/paper.css"));
        new SiteBuilder(folder).write("templates/assets/css/paper.css", css + "\nh1 { color: rgb(1, 2, 3) }\n");
        await(colour + " === 'rgb(1, 2, 3)'");
        assertFalse(wasLoadedAgain());
        new SiteBuilder(folder).write("templates/assets/css/paper.css", css + "\nh1 { color: rgb(4, 5, 6) }\n");
        await(colour + " === 'rgb(4, 5, 6)'");
        await("document.querySelectorAll('link[rel=stylesheet]').length === 1");
        assertFalse(wasLoadedAgain());
    }

    @Test
    void whereOneReadsIsKeptWhenThePageIsLoadedAgain() throws Exception {
        river("The river rises", lengthy("It rains, and the water stands higher than it did."));
        open(ADDRESS);
        await("document.documentElement.scrollHeight > 3000");
        // A font that comes later moves the text, and browsers scroll with it.
        chromium().evaluate("document.fonts.ready.then(() => true)");
        await("(scrollTo({top: 1500, behavior: 'instant'}), scrollY === 1500)");
        chromium().evaluate("window.unloaded = true");
        river("The river rises", lengthy("It rains, and the water stands higher than it did.") + "The last word.");
        awaitText("The last word.");
        assertTrue(wasLoadedAgain());
        // A font that comes after the text moves it, and browsers scroll with it, so that the same line stays in sight.
        await("Math.abs(scrollY - 1500) < 100");
    }

    @Test
    void aBrokenHeadlineLiesOverTheLastWholePaperUntilItIsMended() throws Exception {
        open(ADDRESS);
        new SiteBuilder(folder)
                .write(
                        RIVER,
                        "---\nheadline: \"The river\npublished: 2026-11-20T08:00:00Z\nslug: river\n---\nBroken.\n");
        await(OVERLAY + " !== undefined");
        String told = overlay();
        assertTrue(told.contains("content/world/river.md:"), told);
        // The line itself, as it stands in the file.
        assertTrue(
                Pattern.compile("(?m)^ *\\d+ \\| (headline: \"The river|published: 2026-11-20T08:00:00Z)$")
                        .matcher(told)
                        .find(),
                told);
        assertTrue(told.contains("The page below is that of the last whole paper."), told);
        assertHint(told);
        assertFalse(wasLoadedAgain());
        assertTrue(chromium().isTrue("document.querySelector('main').innerText.includes('The first text.')"));
        // It stands there on every page, also on one that is opened now.
        open("");
        await(OVERLAY + "?.includes('river.md')");
        assertEquals("", String.join("\n", Axe.faults(chromium())), "The overlay");
        river("The river rises", "Mended.");
        await("document.querySelector('broadsheet-preview') === null");
        open(ADDRESS);
        awaitText("Mended.");
        assertTrue(chromium().isTrue("document.querySelector('broadsheet-preview') === null"));
    }

    /** The hint is what stands last, in its own paragraph. */
    private static void assertHint(String told) {
        assertTrue(
                chromium()
                        .isTrue("document.querySelector('broadsheet-preview').shadowRoot"
                                + ".querySelector('section .hint').innerText.length > 10"),
                told);
    }

    @Test
    void aFaultInATemplateIsShownWithItsPlaceAndWhatToDo() throws Exception {
        open(ADDRESS);
        Path home = Path.of(System.getProperty("broadsheet.home", ""));
        String article = Files.readString(home.resolve("templates/article.peb"));
        String wrong = article.replace("<h1>{{ article.card.headline }}", "<h1>{{ article.card.headlin }}");
        assertFalse(wrong.equals(article));
        new SiteBuilder(folder).write("templates/article.peb", wrong);
        await(OVERLAY + " !== undefined");
        String told = overlay();
        long line = wrong.substring(0, wrong.indexOf("headlin }}")).lines().count();
        assertTrue(told.contains("templates/article.peb:" + line), told);
        assertTrue(told.contains("unknown-attribute"), told);
        assertTrue(told.contains(line + " | <h1>{{ article.card.headlin }}"), told);
        assertTrue(told.contains("headline"), told);
        assertHint(told);
        assertTrue(chromium().isTrue("document.querySelector('h1').innerText === 'The river rises'"));
        new SiteBuilder(folder).write("templates/article.peb", article.replace("<h1>", "<h1 class=\"mended\">"));
        await("document.querySelector('h1.mended') !== null");
        await("document.querySelector('broadsheet-preview') === null");
    }

    @Test
    void theOverlayCanBeHiddenAndComesBackWithAnotherFault() throws Exception {
        open(ADDRESS);
        new SiteBuilder(folder).write(RIVER, "---\nheadline: The river\nsectoin: x\n---\nBroken.\n");
        await(OVERLAY + "?.includes('sectoin')");
        chromium().evaluate("document.querySelector('broadsheet-preview').shadowRoot.querySelector('button').click()");
        assertTrue(chromium().isTrue("document.querySelector('broadsheet-preview') === null"));
        new SiteBuilder(folder).write(RIVER, "---\nheadline: The river\nslgu: x\n---\nBroken.\n");
        await(OVERLAY + "?.includes('slgu')");
    }

    @Test
    void theDeskIsSearchedWhileOneTypesAndFollowsWhatIsSaved() throws Exception {
        chromium().open(base.resolve("/_desk/"));
        String listed = "[...document.querySelectorAll('#list .headline')].map(it => it.innerText).sort().join(', ')";
        await(listed + " === 'The bridge opens, The harbour freezes, The river rises'");
        assertEquals("", String.join("\n", Axe.faults(chromium())), "The desk");
        chromium()
                .evaluate("document.getElementById('q').value = 'harbour';"
                        + "document.getElementById('q').dispatchEvent(new Event('input', {bubbles: true}))");
        await(listed + " === 'The harbour freezes'");
        assertTrue(chromium().evaluate("location.search").asText().contains("q=harbour"));
        write("content/world/harbour.md", "The harbour thaws", "2026-11-19T08:00:00Z", "No ice.");
        await(listed + " === 'The harbour thaws'");
        assertEquals(
                "harbour",
                chromium().evaluate("document.getElementById('q').value").asText());
        chromium().evaluate("document.querySelector('#list .headline a').click()");
        await("document.querySelector('h1')?.innerText === 'The harbour thaws'");
    }

    @Test
    void thePaperOfAnotherMomentIsSeenAndLeftAgain() throws Exception {
        chromium().open(base.resolve("/_desk/"));
        chromium()
                .evaluate(
                        "document.getElementById('moment').value = '2026-12-02T08:00';"
                                + "document.querySelector('form[method=post]').requestSubmit(document.querySelector('form[method=post] button'))");
        await("document.querySelector('.moment.chosen') !== null");
        open("");
        awaitText("The bridge opens");
        await("document.querySelector('broadsheet-preview')?.shadowRoot.querySelector('.moment')"
                + "?.innerText.startsWith('As of ')");
        chromium().open(base.resolve("/_desk/"));
        chromium().evaluate("document.querySelector('button[name=back]').click()");
        await("document.querySelector('.moment') !== null && document.querySelector('.moment.chosen') === null");
        open("");
        assertFalse(chromium().isTrue("document.querySelector('main').innerText.includes('The bridge opens')"));
        assertTrue(chromium().isTrue("document.querySelector('broadsheet-preview') === null"));
    }
}
