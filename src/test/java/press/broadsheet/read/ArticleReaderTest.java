package press.broadsheet.read;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Manuscript;
import press.broadsheet.news.Section;
import press.broadsheet.news.Status;
import press.broadsheet.problem.Place;

class ArticleReaderTest {
    private final Fixture paper = new Fixture();

    @Test
    void everyFieldReachesTheCard() {
        Manuscript read = paper.read("world/2026/11/river/index.md", """
                ---
                headline: River bursts its banks
                seoHeadline: Flood in Testville
                shortHeadline: Flood
                kicker: Weather
                standfirst: The *whole* town helps.
                genre: explainer
                section: world
                sections: [sport, Football]
                tags: [Flood, River Ada]
                authors: [ada-king, {name: Bo Lind, url: "https://bo.example/", role: Guest}]
                byline: From our reporters
                contributors: [{id: eve, role: translator}]
                source: {name: Wire, url: https://wire.example, original: https://wire.example/1}
                dateline: {city: Testville, country: Ruritania}
                published: 2026-11-24T09:30
                modified: 2026-11-24T10:00+01:00
                embargo: 2026-11-24
                expires: 2027-01-01
                status: review
                urgency: 2
                breaking: {until: 2026-11-24T18:00}
                id: flood-1
                slug: flood
                aliases: [/old/flood/]
                canonical: https://wire.example/1
                translationOf: uk/world/river
                image: {src: flood.jpg, alt: Water, caption: Main street, credit: Eve, license: https://cc.example/by}
                story: flood
                follows: [rain]
                related: bridge
                keyPoints: [One, Two]
                corrections: [{date: 2026-11-25, text: It was Monday., kind: clarification}]
                updates: [{date: 2026-11-24T11:00, text: More.}]
                sources: [{name: Report, url: https://town.example/r, kind: document}]
                method: We asked.
                warning: Water
                rights: {holder: Wire, notice: © Wire, license: https://wire.example/l}
                noindex: true
                exclude: [feeds, search]
                template: article-long
                params: {depth: 3, wet: true, names: [a, b], inner: {x: 1.5}}
                note: never shown
                ---

                Text.
                """).orElseThrow();

        assertEquals("", paper.told());
        Card card = read.card();
        assertEquals("world/2026/11/river", card.id().path());
        assertEquals("content/world/2026/11/river/index.md", card.place().toString());
        assertEquals(Status.REVIEW, card.status());
        assertEquals(
                new Card.Filing(
                        new Section.Id("world"),
                        List.of(new Section.Id("sport"), new Section.Id("sport/football")),
                        List.of("Flood", "River Ada"),
                        "flood",
                        Genre.EXPLAINER,
                        2,
                        true,
                        Set.of("feeds", "search"),
                        List.of(),
                        new Place(card.place().file(), 29, 8)),
                card.filing());
        assertEquals("<en>The *whole* town helps.", card.titles().standfirst().html());
        assertEquals("Flood", card.titles().shortHeadline());
        assertEquals("Bo Lind", card.credits().authors().get(1).reference());
        assertEquals("translator", card.credits().contributors().getFirst().role());
        assertEquals("From our reporters", card.credits().byline());
        assertEquals(
                new Card.Timing(
                        Instant.parse("2026-11-24T07:30:00Z"),
                        // The correction is newer than "modified", and has no time of day.
                        Instant.parse("2026-11-24T22:00:00Z"),
                        false,
                        true,
                        Instant.parse("2026-11-23T22:00:00Z"),
                        Instant.parse("2026-12-31T22:00:00Z"),
                        Instant.parse("2026-11-24T16:00:00Z")),
                card.timing());
        assertEquals("tag:lantern.example,2026-11-24:flood-1", card.naming().uri());
        assertEquals("flood", card.naming().slug());
        assertEquals(List.of("/old/flood/"), card.naming().aliases());
        assertEquals(
                "world/2026/11/river/flood.jpg", requireNonNull(card.picture()).source());
        assertEquals("TESTVILLE, Ruritania", card.apparatus().dateline());
        assertEquals(
                Card.Correction.Kind.CLARIFICATION,
                card.apparatus().corrections().getFirst().kind());
        assertEquals("bridge", card.apparatus().related().getFirst().text());
        assertEquals(
                Map.of(
                        "depth",
                        3L,
                        "wet",
                        true,
                        "names",
                        List.of("a", "b"),
                        "inner",
                        Map.of("x", new BigDecimal("1.5"))),
                card.apparatus().params());
        assertEquals("\nText.\n", read.text().text());
        assertEquals(
                "content/world/2026/11/river/index.md:45", read.text().start().toString());
        assertEquals("world/2026/11/river", read.text().folder());
    }

