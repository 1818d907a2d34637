package press.broadsheet.make.sitemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.broadsheet.files.OutputPath;
import press.broadsheet.make.Cards;
import press.broadsheet.make.StubDesk;
import press.broadsheet.news.Site;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Output.NoticeKind;
import press.broadsheet.problem.Problems;

/** robots.txt (TR6), llms.txt (TR7) and the web manifest. */
class NoticeMakerTest {
    private final Site site = StubDesk.site("https://lantern.example/paper/", 20);
    private final StubDesk english = new StubDesk(site, 0);
    private final StubDesk ukrainian = new StubDesk(site, 1);

    @Test
    void robotsTurnsAwayWhomThePaperBlocksAndNamesTheSitemaps() {
        english.cards.add(Cards.card("fresh").published("2026-11-24T07:00:00Z").build());
        assertEquals("""
                User-agent: *
                Disallow: /paper/private/

                User-agent: GPTBot
                User-agent: CCBot
                Disallow: /

                Sitemap: https://lantern.example/paper/sitemap.xml
                Sitemap: https://lantern.example/paper/sitemap-news.xml
                """, make(NoticeKind.ROBOTS, english));
    }

    @Test
    void robotsLetsAllInWhereNothingIsForbiddenAndNamesNoNewsSitemapWhereThereIsNone() {
        assertEquals("""
                User-agent: *
                Allow: /

                Sitemap: https://lantern.example/paper/sitemap.xml
                """, make(NoticeKind.ROBOTS, crawlers(List.of(), List.of())));
    }

    @Test
    void aSettingCannotAddALineToRobots() {
        String text = make(NoticeKind.ROBOTS, crawlers(List.of("/a\nAllow: /secret"), List.of("Bot\r\nAllow: /#x")));
        assertTrue(text.lines().noneMatch(line -> line.startsWith("Allow")), text);
    }

    @Test
    void theGuideForLanguageModelsNamesThePaperItsSectionsAndItsNews() {
        StubDesk.together(english, ukrainian);
        english.cards.add(Cards.card("a").headline("Rates [up] *today*").build());
        english.cards.add(Cards.card("b").hiddenFrom("llm").build());
        english.cards.add(Cards.card("c").noindex().build());
        assertEquals("""
                # The Lantern

                > News of "Brook" & \\<hills\\>

                ## Sections

                - [World & Wars](https://lantern.example/paper/section/world/): All

                ## Newest articles

                - [Rates \\[up\\] \\*today\\*](https://lantern.example/paper/world/a/)

                ## Editions

                - [Ліхтар](https://lantern.example/paper/uk/): Новини
                """, make(NoticeKind.LLMS, english));
    }

    @Test
    void theManifestNamesThePaperAndItsIcon() throws Exception {
        ukrainian.assets.put("icons/icon.svg", "/paper/assets/icons/icon.0a1b.svg");
        JsonNode manifest = new ObjectMapper().readTree(make(NoticeKind.MANIFEST, ukrainian));
        assertEquals("Ліхтар", manifest.get("name").asText());
        assertEquals("uk", manifest.get("lang").asText());
        assertEquals("/paper/uk/", manifest.get("start_url").asText());
        assertEquals("#a4262c", manifest.get("theme_color").asText());
        JsonNode icon = manifest.get("icons").get(0);
        assertEquals("/paper/assets/icons/icon.0a1b.svg", icon.get("src").asText());
        assertEquals("image/svg+xml", icon.get("type").asText());
    }

    @Test
    void theFaviconStandsInForAnIcon() throws Exception {
        english.assets.put("icons/favicon.svg", "/paper/assets/icons/favicon.0a1b.svg");
        JsonNode manifest = new ObjectMapper().readTree(make(NoticeKind.MANIFEST, english));
        assertEquals(
                "/paper/assets/icons/favicon.0a1b.svg",
                manifest.get("icons").get(0).get("src").asText());
    }

    @Test
    void homeScreensFindIconsOfTheSizesThatTheyAskFor() throws Exception {
        english.assets.put("icons/favicon.svg", "/paper/assets/icons/favicon.0a1b.svg");
        english.assets.put("icons/icon-512.png", "/paper/assets/icons/icon-512.0a1b.png");
        english.assets.put("icons/icon-192.png", "/paper/assets/icons/icon-192.0a1b.png");
        JsonNode icons =
                new ObjectMapper().readTree(make(NoticeKind.MANIFEST, english)).get("icons");
        assertEquals(3, icons.size());
        assertEquals("any", icons.get(0).get("sizes").asText());
        assertEquals("192x192", icons.get(1).get("sizes").asText());
        assertEquals("image/png", icons.get(1).get("type").asText());
        assertEquals(
                "/paper/assets/icons/icon-512.0a1b.png", icons.get(2).get("src").asText());
    }

    @Test
    void aManifestWithoutAnIconNamesNone() throws Exception {
        JsonNode manifest = new ObjectMapper().readTree(make(NoticeKind.MANIFEST, english));
        assertNull(manifest.get("icons"));
        assertFalse(manifest.get("name").asText().isEmpty());
    }

    private StubDesk states(Site.Statements statements) {
        return new StubDesk(
                new Site(
                        site.url(),
                        site.zone(),
                        site.editions(),
                        site.organisation(),
                        site.lists(),
                        site.text(),
                        site.crawlers(),
                        site.params(),
                        site.history(),
                        statements,
                        site.organisationPlaces()),
                0);
    }

    @Test
    void holesAreReportedWhereTheStandardLooks() {
        var security = new Site.Security(
                List.of("mailto:a@lantern.example", "https://lantern.example/report\nContact: tel:1"),
                Instant.parse("2027-06-30T00:00:00Z"),
                "https://lantern.example/policy/",
                "",
                "",
                StubDesk.PLACE);
        StubDesk desk = states(new Site.Statements(security, List.of(), List.of()));
        StubDesk.together(desk, ukrainian);
        assertEquals("""
                Contact: mailto:a@lantern.example
                Contact: https://lantern.example/report Contact: tel:1
                Expires: 2027-06-30T00:00:00Z
                Preferred-Languages: en, uk
                Canonical: https://lantern.example/paper/.well-known/security.txt
                Policy: https://lantern.example/policy/
                """, make(NoticeKind.SECURITY, desk));
    }

    @Test
    void statementsOfTrustAndSellersOfSpaceAreOneALine() {
        var desk = states(new Site.Statements(
                null, List.of("social=https://s.example/", "datatrainingallowed=no"), List.of("a.example, 1, DIRECT")));
        assertEquals("social=https://s.example/\ndatatrainingallowed=no\n", make(NoticeKind.TRUST, desk));
        assertEquals("a.example, 1, DIRECT\n", make(NoticeKind.ADS, desk));
    }

    private StubDesk crawlers(List<String> disallow, List<String> blocked) {
        return new StubDesk(
                new Site(
                        site.url(),
                        site.zone(),
                        site.editions(),
                        site.organisation(),
                        site.lists(),
                        site.text(),
                        new Site.Crawlers(disallow, blocked, true),
                        site.params()),
                0);
    }

    private static String make(NoticeKind kind, StubDesk desk) {
        var output = new Output.Notice(new OutputPath("x"), kind, desk.language(), StubDesk.PLACE);
        return new String(new NoticeMaker().make(output, desk, new Problems()), StandardCharsets.UTF_8);
    }
}
