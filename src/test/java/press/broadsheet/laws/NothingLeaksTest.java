package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.sites.SiteBuilder;

/** Nothing of what readers must not see is in any byte or name of the published folder; in warm builds and cold ones. */
class NothingLeaksTest {
    /** In every word that only the article has; no theme and no other article has it. */
    private static final String CANARY = "quokka";

    private static final Instant EMBARGO = Instant.parse("2026-11-25T06:00:00Z");

    private static final String PAPER = """
            -- content/site.yaml --
            name: The Silent Times
            url: https://silent.example/
            zone: Europe/Kyiv
            language: en
            sections: [world, sport]
            editions: [{language: uk, name: Тиша, sections: [{id: world, name: Світ}]}]
            history: true
            -- content/front.yaml --
            - id: top
              layout: lead
              limit: 3
              pinned:
                - {article: quokka-plan, kicker: Quokkas, headline: Quokkas to move, boost: 3}
                - {article: river, supporting: [quokka-plan, bridge]}
              backfill: {}
            -- content/world/river.md --
            ---
            headline: The river rises
            slug: river
            standfirst: Water everywhere.
            published: 2026-11-20T08:00
            tags: [Flood]
            related: [quokka-plan]
            follows: [quokka-plan]
            ---
            Water stood in the streets. See [[quokka-plan]], [the plan](quokka-plan.md) and [[quokka-plan#why|why]].
            -- content/world/bridge.md --
            ---
            headline: The bridge opens
            slug: bridge
            published: 2026-11-23T08:00
            authors: [Ada King]
            tags: [Flood]
            updates: [{date: 2026-11-23T10:00, text: The mayor was there.}]
            ---
            Nobody fell in.
            -- content/uk/world/own.md --
            ---
            headline: Річка підіймається
            published: 2026-11-20T08:00
            slug: own
            translationOf: quokka-plan
            ---
            Вода стояла на вулицях..
            """;

    /** @param state lines of front matter that say why readers do not see it */
    private static String secret(String state) {
        return """
                -- content/world/quokka-plan.md --
                ---
                headline: Quokkas are to move, a quokka says
                seoHeadline: Quokkas move
                shortHeadline: Quokka move
                kicker: Quokkas
                standfirst: The quokka has a plan.
                id: quokka-secret
                slug: quokka-plan
                tags: [Quokkas, Flood]
                authors: [Quincy Quokka]
                contributors: [{name: Quentin Quokka, role: editor}]
                source: {name: Quokka Press, url: https://quokka.example/}
                story: quokkas
                aliases: [/quokka-old/]
                image: {src: quokka.svg, alt: A quokka, caption: A quokka sits., credit: Quinn Quokka}
                keyPoints: [Quokkas move., Quokkas stay.]
                corrections: [{date: 2026-11-26T10:00, text: It was a quokka.}]
                updates: [{date: 2026-11-26T11:00, text: A quokka answered.}]
                sources: [{name: Quokka papers, url: https://quokka.example/papers}]
                method: We asked a quokka.
                warning: Shows a quokka.
                ai: {use: assisted, note: A program counted quokkas.}
                breaking: {until: 2026-11-30T00:00}
                dateline: {city: Quokkaville, country: Quokkaland}
                params: {colour: quokka}
                people: [Quincy Quokka]
                organisations: [{name: Quokka League, uri: "https://quokka.example/league"}]
                places: [Quokkaville]
                events: [Quokka Days]
                note: quokka
                %s---
                A quokka. ![Two quokkas](quokkas.svg "Quokkas by Quinn Quokka")

                ::: quote {by="Quincy Quokka, keeper"}
                A quokka never lies.
                :::

                ## Why the quokka

                <!-- quokka -->
                Because.
                -- content/world/quokka.svg --
                <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>quokka</title></svg>
                -- content/world/quokkas.svg --
                <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>quokkas</title></svg>
                """.formatted(state);
    }

    private static final String PUBLISHED = "published: 2026-11-19T08:00\n";

    @TempDir
    private Path folder = Path.of("");

