package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.build.BuildReport;
import press.broadsheet.problem.Problem;
import press.broadsheet.sites.SiteBuilder;

/** Whatever somebody types arrives wherever it is shown, as it was typed, and never as anything but text. */
class EveryTextTest {
    /** One line of 1200 black pixels. */
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAABLAAAAABAQAAAADmg2qhAAAADElEQVR42mNgGJQAAACXAAHYO3m/AAAAAElFTkSuQm" + "CC";

    private static final int ARTICLES = 24;
    private static final String HOME = "https://texts.example";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    /** What was typed into one article. */
    private record Typed(
            int number, String headline, String standfirst, String caption, String tag, String author, String kicker) {
        static Typed by(AnyText writer, int number) {
            return new Typed(
                    number,
                    writer.line(),
                    writer.line(),
                    writer.line(),
                    // A tag is a name: several blanks in it count as one.
                    writer.line("T" + number).replaceAll(" +", " "),
                    writer.line("N" + number),
                    writer.line());
        }

        String address() {
            return "/world/2026/11/24/a" + number + "/";
        }

        String source(AnyText writer) {
            return """
                    ---
                    headline: %s
                    standfirst: %s
                    kicker: %s
                    slug: a%d
                    published: 2026-11-24T0%d:00
                    tags: [%s]
                    authors: [{name: %s}]
                    image: {src: /picture.png, alt: %s, caption: %s, credit: %s}
                    ---
                    A text.
                    """.formatted(
                            writer.yaml(headline),
                            writer.yaml(AnyText.markdown(standfirst)),
                            writer.yaml(kicker),
                            number,
                            number % 10,
                            writer.yaml(tag),
                            writer.yaml(author),
                            writer.yaml(caption),
                            writer.yaml(AnyText.markdown(caption)),
                            writer.yaml(author));
        }
    }

    /** A paper whose every word is somebody's worst. */
    private record Paper(SiteBuilder site, String name, String section, String person, List<Typed> articles) {
        /** @param smart whether straight quotation marks become typographic ones, so that not all is shown as it was typed */
        static Paper of(Path folder, long seed, boolean smart) {
            var writer = new AnyText(seed);
            String name = writer.line();
            String section = writer.line();
            String person = writer.line();
            var site = new SiteBuilder(folder.resolve("paper"));
            site.write("content/site.yaml", """
                    name: %s
                    url: %s/
                    sections: [{id: world, name: %s}]
                    organisation: {name: %s, publicationName: %s}
                    text: {smartTypography: %s}
                    """.formatted(
                            writer.yaml(name),
                            HOME,
                            writer.yaml(section),
                            writer.yaml(person),
                            writer.yaml(withoutBrackets(name)),
                            smart));
            site.write("content/people/somebody.md", "---\nname: " + writer.yaml(person) + "\n---\n");
            site.write("content/picture.png", Base64.getDecoder().decode(PICTURE));
            site.write("content/world/own.md", """
                    ---
                    headline: Written by somebody of ours
                    authors: [somebody]
                    published: 2026-11-23
                    slug: own
                    ---
                    A text.
                    """);
            var articles = new ArrayList<Typed>();
            for (int i = 0; i < ARTICLES; i++) {
                Typed typed = Typed.by(writer, i);
                articles.add(typed);
                site.write("content/world/article" + i + ".md", typed.source(writer));
            }
            return new Paper(site, name, section, person, articles);
        }

        Document page(String address) {
            return Jsoup.parse(site.published(address.substring(1) + "index.html"), HOME + address);
        }
    }

