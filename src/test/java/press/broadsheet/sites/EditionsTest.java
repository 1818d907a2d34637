package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildReport;

/** Papers in other languages, whole: dates, plurals, quotation marks, direction, addresses, feeds and translations. */
class EditionsTest {
    private static final URI BASE = URI.create("https://editions.example/");

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder built(String paper) {
        SiteBuilder site = new SiteBuilder(folder.resolve("paper")).write(paper);
        BuildReport report = site.build();
        assertEquals(List.of(), report.problems());
        assertEquals(List.of(), Crawler.crawl(site.output(), BASE).faults());
        return site;
    }

    private static Document page(SiteBuilder site, String address) {
        return Jsoup.parse(
                site.published(address.substring(1) + "index.html"),
                BASE.resolve(address).toString());
    }

    /** That many articles of one tag each, so that a list of any length can be looked at. */
    private static String articles(String folder, String tag, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> """
                -- %s/%s-%d.md --
                ---
                headline: %s %d
                published: 2026-10-%02d
                tags: [%s]
                slug: %s-%d
                ---
                %s
                """.formatted(folder, tag, i, tag, i, 1 + i % 28, tag, "n" + count, i, tag))
                .collect(Collectors.joining());
    }

    private static String main(SiteBuilder site, String address) {
        return page(site, address).expectFirst("main").text();
    }

    private static void assertLanguage(String language, String direction, SiteBuilder site, String address) {
        Element html = page(site, address).expectFirst("html");
        assertEquals(language, html.attr("lang"), address);
        assertEquals(direction, html.attr("dir"), address);
    }

    private static void assertFeedLanguage(String language, SiteBuilder site, String folder) {
        Document rss = Jsoup.parse(site.published(folder + "feed.xml"), "", Parser.xmlParser());
        assertEquals(language, rss.expectFirst("channel > language").text());
        Document atom = Jsoup.parse(site.published(folder + "atom.xml"), "", Parser.xmlParser());
        assertEquals(language, atom.expectFirst("feed").attr("xml:lang"));
        assertTrue(site.published(folder + "feed.json").contains("\"language\":\"" + language + "\""));
    }

    private static final String UKRAINIAN = """
            -- content/site.yaml --
            name: The Two Banks
            url: https://editions.example/
            zone: Europe/Kyiv
            language: en
            sections: [{id: city, name: City}]
            editions: [{language: uk, name: Два береги, sections: [{id: city, name: Місто}]}]
            -- content/city/bridge.md --
            ---
            headline: The bridge closes
            published: 2026-11-23T18:05
            ---
            "It is old," she said.
            -- content/uk/city/bridge.md --
            ---
            headline: Міст зачиняють, а Юрій Згурський із Запоріжжя їде до Щасливого
            published: 2026-11-23T18:05
            tags: [Мости й пороми]
            ---
            "Він кам'яний, і "старий" теж", -- сказала вона.
            -- content/uk/city/own.md --
            ---
            headline: Лише українською
            published: 2026-11-22
            ---
            Текст.
            """;

    @Test
    void aUkrainianEditionCountsQuotesAndRomanisesAsUkrainiansDo() {
        SiteBuilder site = built(UKRAINIAN
                + articles("content/uk/city", "один", 1)
                + articles("content/uk/city", "два", 2)
                + articles("content/uk/city", "пять", 5)
                + articles("content/uk/city", "двадцять", 21));
        assertLanguage("uk", "ltr", site, "/uk/");
        assertLanguage("en", "ltr", site, "/");
        assertTrue(main(site, "/uk/tag/odyn/").contains("1 матеріал "), main(site, "/uk/tag/odyn/"));
        assertTrue(main(site, "/uk/tag/dva/").contains("2 матеріали "));
        assertTrue(main(site, "/uk/tag/piat/").contains("5 матеріалів "));
        assertTrue(main(site, "/uk/tag/dvadtsiat/").contains("21 матеріал "));

        // Resolution 55 of 27 January 2010: Zgh for зг, yi and ye only at the start of a word, no sign for ь and the
        // apostrophe.
        String address = "/uk/city/2026/11/23/mist-zachyniaiut-a-yurii-zghurskyi-iz-zaporizhzhia-yide-do-shchaslyvoho/";
        Document article = page(site, address);
        assertEquals("23 листопада 2026, 18:05", date(article));
        assertTrue(
                main(site, address).contains("«Він кам’яний, і „старий“ теж», – сказала вона."), main(site, address));
        assertTrue(main(site, "/city/2026/11/23/the-bridge-closes/").contains("“It is old,” she said."));
        assertTrue(Files.exists(site.output().resolve("uk/tag/mosty-y-poromy/index.html")));
        assertFeedLanguage("uk", site, "uk/");
        assertFeedLanguage("en", site, "");
    }

    @Test
    void translationsNameOneAnotherInHeadsAndSitemapsAlike() {
        SiteBuilder site = built(UKRAINIAN);
        String english = BASE + "city/2026/11/23/the-bridge-closes/";
        String ukrainian =
                BASE + "uk/city/2026/11/23/mist-zachyniaiut-a-yurii-zghurskyi-iz-zaporizhzhia-yide-do-shchaslyvoho/";
        var expected = Map.of("en", english, "uk", ukrainian, "x-default", english);
        assertEquals(
                new TreeMap<>(expected),
                alternates(page(site, URI.create(english).getPath())));
        assertEquals(
                new TreeMap<>(expected),
                alternates(page(site, URI.create(ukrainian).getPath())));
        assertEquals(
                new TreeMap<>(Map.of("en", BASE + "", "uk", BASE + "uk/", "x-default", BASE + "")),
                alternates(page(site, "/uk/")));
        assertEquals(Map.of(), alternates(page(site, "/uk/city/2026/11/22/lyshe-ukrainskoiu/")));
        assertAlternatesAgree(site);
    }

    @Test
    void anArticleThatTheDefaultEditionLacksStillHasTheSameAlternatesEverywhere() {
        SiteBuilder site = built("""
                -- content/site.yaml --
                name: The Three Banks
                url: https://editions.example/
                language: en
                sections: [city]
                editions: [{language: uk, name: Три, sections: [city]}, {language: fa, name: سه, sections: [city]}]
                -- content/city/a.md --
                ---
                headline: English only
                published: 2026-11-22
                ---
                Text.
                -- content/uk/city/b.md --
                ---
                headline: Новина
                published: 2026-11-23
                ---
                Текст.
                -- content/fa/city/b.md --
                ---
                headline: خبر
                slug: khabar
                published: 2026-11-23
                translationOf: uk/city/b
                ---
                متن.
                """);
        assertEquals(3, alternates(page(site, "/uk/city/2026/11/23/novyna/")).size());
        assertAlternatesAgree(site);
    }

    @Test
    void aJapanesePaperKeepsItsLettersAndDatesAndQuotesItsOwnWay() {
        SiteBuilder site = built("""
                -- content/site.yaml --
                name: 川の新聞
                url: https://editions.example/
                zone: Asia/Tokyo
                language: ja
                sections: [{id: city, name: 街}]
                -- content/city/river.md --
                ---
                headline: 川が増水、町に避難指示
                published: 2026-11-23T23:30
                tags: [天気]
                ---
                町長は"川の'主'が怒った"と言った。
                -- content/city/signs.md --
                ---
                headline: "！？…"
                published: 2026-11-22
                ---
                本文。
                """);
        assertLanguage("ja", "ltr", site, "/");
        String address = "/city/2026/11/23/川が増水-町に避難指示/";
        Document article = page(site, address);
        assertTrue(date(article).startsWith("2026年11月23日"), date(article));
        assertTrue(
                article.expectFirst("main").text().contains("町長は「川の"),
                article.expectFirst("main").text());
        assertTrue(article.expectFirst("main").text().contains("怒った」と言った。"));
        assertTrue(
                Files.exists(site.output().resolve("city/2026/11/22/signs/index.html")),
                "A headline without letters takes its file's name for its address");
        assertEquals(
                BASE
                        + "city/2026/11/23/%E5%B7%9D%E3%81%8C%E5%A2%97%E6%B0%B4-%E7%94%BA%E3%81%AB%E9%81%BF%E9%9B%A3%E6%8C%87%E7%A4%BA/",
                article.expectFirst("link[rel=canonical]").attr("href"));
        assertTrue(Files.exists(site.output().resolve("tag/天気/index.html")));
        assertFeedLanguage("ja", site, "");
    }

    @Test
    void anArabicPaperRunsFromTheRightAndHasSixWaysToCount() {
        SiteBuilder site = built("""
                -- content/site.yaml --
                name: جريدة النهر
                url: https://editions.example/
                zone: Asia/Baghdad
                language: ar
                sections: [{id: city, name: المدينة}, {id: empty, name: فارغ}]
                editions: [{language: fa, name: روزنامهٔ رود, sections: [{id: city, name: شهر}]}]
                -- content/city/river.md --
                ---
                headline: النهر يرتفع
                published: 2026-11-23T09:00
                ---
                قال "النهر 'قديم' هنا" ثم مضى.
                -- content/fa/city/river.md --
                ---
                headline: رود بالا می‌آید
                slug: rud
                published: 2026-11-23T09:00
                ---
                او گفت "رود کهن است".[^1]

                [^1]: یک.
                """
                + articles("content/city", "واحد", 1)
                + articles("content/city", "اثنان", 2)
                + articles("content/city", "ثلاثة", 3)
                + articles("content/city", "كثير", 11));
        assertLanguage("ar", "rtl", site, "/");
        assertLanguage("fa", "rtl", site, "/fa/");
        assertTrue(main(site, "/tag/واحد/").contains("مادة واحدة"), main(site, "/tag/واحد/"));
        assertTrue(main(site, "/tag/اثنان/").contains("مادتان"), main(site, "/tag/اثنان/"));
        assertTrue(main(site, "/tag/ثلاثة/").matches("(?s).*[3٣] مواد.*"), main(site, "/tag/ثلاثة/"));
        assertTrue(main(site, "/tag/كثير/").matches("(?s).*(11|١١) مادة.*"), main(site, "/tag/كثير/"));
        Document article = page(site, "/city/2026/11/23/النهر-يرتفع/");
        assertTrue(article.expectFirst("main").text().contains("قال «النهر ‹قديم› هنا» ثم مضى."), article.text());
        assertTrue(date(article).contains("نوفمبر") || date(article).contains("تشرين"), date(article));
        assertTrue(main(site, "/fa/city/2026/11/23/rud/").contains("او گفت «رود کهن است».۱"));
        Document persian = page(site, "/fa/city/2026/11/23/rud/");
        assertEquals("۲ آذر ۱۴۰۵، ۰۹:۰۰", date(persian));
        assertEquals(
                "2026-11-23T09:00:00+03:00", persian.expectFirst("main time").attr("datetime"));
        assertTrue(main(site, "/fa/archive/2026/11/23/").contains("۲ آذر ۱۴۰۵"), main(site, "/fa/archive/2026/11/23/"));
        assertTrue(main(site, "/fa/archive/2026/11/").contains("نوامبر ۲۰۲۶"), main(site, "/fa/archive/2026/11/"));
        assertFeedLanguage("ar", site, "");
        assertFeedLanguage("fa", site, "fa/");
        assertAlternatesAgree(site);
        assertFalse(alternates(page(site, "/fa/")).isEmpty());
    }

    private static String date(Document article) {
        return article.expectFirst("main time").text();
    }

    @Test
    void pagesOfCorrectionsNameOneAnotherEvenIfOneOfThemIsEmpty() {
        SiteBuilder site = built("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                sections: [world]
                editions: [{language: uk, name: Ліхтар, sections: [world]}]
                -- content/world/river.md --
                ---
                headline: The river rises
                published: 2026-11-20
                corrections:
                  - {date: 2026-11-21, text: It rose by two metres.}
                ---
                Text.
                """);
        Map<String, String> english = alternates(page(site, "/corrections/"));
        assertEquals(3, english.size(), english.toString());
        assertEquals(english, alternates(page(site, "/uk/corrections/")));
    }

    private static Map<String, String> alternates(Document page) {
        var alternates = new TreeMap<String, String>();
        for (Element link : page.select("link[rel=alternate][hreflang]")) {
            alternates.put(link.attr("hreflang"), link.attr("href"));
        }
        return alternates;
    }

    /** The sitemaps name for each page the alternates that its head names, and all of a set name one another. */
    private static void assertAlternatesAgree(SiteBuilder site) {
        int pages = 0;
        for (String path : SiteBuilder.tree(site.output()).keySet()) {
            if (!path.startsWith("sitemaps/")) {
                continue;
            }
            Document sitemap = Jsoup.parse(site.published(path), "", Parser.xmlParser());
            for (Element url : sitemap.select("url")) {
                String address = url.expectFirst("loc").text();
                var told = new TreeMap<String, String>();
                for (Element link : url.select("xhtml|link")) {
                    told.put(link.attr("hreflang"), link.attr("href"));
                }
                var inHead = alternates(page(site, URI.create(address).getPath()));
                assertEquals(inHead, told, address);
                assertTrue(told.isEmpty() || told.containsValue(address), address);
                for (String other : told.values()) {
                    assertEquals(told, alternates(page(site, URI.create(other).getPath())), address + " and " + other);
                }
                pages++;
            }
        }
        assertTrue(pages > 2, "The sitemaps are empty");
    }
}