    @Test
    void namesOfOtherGeneratorsAreAccepted() {
        Card card = paper.read("sport/a.md", """
                        ---
                        title: Cup final
                        date: '2026-11-24'
                        lastmod: 2026-11-25
                        description: Who won
                        author: ada-king
                        keywords: Cup, Final
                        draft: true
                        ---
                        """).orElseThrow().card();
        assertEquals("", paper.told());
        assertEquals("Cup final", card.titles().headline());
        assertEquals(Status.DRAFT, card.status());
        assertEquals(List.of("Cup", "Final"), card.filing().tags());
        assertEquals("ada-king", card.credits().authors().getFirst().reference());
        assertEquals("cup-final", card.naming().slug());
        assertEquals(Instant.parse("2026-11-24T22:00:00Z"), card.timing().modified());
    }

    @Test
    void aMisspeltFieldIsToldWithTheNearestName() {
        paper.with("seoHedline: x\ncolour-of-hat: red");
        assertEquals("""
                content/world/river.md:4:1 unknown-field: There is no field "seoHedline". | Did you mean "seoHeadline"?
                content/world/river.md:5:1 unknown-field: There is no field "colour-of-hat". | Fields of your own go below "params:".""", paper.told());
    }

    @Test
    void aMisspeltSectionIsToldWithTheNearestName() {
        paper.with("section: sprot");
        assertEquals(
                "content/world/river.md:4:10 unknown-section: There is no section \"sprot\". | Did you mean \"sport\"?",
                paper.told());
    }

    @Test
    void theFolderNamesTheSection() {
        assertEquals(
                "sport/football",
                paper.read("sport/football/2026/11/2026-11-24-cup.md", "# Cup\n\nText")
                        .orElseThrow()
                        .card()
                        .filing()
                        .section()
                        .path());
        assertEquals(
                "sport",
                paper.read("uk/sport/2026-11-24-кубок.md", "# Кубок\n\nText")
                        .orElseThrow()
                        .card()
                        .filing()
                        .section()
                        .path());
        assertEquals("", paper.told());
    }

    @Test
    void aFolderThatIsNoSectionIsTold() {
        assertTrue(paper.read("wrold/2026-11-24-a.md", "# A").isEmpty());
        assertEquals(
                "content/wrold/2026-11-24-a.md unknown-section: The folder \"wrold\" is no section. | Did you mean"
                        + " \"world\"?",
                paper.told());
    }

    @Test
    void anArticleAtTheRootNeedsASection() {
        assertTrue(paper.read("2026-11-24-a.md", "# A").isEmpty());
        assertEquals(
                "content/2026-11-24-a.md section-missing: Nothing says to which section the article belongs. | Add"
                        + " \"section:\", or move the file into its section's folder.",
                paper.told());
    }

    @Test
    void withoutFrontMatterTheFirstHeadingOrLineIsTheHeadline() {
        Manuscript heading =
                paper.read("world/2026-11-24-a.md", "\n# Big *news* #\n\nText.").orElseThrow();
        assertEquals("Big *news*", heading.card().titles().headline());
        assertEquals("\nText.", heading.text().text());
        assertEquals(3, heading.text().start().line());
        assertEquals(
                Instant.parse("2026-11-23T22:00:00Z"), heading.card().timing().published());
        Manuscript underlined =
                paper.read("world/2026-11-24-b.md", "Big\n===\nText.").orElseThrow();
        assertEquals("Big", underlined.card().titles().headline());
        assertEquals("Text.", underlined.text().text());
        assertEquals(
                "Plain line",
                paper.read("world/2026-11-24-c.md", "Plain line\n\nText.")
                        .orElseThrow()
                        .card()
                        .titles()
                        .headline());
        assertEquals("", paper.told());
    }

