package press.broadsheet.make.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Language;
import press.broadsheet.view.ArticleView;
import press.broadsheet.view.BodyView;
import press.broadsheet.view.CardView;
import press.broadsheet.view.EmbedView;
import press.broadsheet.view.FrontView;
import press.broadsheet.view.ListView;
import press.broadsheet.view.OverviewView;
import press.broadsheet.view.PageView;
import press.broadsheet.view.PieceView;
import press.broadsheet.view.SiteView;
import press.broadsheet.view.SlotView;
import press.broadsheet.view.StandingView;
import press.broadsheet.view.VersionsView;
import press.broadsheet.view.WithdrawalView;

/** The default theme with all that a page may show, and with as little. */
class ThemeTest {
    private static final Path THEME = Path.of(System.getProperty("broadsheet.home", "."), "templates");
    private static final Set<String> PLURALS = Set.of("zero", "one", "two", "few", "many", "other");
    private static final Pattern WORD = Pattern.compile("\\bt\\(\"([\\w.-]+)\"");
    private static final Pattern LINE = Pattern.compile("( *)([\\w-]+):(.*)");

    private final Templates templates = new Templates(new TemplateFolder(THEME));

    static List<String> pages() {
        return new TemplateFolder(THEME)
                .names().stream()
                        .filter(name -> name.indexOf('/') < 0 && !name.equals("base.peb"))
                        .toList();
    }

    static List<String> layouts() {
        return new TemplateFolder(THEME)
                .names().stream()
                        .filter(name -> name.startsWith("slots/"))
                        .map(name -> name.substring(6, name.length() - 4))
                        .toList();
    }

