package press.broadsheet.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
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
import press.broadsheet.sites.SiteBuilder;

/** A paper that is read from right to left: accessible, within the screen, and laid out from its right edge. */
class RightToLeftInBrowserTest {
    private static final String FRONT = "/";
    private static final String ARTICLE = "/world/2026/11/24/river/";
    private static final String SECTION = "/world/";
    private static final String PERSIAN = "/fa/";

    @TempDir
    private static Path folder = Path.of("");

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
        SiteBuilder site = new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: المنارة
                language: ar
                url: https://manara.example/
                zone: Asia/Amman
                sections: [{id: world, name: العالم}, {id: sport, name: رياضة}]
                editions: [{language: fa, name: فانوس, sections: [{id: world, name: جهان}]}]
                -- content/world/river.md --
                ---
                headline: النهر يرتفع مرة أخرى
                slug: river
                kicker: الفيضان
                standfirst: ارتفع منسوب الماء متراً واحداً خلال الليل، وأُغلق الجسر (GDP و NATO).
                published: 2026-11-24T10:00
                authors: [ليلى حداد]
                tags: [طقس, نهر]
                keyPoints: [أُغلق الجسر., لا إصابات.]
                ---
                قالت البلدية إن الماء يرتفع. راجع [[match]].

                ## ماذا نعرف

                | المكان | الصباح | المساء |
                | --- | --- | --- |
                | الطاحونة | 2.1 | 2.3 |

                ::: pull-quote {by="ليلى حداد"}
                لم نر مثل هذا من قبل.
                :::

                1. ابقوا في البيت.
                2. استمعوا إلى الراديو.
                -- content/sport/match.md --
                ---
                headline: مباراة بلا أهداف
                published: 2026-11-23T20:00
                authors: [ليلى حداد]
                ---
                لم يحدث شيء.
                -- content/fa/world/river.md --
                ---
                headline: رودخانه بالا آمد
                slug: river
                published: 2026-11-24T11:00
                authors: [سارا ایمانی]
                ---
                شهرداری گفت که آب بالا می‌آید.
                """);
        BuildReport report = site.build();
        assertTrue(report.committed(), () -> report.problems().toString());
        server = new PaperServer(site.output());
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

    private static void open(String path, int width) throws InterruptedException {
        URI address = Objects.requireNonNull(server).base().resolve(path);
        chromium().ask("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        chromium().scheme("light");
        chromium().resize(width, 900);
        chromium().open(address);
    }

    private static int number(String script) {
        return chromium().evaluate(script).asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {FRONT, ARTICLE, SECTION, PERSIAN})
    void axeFindsNoFaultOnAnyScreenLightOrDark(String path) throws Exception {
        open(path, 1440);
        assertEquals("", String.join("\n", Axe.faults(chromium())));
    }

    @ParameterizedTest
    @ValueSource(strings = {FRONT, ARTICLE, SECTION, PERSIAN})
    void nothingScrollsSideways(String path) throws Exception {
        open(path, 360);
        for (int width : List.of(320, 360, 768, 1440)) {
            chromium().resize(width, 900);
            int content = number("document.scrollingElement.scrollWidth");
            assertTrue(content <= width, () -> path + " is " + content + " pixels wide on a screen of " + width);
            int outside = number("""
                    [...document.querySelectorAll('body *')].filter(e => {
                        const box = e.getBoundingClientRect();
                        return box.width > 1 && box.height > 1 && box.left < -1
                            && !e.closest('.skip') && !e.closest('.table-scroll');
                    }).length""");
            assertEquals(0, outside, () -> path + " has parts beyond the left edge on a screen of " + width);
        }
    }

    @Test
    void readingBeginsAtTheRight() throws Exception {
        open(ARTICLE, 1440);
        assertEquals(
                "rtl",
                chromium()
                        .evaluate("getComputedStyle(document.querySelector('main')).direction")
                        .asText());
        int gap = number("""
                (() => { const range = document.createRange();
                    const line = document.querySelector('article h1');
                    range.selectNodeContents(line);
                    return Math.round(line.getBoundingClientRect().right - range.getBoundingClientRect().right); })()""");
        assertTrue(gap < 4, () -> "The headline begins " + gap + " pixels from the right");
    }
}