    @Test
    void anArticleWithoutHeadlineOrDateIsNotReadButAllItsFaultsAreTold() {
        assertTrue(paper.read("world/river.md", "---\nurgency: 12\n---\nText.").isEmpty());
        assertEquals("""
                content/world/river.md date-missing: Nothing says when the article was published. | Add "published: 2026-11-24T09:30" with its date, or begin the file's name with it: 2026-11-24-river.md
                content/world/river.md headline-missing: The article has no headline. | Add "headline:" to its front matter.
                content/world/river.md:2:10 number-out-of-range: "urgency" must be a whole number from 1 to 9, not "12".""", paper.told());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-23T22:00:00Z",
        "2026-7-4, 2026-07-03T21:00:00Z",
        "2026-11-24 9:30, 2026-11-24T07:30:00Z",
        "2026-11-24T09:30:15, 2026-11-24T07:30:15Z",
        "2026-11-24T09:30:00Z, 2026-11-24T09:30:00Z",
        "2026-11-24 09:30:00 +0100, 2026-11-24T08:30:00Z",
        "2026-11-24T09:30-05:00, 2026-11-24T14:30:00Z"
    })
    void datesAreMeantInThePapersZone(String typed, String instant) {
        assertEquals(
                Instant.parse(instant),
                paper.read("world/a.md", "---\nheadline: A\npublished: " + typed + "\n---\n")
                        .orElseThrow()
                        .card()
                        .timing()
                        .published());
    }

    @Test
    void theReaderOfADateKnowsWhetherATimeWasGiven() {
        Card.Timing day = paper.with("modified: 2026-11-26").card().timing();
        assertFalse(day.publishedDayOnly());
        assertTrue(day.modifiedDayOnly());
        Card.Timing unchanged = paper.read("world/dam.md", "---\nheadline: Dam\npublished: 2026-11-20\n---\nText.\n")
                .orElseThrow()
                .card()
                .timing();
        assertTrue(unchanged.publishedDayOnly());
        assertTrue(unchanged.modifiedDayOnly());
    }

    @Test
    void aDateThatCannotBeReadIsTold() {
        assertTrue(paper.read("world/a.md", "---\nheadline: A\npublished: the day after\n---\n")
                .isEmpty());
        assertEquals(
                "content/world/a.md:3:12 broken-date: \"published\" cannot be read as a date: \"the day after\". | Write it"
                        + " as 2026-11-24, 2026-11-24T09:30 or 2026-11-24T09:30+02:00.",
                paper.told());
    }

    @Test
    void datesOutOfOrderAreTold() {
        paper.with("modified: 2026-11-23\nexpires: 2026-11-24\ncorrections:\n  - {date: 2026-11-20, text: x}");
        assertEquals("""
                content/world/river.md:4:11 dates-out-of-order: By these dates the article was modified before it was published. | Mend one of them.
                content/world/river.md:5:10 dates-out-of-order: By these dates the article expires before it is published. | Mend one of them.
                content/world/river.md:7:12 dates-out-of-order: This is dated before the article was published. | Mend one of the dates.""", paper.told());
    }

    @Test
    void aModificationOnTheDayOfPublicationIsNotEarlier() {
        assertEquals(
                Instant.parse("2026-11-24T07:30:00Z"),
                paper.with("modified: 2026-11-24").card().timing().modified());
        assertEquals("", paper.told());
    }

    @Test
    void wordsThatAreNotKnownAreToldWithTheNearest() {
        Card card = paper.with("genre: opinon\nstatus: secret\nexclude: [feed]").card();
        assertEquals(Genre.NEWS, card.filing().genre());
        assertEquals("""
                content/world/river.md:4:8 unknown-value: "genre" cannot be "opinon". | Did you mean "opinion"?
                content/world/river.md:5:9 unknown-value: "status" cannot be "secret". | Known are: archived, draft, published, review, withdrawn, withheld.
                content/world/river.md:6:11 unknown-value: "exclude" cannot be "feed". | Did you mean "feeds"?""", paper.told());
    }

    @Test
    void addressesMustBeAbsoluteAndOfTheWeb() {
        Card card = paper.with("canonical: javascript:alert(1)\naliases: [../x, //evil.example/, /ok/, /a/../b]")
                .card();
        assertEquals("", card.naming().canonical());
        assertEquals(List.of("/ok/"), card.naming().aliases());
        assertEquals("""
                content/world/river.md:4:12 broken-address: "canonical" must be an absolute address, not "javascript:alert(1)". | Write it with https:// at its start.
                content/world/river.md:5:11 broken-address: An old address must be one of this paper, not "../x". | Write it from the root, such as /2024/old-name/.
                content/world/river.md:5:17 broken-address: An old address must be one of this paper, not "//evil.example/". | Write it from the root, such as /2024/old-name/.
                content/world/river.md:5:40 broken-address: An old address must be one of this paper, not "/a/../b". | Write it from the root, such as /2024/old-name/.""", paper.told());
    }

    @Test
    void aSlugThatCannotStandInAnAddressIsTold() {
        Card card = paper.with("slug: ../../Etc/Passwd").card();
        assertEquals("river", card.naming().slug());
        assertEquals(
                "content/world/river.md:4:7 unsafe-slug: The slug \"../../Etc/Passwd\" cannot stand in an address. |"
                        + " Write it so: slug: etc-passwd",
                paper.told());
    }

    @Test
    void theSlugIsMadeFromTheHeadlineInItsLanguage() {
        assertEquals(
                "zghurskyi-pryikhav",
                paper.read("uk/world/2026-11-24-a.md", "# Згурський приїхав")
                        .orElseThrow()
                        .card()
                        .naming()
                        .slug());
        Card card = paper.read("uk/world/2026-11-24-panda.md", "---\nheadline: 東京でパンダ\nlang: ja\n---\n")
                .orElseThrow()
                .card();
        assertEquals("東京でパンダ", card.naming().slug());
        assertEquals(
                "tag:lantern.example,2026-11-24:uk/%E6%9D%B1%E4%BA%AC%E3%81%A7%E3%83%91%E3%83%B3%E3%83%80",
                card.naming().uri());
        assertEquals(
                "panda",
                paper.read("world/2026-11-24-panda.md", "# ?!")
                        .orElseThrow()
                        .card()
                        .naming()
                        .slug());
    }

    @Test
    void anIdThatIsAUriStaysTheIdentity() {
        assertEquals(
                "urn:uuid:a9499fe5-12c0-4714-aec3-b29a5dbb5487",
                paper.with("id: urn:uuid:a9499fe5-12c0-4714-aec3-b29a5dbb5487")
                        .card()
                        .naming()
                        .uri());
    }

    @Test
    void picturesNeverLieOutsideContent() {
        assertNull(paper.with("image: {src: ../../secret.jpg, alt: x, credit: y}")
                .card()
                .picture());
        assertNull(paper.with("image: {src: \"https://evil.example/a.jpg\", alt: x, credit: y}")
                .card()
                .picture());
        assertEquals(
                "media/a.svg",
                requireNonNull(paper.with("image: /media/a.svg\nimageAlt: A\nimageCredit: B")
                                .card()
                                .picture())
                        .source());
        assertEquals(
                "content/world/river.md:4:14 path-outside-content: \"image.src\" does not lead to a file in content/:"
                        + " \"../../secret.jpg\". | Put the picture into content/ and name it relative to this file, or"
                        + " from content/ with / at its start.",
                paper.told().lines().findFirst().orElseThrow());
        assertEquals(2, paper.problems.inOrder().size());
    }

    @Test
    void aPictureWithoutAltTextOrCreditIsTold() {
        paper.with("image: a.jpg");
        assertEquals("""
                content/world/river.md:4:8 missing-alt-text: The picture "world/a.jpg" is not described for those who cannot see it. | Add "alt:" with what it shows, or "decorative: true" if it only adorns.
                content/world/river.md:4:8 missing-credit: The picture "world/a.jpg" does not say who made it. | Add "credit:" with the photographer or agency.""", paper.told());
    }

    @Test
    void aLiveReportGoesOnUntilItHasAnEndOrSaysOtherwise() {
        Instant six = Instant.parse("2026-11-23T18:00:00Z");
        Instant nine = Instant.parse("2026-11-23T21:00:00Z");
        assertEquals(new Card.Live(six, null, Card.Live.State.ACTIVE), live("live: {start: 2026-11-23T18:00Z}"));
        assertEquals(
                new Card.Live(six, nine, Card.Live.State.ARCHIVED),
                live("live: {start: 2026-11-23T18:00Z, end: 2026-11-23T21:00Z}"));
        assertEquals(
                new Card.Live(six, null, Card.Live.State.PAUSED),
                live("live: {start: 2026-11-23T18:00Z, state: paused}"));
        Instant published = paper.with("genre: live").card().timing().published();
        assertEquals(new Card.Live(published, null, Card.Live.State.ACTIVE), live("genre: live"));
        assertNull(live("genre: news"));
    }

    private Card.@Nullable Live live(String field) {
        return paper.with(field).card().apparatus().live();
    }

    @Test
    void whatThisVersionDoesNotShowIsSaidOnce() {
        paper.with("access: paid");
        assertEquals(
                "content/world/river.md:4:1 field-not-shown-yet: The field \"access\" is understood, but this version"
                        + " does not show it. | Readers will not see it.",
                paper.told());
    }

    @Test
    void twoNamesOfOneFieldAreTold() {
        paper.with("description: a\nsummary: b");
        assertEquals(
                "content/world/river.md:5:1 duplicate-field: \"summary\" says the same as \"description\" in line 4. |"
                        + " Keep one of the two.",
                paper.told());
    }

    @Test
    void doubtfulCreditsTagsAndLengthsAreWarnings() {
        paper.with("author: By Ada King\ntags: [Flood, flood, \"!!\"]\nbreaking: true\nkeyPoints: [one]\n"
                + "dateline: Kyiv, 24 November\nkicker: " + "k".repeat(41)
                + "\nsources: [{kind: anonymous}]\ngenre: sponsored\nlang: xx");
        assertEquals("""
                content/world/river.md:4:9 by-in-byline: The name "By Ada King" begins with "By". | Write "Ada King": the paper adds the word in its own language.
                content/world/river.md:5:15 same-tag-twice: The tags "Flood" and "flood" are one. | Keep one of the two.
                content/world/river.md:5:22 tag-without-letters: The tag "!!" has no letter or digit, so it can have no page. | Use a word.
                content/world/river.md:6:11 breaking-without-end: Nothing says until when this is breaking news; it will be for 24 hours after publication. | Write it so: breaking: {until: 2026-11-24T18:00}
                content/world/river.md:7:12 key-points-count: There is 1 key point; readers take in 2 to 6.
                content/world/river.md:8:11 date-in-dateline: The dateline "Kyiv, 24 November" holds a number. | Name the place alone; the paper prints the date itself.
                content/world/river.md:9:9 field-too-long: "kicker" has 41 characters; there is room for 40. | Shorten it.
                content/world/river.md:10:11 reason-missing: Nothing says why this source is not named. | Add "reason:".
                content/world/river.md:11:8 sponsor-missing: Nothing says who paid for this sponsored article. | Add "sponsor: {name: ..., url: https://...}".
                content/world/river.md:12:7 unknown-language: "xx" is no language. | Write its BCP 47 tag, such as en, uk or pt-BR.""", paper.told());
    }

    @Test
    void aListWhereATextIsMeantIsTold() {
        assertTrue(paper.read("world/a.md", "---\nheadline: [a, b]\ndate: 2026-11-24\n---\n")
                .isEmpty());
        assertEquals("content/world/a.md:2:11 wrong-type: \"headline\" must be a text, not a list.", paper.told());
    }

    @Test
    void aDatelineThatIsNotSafeToTellIsNotTold() {
        assertEquals(
                "",
                paper.with("dateline: {city: Kyiv, unsafe: true}")
                        .card()
                        .apparatus()
                        .dateline());
    }

    @Test
    void theOriginalOfTheSourceIsCanonicalUnlessAnotherAddressIsGiven() {
        String source = "source: {name: Wire, original: https://wire.example/1}";
        assertEquals(
                "https://wire.example/1", paper.with(source).card().naming().canonical());
        assertEquals(
                "https://us.example/2",
                paper.with(source + "\ncanonical: https://us.example/2")
                        .card()
                        .naming()
                        .canonical());
        assertEquals(
                "",
                paper.with("source: {name: Wire, url: https://wire.example/}")
                        .card()
                        .naming()
                        .canonical());
    }
}