    private static BuildReport build(SiteBuilder site, Path output, Instant moment) {
        BuildOptions o = site.options();
        return SiteBuilder.build(
                new BuildOptions(o.site(), o.home(), output, null, moment, false, false, false, false, false, 2));
    }

    private static Map<String, String> found(Path output) {
        var found = new TreeMap<String, String>();
        SiteBuilder.tree(output).forEach((path, bytes) -> {
            String text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT);
            int at = text.indexOf(CANARY);
            if (path.toLowerCase(Locale.ROOT).contains(CANARY)) {
                found.put(path, "in its name");
            } else if (at >= 0) {
                found.put(path, text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60)));
            }
        });
        return found;
    }

    /** The paper as if the article had never been written. */
    private Map<String, String> without(Instant moment) {
        SiteBuilder site = new SiteBuilder(folder.resolve("without"));
        site.write(PAPER.lines()
                .map(line -> line.replace("supporting: [quokka-plan, bridge]", "supporting: [bridge]"))
                .map(line -> line.startsWith("Water") ? "Water." : line)
                .filter(line -> !line.contains(CANARY))
                .collect(Collectors.joining("\n")));
        build(site, site.output(), moment);
        return SiteBuilder.tree(site.output());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embargo: 2026-11-25T08:00\n",
                "published: 2026-11-19T08:00\nembargo: 2026-11-25T08:00\n",
                "published: 2026-11-25T08:00\n",
                "published: 2026-11-19T08:00\nstatus: draft\n",
                "published: 2026-11-19T08:00\nstatus: review\n",
                "published: 2026-11-19T08:00\nstatus: withheld\n",
                "published: 2026-11-19T08:00\nexpires: 2026-11-24T12:00Z\n"
            })
    void nothingOfAnArticleThatIsHeldBackIsAnywhere(String state) {
        SiteBuilder cold = new SiteBuilder(folder.resolve("cold")).write(PAPER).write(secret(state));
        BuildReport report = build(cold, cold.output(), SiteBuilder.NOON);
        assertTrue(report.committed(), report.problems().toString());
        assertEquals(Map.of(), found(cold.output()));

        // Readers had all of it; then it is held back.
        SiteBuilder warm = new SiteBuilder(folder.resolve("warm")).write(PAPER).write(secret(PUBLISHED));
        assertTrue(build(warm, warm.output(), SiteBuilder.NOON).committed());
        assertFalse(found(warm.output()).isEmpty());
        warm.write(secret(state));
        assertTrue(build(warm, warm.output(), SiteBuilder.NOON).committed());
        assertEquals(Map.of(), found(warm.output()));
        assertEquals(SiteBuilder.tree(cold.output()), SiteBuilder.tree(warm.output()));
    }

    @Test
    void whoeverComparesFindsNoTraceInNumbersNeighboursAndOrderEither() {
        SiteBuilder site = new SiteBuilder(folder.resolve("paper"))
                .write(PAPER)
                .write(secret(PUBLISHED + "embargo: 2026-11-25T08:00\n"));
        build(site, site.output(), SiteBuilder.NOON);
        Map<String, String> without = without(SiteBuilder.NOON);
        Map<String, String> with = SiteBuilder.tree(site.output());
        assertEquals(without.keySet(), with.keySet());
        without.forEach((path, bytes) -> {
            if (!path.contains("river") && !path.contains("own") && !path.contains("feed") && !path.contains("atom")) {
                assertEquals(bytes, with.get(path), path);
            }
        });
    }

    @Test
    void anEmbargoEndsAtItsInstantAndThenAllOfItIsThereAsFirstPublishedThen() {
        SiteBuilder site =
                new SiteBuilder(folder.resolve("paper")).write(PAPER).write(secret("embargo: 2026-11-25T08:00\n"));
        build(site, site.output(), EMBARGO.minusSeconds(1));
        assertEquals(Map.of(), found(site.output()));
        BuildReport report = build(site, site.output(), EMBARGO);
        assertTrue(report.committed(), report.problems().toString());
        Map<String, String> found = found(site.output());
        for (String path : new String[] {
            "index.html",
            "feed.xml",
            "atom.xml",
            "feed.json",
            "sitemap-news.xml",
            "sitemaps/2026-11.xml",
            "llms.txt",
            "latest/index.html",
            "archive/2026/11/25/index.html",
            "tag/quokkas/index.html",
            "by/quincy-quokka/index.html",
            "story/quokkas/index.html",
            "world/2026/11/25/quokka-plan/index.html",
            "world/2026/11/23/bridge/index.html",
            "world/2026/11/20/river/index.html",
            "media/world/quokka.svg",
            "media/world/quokkas.svg",
            "quokka-old/index.html",
            "corrections/index.html"
        }) {
            assertTrue(found.containsKey(path), path + " of " + found.keySet());
        }
        assertTrue(site.published("world/2026/11/25/quokka-plan/index.html")
                .contains("\"datePublished\":\"2026-11-25T08:00:00+02:00\""));
        Path cold = site.folder().resolve("cold");
        build(site, cold, EMBARGO.plusSeconds(1));
        assertEquals(SiteBuilder.tree(site.output()), SiteBuilder.tree(cold));
    }

    @Test
    void theDateOfPublicationIsKeptWhereItIsGiven() {
        SiteBuilder site = new SiteBuilder(folder.resolve("paper"))
                .write(PAPER)
                .write(secret("published: 2026-11-24T09:00\nembargo: 2026-11-25T08:00\n"));
        build(site, site.output(), EMBARGO);
        assertTrue(site.published("world/2026/11/24/quokka-plan/index.html")
                .contains("\"datePublished\":\"2026-11-24T09:00:00+02:00\""));
    }

    /** @param state lines of front matter that say why readers do not see it */
    private static String live(String state) {
        return """
                -- content/world/quokka-live.md --
                ---
                headline: Quokkas, live
                slug: quokka-live
                genre: live
                published: 2026-11-24T08:00
                live: {start: 2026-11-24T08:00}
                %s---
                ::: entry {time="09:00" title="A quokka arrives" author="Quinn Quokka" key}
                The quokka is here.
                :::

                ::: entry {time="08:30"}
                No quokka yet.
                :::
                """.formatted(state);
    }

    @Test
    void nothingOfALiveReportThatIsHeldBackIsAnywhereNorOfOneThatWasWithdrawnButItsNotice() {
        SiteBuilder site = new SiteBuilder(folder.resolve("live"))
                .write(PAPER)
                .write(secret("status: draft\npublished: 2026-11-24\n"));
        String page = "world/2026/11/24/quokka-live/";
        site.write(live("embargo: 2026-11-25T08:00\n"));
        BuildReport report = build(site, site.output(), SiteBuilder.NOON);
        assertTrue(report.committed(), report.problems().toString());
        assertEquals(Map.of(), found(site.output()));
        build(site, site.output(), EMBARGO);
        assertTrue(
                found(site.output()).containsKey(page + "live.json"),
                found(site.output()).toString());
        site.write(live("status: withdrawn\nreason: It was staged.\n"));
        build(site, site.output(), EMBARGO);
        assertEquals(java.util.Set.of(page + "index.html"), found(site.output()).keySet());
    }

    @Test
    void anAddressTypedByHandToWhatIsHeldBackIsAnError() {
        SiteBuilder site = new SiteBuilder(folder.resolve("paper"))
                .write(PAPER)
                .write(secret(PUBLISHED + "embargo: 2026-11-25T08:00\n"))
                .write("content/sport/match.md", """
                        ---
                        headline: A match
                        published: 2026-11-24
                        ---
                        See [this](/world/2026/11/19/quokka-plan/) or [that](/quokka-old/).
                        """);
        BuildReport report = build(site, site.output(), SiteBuilder.NOON);
        assertFalse(report.committed());
        assertEquals(
                2,
                report.problems().stream()
                        .filter(problem -> problem.code().id().equals("address-of-held-back"))
                        .count());
    }

    /** An article that a reporter at another desk wrote, who knows where the secret one will stand. */
    private static String tellTale(String fields, String text) {
        return """
                ---
                headline: A match
                published: 2026-11-24
                image: {src: goal.svg, alt: A goal, credit: Ada King%s
                ---
                Nobody won.

                %s
                """.formatted(fields, text);
    }

    private BuildReport buildWith(String path, String content) {
        SiteBuilder site = new SiteBuilder(folder.resolve("typed"))
                .write(PAPER)
                .write(secret(PUBLISHED + "embargo: 2026-11-25T08:00\n"))
                .write("content/sport/goal.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")
                .write(path, content);
        return build(site, site.output(), SiteBuilder.NOON);
    }

    private static void assertToldOnce(BuildReport report) {
        assertFalse(report.committed());
        assertEquals(
                1,
                report.problems().stream()
                        .filter(problem -> problem.code().id().equals("address-of-held-back"))
                        .count(),
                () -> report.problems().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](https://silent.example/world/2026/11/19/quokka-plan/)",
                "[x](http://www.Silent.example:80/world/2026/11/19/quokka-plan?from=mail#why)",
                "[x](//silent.example/world/2026/11/19/quokka-plan/)",
                "[x](https://silent.example/sport/../world/2026/11/19/%71uokka-plan/index.html)",
                "[x][plan]\n\n[plan]: https://silent.example/world/2026/11/19/quokka-plan/",
                "[x](https://silent.example/quokka-old/)",
                "<https://silent.example/world/2026/11/19/quokka-plan/>",
                "Read https://silent.example/world/2026/11/19/quokka-plan/ tomorrow.",
                "Read https://silent.example/world/2026/11/19/quokka-plan.",
                "Read /world/2026/11/19/quokka-plan/ tomorrow.",
                "Read (/world/2026/11/19/quokka-plan).",
                "`/world/2026/11/19/quokka-plan/`",
                "*/world/2026/11/19/quokka-plan/index.html*",
                "Read silent.example/world/2026/11/19/quokka-plan/ tomorrow.",
                "Read www.silent.example/quokka-old/.",
                "A note.[^1]\n\n[^1]: /world/2026/11/19/quokka-plan/",
                "> /world/2026/11/19/quokka-plan/",
                "::: fact-box {title=\"Read /world/2026/11/19/quokka-plan/\"}\nNo.\n:::",
                "[x](/world/2026/11/19/quokka-plan/)",
                "[x][plan]\n\n[plan]: /world/2026/11/19/quokka-plan/",
                "`https://silent.example/world/2026/11/19/quokka-plan/`",
                "[[https://silent.example/world/2026/11/19/quokka-plan/|x]]",
                "![x](https://silent.example/world/2026/11/19/quokka-plan/map.png)",
                "![A goal](goal.svg \"See [x](https://silent.example/world/2026/11/19/quokka-plan/)\")",
                "A <a class=\"x\" href='https://silent.example/world/2026/11/19/quokka-plan/'>x</a>",
                "<div><a href=\"https://silent.example/world/2026/11/19/quokka-plan/\">x</a></div>",
                "<blockquote cite=\"https://silent.example/world/2026/11/19/quokka-plan/\">x</blockquote>",
                "A note.[^1]\n\n[^1]: https://silent.example/world/2026/11/19/quokka-plan/",
                "::: quote {by=\"Ada, [here](https://silent.example/world/2026/11/19/quokka-plan/)\"}\nNo.\n:::",
                "::: quote {by=\"Ada, [here](/world/2026/11/19/quokka-plan/)\"}\nNo.\n:::",
                "::: embed {name=\"document\" url=\"https://silent.example/world/2026/11/19/quokka-plan/\" title=\"A\"}\nA.\n:::"
            })
    void aWholeAddressOfThePaperInATextIsAnErrorAsOneFromItsRootIs(String text) {
        assertToldOnce(buildWith("content/sport/match.md", tellTale("}", text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", caption: \"[x](https://silent.example/world/2026/11/19/quokka-plan/)\"}",
                ", creditUrl: https://silent.example/world/2026/11/19/quokka-plan/}",
                "}\nstandfirst: \"More [soon](https://silent.example/world/2026/11/19/quokka-plan/).\"",
                "}\nsources: [{name: A, url: https://silent.example/world/2026/11/19/quokka-plan/}]",
                "}\nsource: {name: A, original: https://silent.example/world/2026/11/19/quokka-plan/}",
                "}\ncanonical: https://silent.example/world/2026/11/19/quokka-plan/",
                "}\npeople: [{name: Ada, uri: https://silent.example/world/2026/11/19/quokka-plan/}]",
                "}\nauthors: [{name: Ada, url: https://silent.example/world/2026/11/19/quokka-plan/}]",
                "}\ngenre: sponsored\nsponsor: {name: A, url: https://silent.example/world/2026/11/19/quokka-plan/}",
                "}\nparams: {more: [{to: /world/2026/11/19/quokka-plan/}]}",
                "}\nrights: {license: https://silent.example/world/2026/11/19/quokka-plan/}",
                "}\nmethod: \"See [x](https://silent.example/world/2026/11/19/quokka-plan/).\""
            })
    void aWholeAddressOfThePaperInAFieldIsAnErrorToo(String field) {
        assertToldOnce(buildWith("content/sport/match.md", tellTale(field, "")));
    }

    @Test
    void anAddressInASettingARedirectAPersonOrDataIsAnErrorToo() {
        String address = "https://silent.example/world/2026/11/19/quokka-plan/";
        assertToldOnce(buildWith("content/redirects.yaml", "- {from: /soon/, to: /world/2026/11/19/quokka-plan/}\n"));
        assertToldOnce(buildWith("content/redirects.yaml", "- {from: /soon/, to: \"" + address + "\"}\n"));
        buildWith("content/redirects.yaml", "[]\n");
        assertToldOnce(buildWith("content/people/ada.md", "---\nname: Ada\nsameAs: [" + address + "]\n---\n"));
        assertToldOnce(buildWith("content/people/ada.md", "---\nname: Ada\n---\n[x](" + address + ")\n"));
        assertToldOnce(buildWith("content/people/ada.md", "---\nname: Ada\nsummary: \"[x](" + address + ")\"\n---\n"));
        buildWith("content/people/ada.md", "---\nname: Ada\n---\n");
        assertToldOnce(buildWith("content/data/box.yaml", "- {to: \"" + address + "\"}\n"));
        buildWith("content/data/box.yaml", "[]\n");
        String settings = PAPER.substring(PAPER.indexOf("name:"), PAPER.indexOf("-- content/front.yaml"));
        assertToldOnce(
                buildWith("content/site.yaml", settings + "navigation: [{name: Soon, target: " + address + "}]\n"));
    }

    @Test
    void theAddressIsASecretAlsoWhereThePaperIsTriedOutElsewhere() {
        SiteBuilder site = new SiteBuilder(folder.resolve("typed"))
                .write(PAPER)
                .write(secret(PUBLISHED + "embargo: 2026-11-25T08:00\n"))
                .write(
                        "content/sport/match.md",
                        tellTale("}", "[x](https://silent.example/world/2026/11/19/quokka-plan/)"))
                .write(
                        "content/sport/goal.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
        BuildOptions o = site.options();
        assertToldOnce(SiteBuilder.build(new BuildOptions(
                o.site(),
                o.home(),
                o.output(),
                URI.create("https://try.example/paper/"),
                SiteBuilder.NOON,
                false,
                false,
                false,
                false,
                false,
                2)));
    }

    @Test
    void aWholeAddressOfAnotherPaperOrOfWhatReadersMayKnowIsNoError() {
        BuildReport report = buildWith("content/sport/match.md", tellTale("}", """
                [a](https://loud.example/world/2026/11/19/quokka-plan/)
                [b](https://silent.example/world/2026/11/23/bridge/)
                [c](https://silent.example/shop/)
                <!-- https://silent.example/world/2026/11/19/quokka-plan/ -->
                """));
        assertTrue(report.committed(), () -> report.problems().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embargo: tomorrow\npublished: 2026-11-19\n",
                "status: witheld\npublished: 2026-11-19\n",
                "draft: ture\npublished: 2026-11-19\n"
            })
    void aSlipInWhatHoldsAnArticleBackDoesNotPublishItEvenWhenFaultsAreAllowed(String state) {
        SiteBuilder site = new SiteBuilder(folder.resolve("paper")).write(PAPER).write(secret(state));
        BuildOptions o = site.options();
        BuildReport report = SiteBuilder.build(
                new BuildOptions(o.site(), o.home(), o.output(), null, o.now(), false, false, false, true, false, 2));
        assertTrue(report.committed());
        assertTrue(report.failed(false));
        assertEquals(Map.of(), found(site.output()));
    }

    @Test
    void ofAWithdrawnArticleOnlyTheNoticeAtItsAddressIsLeft() {
        SiteBuilder warm = new SiteBuilder(folder.resolve("warm")).write(PAPER).write(secret(PUBLISHED));
        build(warm, warm.output(), SiteBuilder.NOON);
        String withdrawn = secret(PUBLISHED + """
                modified: 2026-11-24T10:00
                status: withdrawn
                reason: The interview was not held.
                """);
        warm.write(withdrawn);
        BuildReport report = build(warm, warm.output(), SiteBuilder.NOON);
        assertTrue(report.committed(), report.problems().toString());
        Map<String, String> found = found(warm.output());
        String page = "world/2026/11/19/quokka-plan/index.html";
        assertEquals(
                java.util.Set.of(page, "quokka-old/index.html", "_headers", "_redirects"),
                found.keySet(),
                "only addresses that readers had");
        for (String rules : new String[] {"_headers", "_redirects", "quokka-old/index.html"}) {
            String others = warm.published(rules)
                    .replace("/world/2026/11/19/quokka-plan/", "")
                    .replace("/quokka-old", "");
            assertFalse(others.toLowerCase(Locale.ROOT).contains(CANARY), others);
        }
        String notice = warm.published(page);
        assertTrue(notice.contains("The interview was not held."));
        assertTrue(notice.contains("noindex"));
        // A page may say where it stands itself.
        assertFalse(
                notice.replace("/world/2026/11/19/quokka-plan/", "")
                        .toLowerCase(Locale.ROOT)
                        .contains(CANARY),
                notice);
        assertTrue(warm.published("quokka-old/index.html").contains("/world/2026/11/19/quokka-plan/"));

        SiteBuilder cold = new SiteBuilder(folder.resolve("cold")).write(PAPER).write(withdrawn);
        build(cold, cold.output(), SiteBuilder.NOON);
        assertEquals(SiteBuilder.tree(cold.output()), SiteBuilder.tree(warm.output()));
    }

    @Test
    void aWithdrawnArticlesIdCannotBeUsedAgainWhileTheNoticeStands() {
        SiteBuilder site = new SiteBuilder(folder.resolve("paper"))
                .write(PAPER)
                .write(secret(PUBLISHED + "status: withdrawn\nreason: Wrong.\n"))
                .write("content/sport/match.md", """
                        ---
                        headline: A match
                        published: 2026-11-24
                        id: quokka-secret
                        ---
                        Text.
                        """);
        BuildReport report = build(site, site.output(), SiteBuilder.NOON);
        assertFalse(report.committed());
        assertTrue(report.problems().stream()
                .anyMatch(problem -> problem.code().id().equals("same-id-twice")));
    }

    @Test
    void aPlaceThatIsNotSafeToTellIsNowhere() {
        SiteBuilder site = new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Silent Times
                url: https://silent.example/
                sections: [world]
                zone: Europe/Kyiv
                """).write("content/world/front.md", """
                ---
                headline: A night at the front
                slug: front
                published: 2026-11-24T08:00
                dateline: {city: Quokkaville, country: Quokkaland, unsafe: true}
                places: [Quokkaville, "Port Quokkaville"]
                ---
                It was quiet.
                """);
        BuildReport report = build(site, site.output(), SiteBuilder.NOON);
        assertTrue(report.committed(), report.problems().toString());
        assertEquals("unsafe-place-named", report.problems().getFirst().code().id());
        assertEquals(Map.of(), found(site.output()));
        assertTrue(site.published("world/2026/11/24/front/index.html").contains("It was quiet."));
    }
}