    private Paper built(long seed, boolean smart) {
        Paper paper = Paper.of(folder, seed, smart);
        BuildReport report = paper.site().build();
        assertTrue(
                report.committed(),
                () -> report.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        return paper;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatWasTypedArrivesEverywhereAndNeverAsMoreThanText(long seed) throws Exception {
        Paper paper = built(seed, false);
        articlePages(paper);
        listPages(paper);
        feeds(paper);
        newsSitemap(paper);
        nothingRuns(paper);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void typographicMarksLetNothingRunEither(long seed) throws Exception {
        nothingRuns(built(seed, true));
    }

    private static void articlePages(Paper paper) throws Exception {
        for (Typed typed : paper.articles()) {
            Document page = paper.page(typed.address());
            assertEquals(List.of(typed.headline()), texts(page, "h1"));
            assertEquals(
                    typed.headline() + " – " + paper.name(),
                    page.expectFirst("title").wholeText());
            assertEquals(List.of(typed.headline()), contents(page, "og:title"));
            assertEquals(List.of(typed.standfirst()), contents(page, "og:description"));
            assertEquals(List.of(typed.standfirst()), contents(page, "description"));
            assertEquals(List.of(paper.name()), contents(page, "og:site_name"));
            assertEquals(List.of(typed.tag()), contents(page, "article:tag"));
            assertEquals(List.of(paper.section()), contents(page, "article:section"));
            assertEquals(List.of(typed.author()), contents(page, "author"));
            assertEquals(List.of(typed.caption()), contents(page, "og:image:alt"));
            assertTrue(texts(page, "p").contains(typed.standfirst()), typed::standfirst);
            assertEquals(List.of(typed.tag()), texts(page, "a[rel=tag]"));
            assertTrue(texts(page, "figcaption *").contains(typed.caption()), typed::caption);
            assertTrue(page.expectFirst("main").wholeText().contains(typed.author()), typed::author);
            assertTrue(page.expectFirst("main").wholeText().contains(typed.kicker()), typed::kicker);
            assertTrue(alternatives(page).contains(typed.caption()), typed::caption);
            structuredData(page, typed, paper);
        }
    }

    private static void structuredData(Document page, Typed typed, Paper paper) throws Exception {
        JsonNode data = JSON.readTree(
                page.expectFirst("script[type=application/ld+json]").data());
        JsonNode article = data.path("@graph")
                .valueStream()
                .filter(node -> node.has("headline"))
                .findFirst()
                .orElseThrow();
        assertEquals(typed.headline(), article.get("headline").asText());
        assertEquals(typed.standfirst(), article.get("description").asText());
        assertEquals(typed.author(), article.get("author").findValue("name").asText());
        assertEquals(List.of(typed.tag()), strings(article.get("keywords")));
        assertEquals(List.of(paper.section()), strings(article.get("articleSection")));
    }

    private static void listPages(Paper paper) {
        Document list = paper.page("/world/");
        assertEquals(List.of(paper.section()), texts(list, "h1"));
        Document front = paper.page("/");
        assertTrue(front.expectFirst("body").wholeText().contains(paper.name()), paper::name);
        int onPages = 0;
        for (Document page : List.of(front, list)) {
            for (Typed typed : paper.articles()) {
                var links = texts(page, "main a[href=" + typed.address() + "]");
                assertTrue(links.isEmpty() || links.contains(typed.headline()), () -> typed + " as " + links);
                onPages += links.isEmpty() ? 0 : 1;
            }
        }
        assertTrue(onPages > ARTICLES, "The lists show hardly any article");
        var tags = texts(paper.page("/tag/"), "main a");
        var people = texts(paper.page("/by/"), "main a");
        assertTrue(people.contains(paper.person()), () -> paper.person() + " in " + people);
        assertEquals(List.of(paper.person()), texts(paper.page("/by/somebody/"), "h1"));
        for (Typed typed : paper.articles()) {
            assertTrue(tags.stream().anyMatch(name -> name.contains(typed.tag())), () -> typed.tag() + " in " + tags);
        }
    }

    private static void feeds(Paper paper) throws Exception {
        var rss = Xml.parse(paper.site().published("feed.xml"));
        assertEquals(List.of(paper.name()), Xml.texts(rss, "/rss/channel/title"));
        var atom = Xml.parse(paper.site().published("atom.xml"));
        assertEquals(List.of(paper.name()), Xml.texts(atom, "/feed/title"));
        JsonNode json = JSON.readTree(paper.site().published("feed.json"));
        assertEquals(paper.name(), json.get("title").asText());
        for (Typed typed : paper.articles()) {
            String address = HOME + typed.address();
            String item = "/rss/channel/item[link='" + address + "']";
            assertEquals(List.of(typed.headline()), Xml.texts(rss, item + "/title"));
            assertEquals(List.of(typed.author()), Xml.texts(rss, item + "/creator"));
            assertEquals(List.of(paper.section(), typed.tag()), Xml.texts(rss, item + "/category"));
            assertEquals(List.of(typed.author()), Xml.texts(rss, item + "/content/credit"));
            String summary = Xml.texts(rss, item + "/description").getFirst();
            assertEquals(typed.standfirst(), Jsoup.parseBodyFragment(summary).wholeText());

            String entry = "/feed/entry[link/@href='" + address + "']";
            assertEquals(List.of(typed.headline()), Xml.texts(atom, entry + "/title"));
            assertEquals(List.of(typed.standfirst()), Xml.texts(atom, entry + "/summary"));
            assertEquals(List.of(typed.author()), Xml.texts(atom, entry + "/author/name"));
            assertEquals(List.of(paper.section(), typed.tag()), Xml.texts(atom, entry + "/category/@term"));

            JsonNode one = byUrl(json.get("items"), address);
            assertEquals(typed.headline(), one.get("title").asText());
            assertEquals(typed.standfirst(), one.get("summary").asText());
            assertEquals(typed.author(), one.get("authors").get(0).get("name").asText());
            assertEquals(List.of(paper.section(), typed.tag()), strings(one.get("tags")));
        }
    }

    private static void newsSitemap(Paper paper) throws Exception {
        var news = Xml.parse(paper.site().published("sitemap-news.xml"));
        for (Typed typed : paper.articles()) {
            String url = "/urlset/url[loc='" + HOME + typed.address() + "']/news";
            assertEquals(List.of(typed.headline()), Xml.texts(news, url + "/title"));
            assertEquals(List.of(withoutBrackets(paper.name())), Xml.texts(news, url + "/publication/name"));
        }
    }

    /** Brackets may not stand in a publication's name: the rules of news sitemaps cut there. */
    private static String withoutBrackets(String name) {
        return name.replaceAll("[()]", "");
    }

    /** Each file is parsed as what it says it is; nothing in it runs but the theme's own script. */
    private static void nothingRuns(Paper paper) throws Exception {
        for (var file : SiteBuilder.tree(paper.site().output()).entrySet()) {
            String path = file.getKey();
            if (path.endsWith(".html")) {
                assertNothingRuns(path, Jsoup.parse(paper.site().published(path), HOME + "/"));
            } else if (path.endsWith(".xml")) {
                var feed = Xml.parse(paper.site().published(path));
                for (String html : Xml.texts(feed, "//item/description | //encoded | //entry/content[@type='html']")) {
                    assertNothingRuns(path, Jsoup.parseBodyFragment(html));
                }
            } else if (path.endsWith("feed.json")) {
                JsonNode feed = JSON.readTree(paper.site().published(path));
                for (JsonNode item : feed.get("items")) {
                    assertNothingRuns(
                            path,
                            Jsoup.parseBodyFragment(item.path("content_html").asText()));
                }
            }
        }
    }

    private static void assertNothingRuns(String path, Document page) {
        for (Element element : page.getAllElements()) {
            if (element.normalName().equals("script")) {
                boolean data = element.attr("type").equals("application/ld+json");
                assertTrue(data || element.attr("src").startsWith("/assets/js/"), path + ": " + element);
            }
            element.attributes().forEach(attribute -> {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
                assertFalse(name.startsWith("on"), path + ": " + element);
                if (List.of("href", "src", "action", "formaction", "xlink:href").contains(name)) {
                    assertFalse(value.matches("(javascript|vbscript|data):.*"), path + ": " + element);
                }
            });
        }
    }

    @Test
    void aTextThatIsNotEscapedMayBecomeMarkupButNeverRuns() throws Exception {
        for (long seed = 100; seed < 103; seed++) {
            var writer = new AnyText(seed);
            var site = new SiteBuilder(folder.resolve("loose" + seed)).write("""
                    -- content/site.yaml --
                    name: The Loose Times
                    url: https://texts.example/
                    sections: [world]
                    """);
            for (int i = 0; i < ARTICLES; i++) {
                site.write("content/world/article" + i + ".md", """
                        ---
                        headline: Loose words %d
                        standfirst: %s
                        published: 2026-11-24
                        corrections: [{date: 2026-11-24, text: %s}]
                        ---
                        %s

                        > %s

                        ## %s

                        ::: fact-box {title="A box"}
                        %s
                        :::
                        """.formatted(
                                i,
                                writer.yaml(writer.line()),
                                writer.yaml(writer.line()),
                                writer.line(),
                                writer.line(),
                                writer.line(),
                                writer.line()));
            }
            var options = site.options();
            SiteBuilder.build(new press.broadsheet.build.BuildOptions(
                    options.site(),
                    options.home(),
                    options.output(),
                    null,
                    options.now(),
                    false,
                    false,
                    false,
                    true,
                    false,
                    2));
            var paper = new Paper(site, "", "", "", List.of());
            nothingRuns(paper);
            assertTrue(SiteBuilder.tree(site.output()).size() > ARTICLES / 2, "Hardly anything was published");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0007", "\\0", "\\e", "\\ud800", "\\udc00", "\\uFFFE", "\\uFFFF", "\\x08"})
    void aCharacterThatNoReaderCanBeShownIsTold(String character) {
        var site = new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Silent Times
                url: https://texts.example/
                sections: [world]
                -- content/world/bell.md --
                ---
                headline: "A bell %s rings"
                published: 2026-11-24
                ---
                A text.
                """.formatted(character));
        BuildReport report = site.build();
        assertEquals(
                List.of("control-character"),
                report.problems().stream().map(problem -> problem.code().id()).toList());
        assertFalse(report.committed());
    }

    private static List<String> texts(Element page, String query) {
        return page.select(query).stream()
                .map(element -> trimLines(element.wholeText()))
                .toList();
    }

    /** The template's own line ends around a text are not the text's. */
    private static String trimLines(String text) {
        return text.replaceAll("^\\n+|\\n+$", "");
    }

    private static List<String> contents(Document page, String name) {
        return page.select("meta[property=" + name + "], meta[name=" + name + "]")
                .eachAttr("content");
    }

    private static List<String> alternatives(Document page) {
        return page.select("img").eachAttr("alt");
    }

    private static List<String> strings(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        return Stream.of(node)
                .flatMap(list -> list.valueStream())
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode byUrl(JsonNode items, String address) {
        Map<String, JsonNode> byUrl = items.valueStream()
                .collect(Collectors.toMap(item -> item.get("url").asText(), item -> item));
        JsonNode found = byUrl.get(address);
        assertTrue(found != null, () -> address + " in " + byUrl.keySet());
        return java.util.Objects.requireNonNull(found);
    }
}