    static List<String> languages() throws IOException {
        try (Stream<Path> files = Files.list(THEME.resolve("strings"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    /** Anchors of headings are made of letters and figures, so that none can be one of these. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyIdentifierOfTheThemeBeginsWithAnUnderscore(String page) {
        Document printed = print(page, true);
        // A live report's entries have anchors of their own, which readers share.
        for (Element element : printed.select("[id]:not(.live-entry)")) {
            assertTrue(element.id().startsWith("_"), element.toString());
        }
        for (Element link : printed.select("a[href^=#]")) {
            String target = link.attr("href").substring(1);
            assertTrue(printed.getElementById(target) != null, link.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio", "document", "map", "post", "video", "unheard-of"})
    void anEmbedIsReadWithoutBeingLoaded(String name) {
        var specimens = new Specimens(true);
        var embed = new EmbedView(
                name, "A <film>", "V & W", "https://v.example/1", "https://v.example/p", "<p>Rain.</p>", Map.of());
        var body = new BodyView(List.of(new PieceView("embed", "", null, 0, embed)), List.of(), 1, 0);
        Map<String, Object> values = values(specimens);
        values.put("standing", new StandingView("A", "", body));
        Element shown = Jsoup.parse(text(templates.print("standing", values, desk("en"))))
                .select("main .embed")
                .first();
        assertNotNull(shown);
        for (String told : List.of("A <film>", "V & W", "Rain.", "https://v.example/1")) {
            assertTrue(shown.text().contains(told), told);
        }
        assertEquals("https://v.example/1", shown.select("a").attr("href"));
        assertEquals(0, shown.select("[src], iframe, script").size());
    }

    @Test
    void noTemplateHasAFault() {
        assertEquals(List.of(), templates.compileAll());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageCanBePrintedWithAllThatItMayShow(String page) {
        Document printed = print(page, true);
        assertEquals(1, printed.select("h1").size(), "one first heading");
        assertEquals(1, printed.select("main").size());
        assertEquals(0, printed.select("[style], [onclick]").size(), "no inline style or script");
        assertEquals(
                0,
                printed.select("script:not([src]):not([type=application/ld+json])")
                        .size());
        assertFalse(printed.html().contains("\u0001"), "a mark was left");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageCanBePrintedWithAsLittleAsItMayShow(String page) {
        Document printed = print(page, false);
        assertEquals(1, printed.select("main").size());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everySlotLayoutCanBePrinted(String layout) {
        for (boolean full : List.of(true, false)) {
            var specimens = new Specimens(full);
            CardView card = specimens.of(CardView.class);
            var slot = new SlotView("a", full ? "A <slot>" : "", "", layout, "#c00", List.of(card, card, card, card));
            Map<String, Object> values = values(specimens);
            values.put("front", new FrontView(List.of(slot)));
            Document printed = Jsoup.parse(text(templates.print("front", values, desk("en"))));
            assertEquals(
                    4, printed.select(".slot-" + layout + " .card-headline").size());
            assertTrue(printed.select("style").html().contains(".tone-cc0000{--tone:#cc0000}"));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void headingsSkipNoLevel(String page) {
        int before = 0;
        for (Element heading : print(page, true).select("main h1, main h2, main h3, main h4")) {
            int level = heading.tagName().charAt(1) - '0';
            assertTrue(level <= before + 1 || before == 0, page + ": " + heading);
            before = level;
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryWord(String language) throws IOException {
        var asked = new TreeSet<String>();
        for (String name : new TemplateFolder(THEME).names()) {
            Matcher matcher = WORD.matcher(Files.readString(THEME.resolve(name)));
            while (matcher.find()) {
                asked.add(matcher.group(1));
            }
        }
        asked.addAll(withoutPlurals(words("en").keySet()));
        asked.removeAll(withoutPlurals(words(language).keySet()));
        assertEquals(Set.of(), asked, "words that strings/" + language + ".yaml lacks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ar", "uk"})
    void pagesSpeakTheLanguageOfTheirEdition(String language) throws IOException {
        String printed = text(templates.print("404", values(new Specimens(true)), desk(language)));
        assertTrue(printed.contains(words(language).getOrDefault("missing.title", "?")));
    }

    private Document print(String page, boolean full) {
        Map<String, Object> values = values(new Specimens(full));
        if (page.equals("front.peb")) {
            values.put("page", ofFront(new Specimens(full).of(PageView.class)));
        }
        return Jsoup.parse(text(templates.print(page, values, desk("en"))));
    }

    /** On the front page the paper's name is the first heading. */
    private static PageView ofFront(PageView page) {
        return new PageView(
                "front",
                page.address(),
                page.language(),
                page.direction(),
                page.head(),
                page.breadcrumbs(),
                page.languages(),
                page.updated());
    }

    private static Map<String, Object> values(Specimens specimens) {
        var values = new HashMap<String, Object>();
        values.put("site", specimens.of(SiteView.class));
        values.put("page", specimens.of(PageView.class));
        values.put("article", specimens.of(ArticleView.class));
        values.put("front", specimens.of(FrontView.class));
        values.put("list", specimens.of(ListView.class));
        values.put("overview", specimens.of(OverviewView.class));
        values.put("standing", specimens.of(StandingView.class));
        values.put("versions", specimens.of(VersionsView.class));
        values.put("withdrawal", specimens.of(WithdrawalView.class));
        values.put("latest", List.of(specimens.of(CardView.class)));
        return values;
    }

    /** Answers with the theme's own words and assets. */
    private static NewsDesk desk(String language) {
        Map<String, String> words = words(language);
        return (NewsDesk) Proxy.newProxyInstance(
                NewsDesk.class.getClassLoader(), new Class<?>[] {NewsDesk.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "note" -> null;
                        case "language" -> new Language(language);
                        case "string" -> Optional.ofNullable(words.get(arguments[0]));
                        case "asset" ->
                            Files.exists(THEME.resolve("assets").resolve((String) arguments[0]))
                                    ? Optional.of("/assets/" + arguments[0])
                                    : Optional.empty();
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private static Set<String> withoutPlurals(Set<String> keys) {
        var names = new TreeSet<String>();
        for (String key : keys) {
            int dot = key.lastIndexOf('.');
            names.add(dot > 0 && PLURALS.contains(key.substring(dot + 1)) ? key.substring(0, dot) : key);
        }
        return names;
    }

    /** The strings files are simple: nested keys with one-line words. */
    private static Map<String, String> words(String language) {
        var words = new TreeMap<String, String>();
        var above = new ArrayList<String>();
        try {
            for (String line : Files.readAllLines(THEME.resolve("strings").resolve(language + ".yaml"))) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    int depth = matcher.group(1).length() / 2;
                    above.subList(depth, above.size()).clear();
                    above.add(matcher.group(2));
                    String word = matcher.group(3).strip();
                    if (!word.isEmpty()) {
                        words.put(String.join(".", above), word.replaceAll("^\"|\"$", ""));
                    }
                }
            }
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
        return words;
    }

    private static String text(byte[] page) {
        return new String(page, StandardCharsets.UTF_8);
    }
}
