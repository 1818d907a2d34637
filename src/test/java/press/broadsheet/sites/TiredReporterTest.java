package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;

/** What people type at three in the morning, and whether the message tells them what to do. */
class TiredReporterTest {
    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder site() {
        return new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Night Desk
                url: https://night.example/
                zone: Europe/Kyiv
                sections: [world, sport]
                -- content/world/bridge.md --
                ---
                headline: The bridge opens
                published: 2026-11-20
                ---
                Text.
                """);
    }

    private static List<String> told(BuildReport report) {
        return report.problems().stream()
                .map(problem -> problem.place().line() + " " + problem.code().id() + ": " + problem.message() + " | "
                        + problem.hint())
                .toList();
    }

    /** What an article with these fields and this text is told. */
    private List<String> told(String fields, String text) {
        return told(site().write("content/world/river.md", "---\n" + fields + "---\n" + text + "\n")
                .build());
    }

    private static final String FIELDS = "headline: The river rises\npublished: 2026-11-20\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20.11.2026 | Write it as 2026-11-20.",
                "20/11/2026 08:15 | Write it as 2026-11-20 08:15.",
                "11/20/2026 | Write it as 2026-11-20.",
                "20-11-2026 | Write it as 2026-11-20.",
                "5/6/2026 | Write it as 2026-06-05 or 2026-05-06, whichever is meant: the year first, then the month.",
                "5.6.2026 | Write it as 2026-06-05.",
                "2026.11.20 | Write it as 2026-11-20.",
                "2026/11/20 8.15 | Write it as 2026-11-20 08:15.",
                "20 November 2026 | Write it as 2026-11-20.",
                "Nov 20 2026 | Write it as 2026-11-20.",
                "'November 20th, 2026 8:15 pm' | Write it as 2026-11-20 20:15.",
                "20 листопада 2026 | Write it as 2026-11-20.",
                "2026-11-20 8.15 | Write it as 2026-11-20 08:15.",
                "2026-11-20 8pm | Write it as 2026-11-20 20:00.",
                "2026-11-31 | The month 2026-11 has 30 days.",
                "31 June 2026 | The month 2026-06 has 30 days.",
                "2026-11-20 24:00 | A day ends at 23:59; write 2026-11-21 00:00.",
                "“2026-11-20” | Leave out the quotation marks. Write it as 2026-11-20.",
                "2026-11-20 08:15 EET | Write it as 2026-11-20 08:15. A time without offset is meant in the paper's zone, Europe/Kyiv.",
                "yesterday | 'Write it as 2026-11-24, 2026-11-24T09:30 or 2026-11-24T09:30+02:00.'"
            })
    void aDateInTheFormOfSomebodysHomeIsToldWithTheOneToWrite(String typed, String hint) {
        assertEquals(
                List.of("3 broken-date: \"published\" cannot be read as a date: \"" + typed + "\". | " + hint),
                told("headline: The river rises\npublished: " + typed + "\n", "Text."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embrago: 2026-12-19 06:00",
                "Embargo: 2026-12-19",
                "Status: draft",
                "drafft: true",
                "expire: 2026-11-21"
            })
    void aMisspeltFieldThatHoldsAnArticleBackDoesNotPublishItEvenWhenFaultsAreAllowed(String field) {
        SiteBuilder site = site().write("content/world/river.md", "---\n" + FIELDS + field + "\n---\nText.\n");
        BuildOptions o = site.options();
        BuildReport report = SiteBuilder.build(
                new BuildOptions(o.site(), o.home(), o.output(), null, o.now(), false, false, false, true, false, 2));
        assertTrue(report.committed());
        assertEquals("unknown-field", report.problems().getFirst().code().id());
        assertFalse(Files.exists(o.output().resolve("world/2026/11/20/the-river-rises")));
        assertTrue(Files.exists(o.output().resolve("world/2026/11/20/the-bridge-opens")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status: draft", "status: review", "draft: true", "headline: Yet to come\nstatus: draft"})
    void whoStillWritesNeedsNeitherDateNorHeadlineNorSection(String fields) {
        SiteBuilder site = site().write("content/ideas/river.md", "---\n" + fields + "\n---\nSome notes.\n");
        BuildOptions o = site.options();
        BuildReport report = site.build();
        assertEquals(List.of(), told(report));
        assertTrue(report.committed());
        assertEquals(1, report.heldBack().size());
        assertEquals(0, report.broken());
        BuildReport shown = SiteBuilder.build(
                new BuildOptions(o.site(), o.home(), o.output(), null, o.now(), true, true, false, false, false, 2));
        assertEquals(List.of(), told(shown));
        assertEquals("no date", shown.heldBack().getFirst().reason());
        assertEquals(java.util.Optional.empty(), shown.nextChange());
    }

    @Test
    void aFieldWithACapitalIsToldOnceAndNotMissedToo() {
        assertEquals(
                List.of(
                        "2 unknown-field: There is no field \"Headline\". | Did you mean \"headline\"?",
                        "3 unknown-field: There is no field \"Published\". | Did you mean \"published\"?"),
                told("Headline: The river rises\nPublished: 2026-11-20\n", "Text."));
    }

    @Test
    void aTabIsCalledATab() {
        assertEquals(
                List.of("4 broken-yaml: A tab stands here, and YAML takes only spaces at the beginning of a line."
                        + " | Put two spaces in its place, or none if the field does not belong to the one above."),
                told(FIELDS.replace("published", "image:\n\tsrc"), "Text.").stream()
                        .map(told -> told.replaceFirst("^3", "4"))
                        .toList());
    }

    @Test
    void aColonInALineThatGoesOnIsCalledAColon() {
        assertEquals(
                List.of(
                        "5 broken-yaml: A colon followed by a space stands where YAML expects none. | If it belongs to a text,"
                                + " put the whole text in quotation marks; if a field begins here, begin its line where the other"
                                + " fields begin theirs."),
                told(FIELDS + "standfirst: He said this\n morning: enough\n", "Text."));
    }

    @Test
    void aListOfArticlesInOneTextIsToldAsAList() {
        assertEquals(
                List.of("4 unknown-article: There is no article or page \"bridge, ferry\"."
                        + " | Several stand in a list: [bridge, ferry]"),
                told(FIELDS + "related: bridge, ferry\n", "Text."));
        assertEquals(
                List.of("4 unknown-article: There is no article or page \"bridge.md\"."
                        + " | Leave out the ending: \"bridge\"."),
                told(FIELDS + "follows: [bridge.md]\n", "Text."));
    }

    @Test
    void addressesWithoutTheirBeginningAreToldWithIt() {
        assertEquals(
                List.of(
                        "5 unknown-article: There is no article or page \"world/www.example.org/x\"."
                                + " | Another site's address begins with https://: https://www.example.org/x",
                        "5 unknown-article: There is no article or page \"world/ada@example.org\"."
                                + " | A mail address begins with mailto: -- mailto:ada@example.org"),
                told(FIELDS, "[a](www.example.org/x) and [b](ada@example.org)"));
    }

    @Test
    void aPictureOnSomebodysOwnDiskIsToldAsSuch() {
        String own = "path-outside-content: This leads to a file on somebody's own computer, which readers do not have."
                + " | Copy the file into content/, beside the article, and name it from there.";
        assertEquals(
                List.of("5 " + own, "7 " + own.replace("path-outside-content", "unsafe-address"), "9 " + own),
                told(
                        FIELDS,
                        "![x](C:\\Users\\mara\\photo.jpg)\n\n![x](file:///home/mara/photo.jpg)\n\n[x](D:/photo.jpg)"));
    }

    @Test
    void aPictureOfAnotherLetterCaseOrEndingIsToldWithItsName() {
        site().write(
                        "content/pictures/IMG_0815.SVG",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
        String hint = " | Did you mean content/pictures/IMG_0815.SVG? Letter case counts, and so does the ending.";
        assertEquals(
                List.of(
                        "5 missing-picture: There is no picture content/pictures/img_0815.svg." + hint,
                        "7 missing-picture: There is no picture content/pictures/IMG_0815.jpg." + hint,
                        "9 missing-picture: There is no picture content/pictures/IMG_0185.SVG." + hint),
                told(
                        FIELDS,
                        "![x](../pictures/img_0815.svg){credit=\"A\"}\n\n![x](/pictures/IMG_0815.jpg){credit=\"A\"}\n\n"
                                + "![x](/pictures/IMG_0185.SVG){credit=\"A\"}\n\n![x](/pictures/IMG_0815.SVG){credit=\"A\"}"));
    }

    @Test
    void aTextWhereFieldsAreMeantIsToldWithTheFields() {
        assertEquals(
                List.of("4 wrong-type: \"corrections\" must be fields with values, not a text."
                        + " | Its fields are: {date: ..., text: ..., kind: ...}"),
                told(FIELDS + "corrections: It was two metres.\n", "Text."));
    }

    @Test
    void aListWithAsterisksInFieldsIsToldToHaveHyphens() {
        assertEquals(
                List.of(
                        "5 broken-yaml: A word that begins with * or & has a meaning of its own in YAML."
                                + " | Begin an item of a list with a hyphen: - ...; put a text that begins so in quotation marks."),
                told(FIELDS + "tags:\n  * flood\n", "Text."));
    }

    @Test
    void attributesWithoutBracesOrWithTypographicMarksAreToldAsThat() {
        assertEquals(
                List.of(
                        "5 unknown-container: There is no container \"pull-quote by=\"Ada\"\"."
                                + " | Put what follows the name in braces: ::: pull-quote {by=\"Ada\"}",
                        "9 unknown-mark-attribute: The container \"quote\" has no attribute \"King”\"."
                                + " | Put values in straight quotation marks, as on a typewriter: {by=\"Ada King\"}"),
                told(FIELDS, "::: pull-quote by=\"Ada\"\nNo.\n:::\n\n::: quote {by=“Ada King”}\nNo.\n:::"));
    }

    @Test
    void twoArticlesOfOneDayAndSlugAreToldHowToKeepThemApart() {
        SiteBuilder site = site().write(
                        "content/sport/bridge.md",
                        "---\nheadline: The bridge opens\npublished: 2026-11-20\n---\nText.\n");
        assertEquals(
                List.of("2 same-id-twice: This article and content/sport/bridge.md have the same id,"
                        + " tag:night.example,2026-11-20:the-bridge-opens. | It is made from their date and slug. Give one of"
                        + " them another slug, or an id of its own: feed readers would take them for one."),
                told(site.build()));
    }

    @Test
    void aWireTextWhoseNameHasItsDateInAnotherOrderIsToldTheName() {
        SiteBuilder site = site().write(
                        "content/world/20-11-2026-river.txt", "The river rises\nBy Ada King\nIt rose.\nSource: Wire\n");
        assertEquals(
                List.of("0 wire-date-missing: Nothing says when this wire story was published; it is held back."
                        + " | Begin the file's name with the date, the year first: 2026-11-24-river.txt"),
                told(site.build()));
    }

    /** Nothing needs to be told of these: they mean what they seem to mean. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "headline: 1984\npublished: 2026-11-20 8:15\n",
                "headline: Yes\npublished: 2026-1-5\n",
                "title:\tTabs behind colons\ndate:\t2026-11-20\n",
                "headline: “Enough”\npublished: 2026-11-20T08:15\ntags: Flood, Wall\n",
                "headline: \"Kyiv: \u200fקייב\u200e and دمشق\"\npublished: 2026-11-20\n",
                "headline: Ends in spaces   \npublished: 2026-11-20   \nkicker: null\nstandfirst:\n",
                "headline: Set in capitals\npublished: 2026-11-20\nsection: World\nstatus: Published\n"
            })
    void whatCanOnlyMeanOneThingIsTakenForIt(String fields) {
        BuildReport report = site().write(
                        "content/world/river.md", "\uFEFF---\r\n" + fields.replace("\n", "\r\n") + "---\r\nText.\r\n")
                .build();
        assertEquals(List.of(), told(report));
        assertEquals(2, report.published());
    }

    @Test
    void aHashInAListIsToldWithTheItemThatNeedsQuotationMarks() {
        assertEquals(
                List.of(
                        "4 value-needs-quotes: A text in a list that YAML takes for something else must stand in quotation"
                                + " marks. | Write it so:\ntags: [\"#metoo\", law]"),
                told(FIELDS + "tags: [#metoo, law]\n", "Text."));
    }

    @Test
    void aListThatDoesNotEndIsNotTakenForAText() {
        List<String> told = told(FIELDS + "tags: [law, courts\nkicker: Law\n", "Text.");
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.getFirst().contains(" broken-yaml: "), told::toString);
        assertTrue(told.getFirst().contains("]"), told::toString);
    }

    @Test
    void anEmptyHeadlineIsToldWhereItStands() {
        assertEquals(
                List.of("2 headline-missing: The article has no headline. | Write it behind \"headline:\"."),
                told("headline:\npublished: 2026-11-20\n", "Text."));
    }

    @Test
    void sectionsByNameAreToldAsAList() {
        site().write("content/site.yaml", """
                name: The Night Desk
                url: https://night.example/
                sections:
                  world: {name: World}
                  sport: {name: Sport}
                """);
        List<String> told = told(new SiteBuilder(folder).build());
        assertEquals(
                "4 wrong-type: \"sections\" must be a list, not fields with names of their own."
                        + " | Begin each item with a hyphen: - {id: world, ...}",
                told.stream()
                        .filter(one -> one.contains("wrong-type"))
                        .findFirst()
                        .orElse(told.toString()));
    }

    @Test
    void whatAnAuthorIsStandsBehindTheName() {
        var site = site().write(
                        "content/world/river.md",
                        "---\n" + FIELDS + "authors: [{name: Selma Oye, role: city engineer}]\n---\nText.\n");
        site.build();
        String page = site.published("world/2026/11/20/the-river-rises/index.html");
        assertTrue(page.contains("Selma Oye</a><span class=\"role\">, city engineer</span>"), page);
    }

    @Test
    void aChangeThatIsYetToComeIsToldUntilItComes() {
        var site =
                site().write("content/world/river.md", "---\n" + FIELDS + "modified: 2026-11-24 20:00\n---\nText.\n");
        assertTrue(told(site.build()).getFirst().startsWith("0 change-in-future"), told(site.build())::toString);
        BuildOptions o = site.options();
        var later = new BuildOptions(
                o.site(),
                o.home(),
                o.output(),
                o.baseUrl(),
                SiteBuilder.NOON.plusSeconds(36_000),
                false,
                false,
                false,
                false,
                false,
                2,
                false);
        assertEquals(List.of(), told(SiteBuilder.build(later)));
    }

    @Test
    void numbersOfOnesOwnArePrintedAsTypedAlsoByARebuild() {
        var site = site().write(
                        "content/world/river.md", "---\n" + FIELDS + "params: {fare: 12.50, code: 01234}\n---\nText.\n")
                .write(
                        "templates/article.peb",
                        "{% extends \"base.peb\" %}{% block main %}<i>{{ article.params.fare }} {{ article.params.code }}</i>{{ t(\"minutes\", 5) }}{% endblock %}");
        site.build();
        String address = "world/2026/11/20/the-river-rises/index.html";
        assertTrue(site.published(address).contains("<i>12.50 01234</i>"), site.published(address));
        // The article is not read again, but its page is made again.
        site.write("templates/strings/en.yaml", "minutes:\n  one: \"{count} min\"\n  other: \"{count} mins\"\n")
                .build();
        assertTrue(site.published(address).contains("<i>12.50 01234</i>5 mins"), site.published(address));
    }
}
