package press.broadsheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.news.Card;

/** What a tired reporter types into the fields is either published as it was meant, or told. */
class NothingIsLostTest {
    private final Fixture paper = new Fixture();

    @ParameterizedTest
    @CsvSource({"headline,headline-missing", "published,date-missing"})
    void aFieldWithNothingBetweenItsQuotationMarksIsMissing(String field, String told) {
        String fields = "headline: River\npublished: 2026-11-24\n".replaceFirst(field + ": .*", field + ": \"\"");
        assertTrue(
                paper.read("world/river.md", "---\n" + fields + "---\nText.\n").isEmpty());
        assertTrue(paper.told().contains(told), paper.told());
    }

    @Test
    void anEmptyStatusHoldsNothingBack() {
        assertEquals("published", paper.with("status: \"\"").card().status().id());
        assertEquals("", paper.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"embargo:", "embargo: ''", "embargo: ~"})
    void anEmbargoWithoutADateIsTold(String field) {
        paper.with(field);
        assertTrue(paper.told().contains("field-without-effect: \"embargo\" changes nothing"), paper.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"embargoUntil: 2027-01-01", "embargo until: 2027-01-01", "Embargo_Date: 2027-01-01"})
    void aFieldWhoseNameHoldsEmbargoHoldsTheArticleBack(String field) {
        String text = "---\nheadline: River\npublished: 2026-11-24\n" + field + "\n---\nText.\n";
        assertTrue(paper.read("world/river.md", text).isEmpty());
        assertTrue(paper.told().contains("Did you mean \"embargo\"?"), paper.told());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dateline: {city: Bakhmut, unsafe: }",
                "dateline: {city: Bakhmut, unsafe: ''}",
                "dateline: {city: Bakhmut, unsave: true}",
                "dateline: Bakhmut\nunsafe: true"
            })
    void aPlaceIsKeptBackHoweverThatIsSpelt(String fields) {
        assertEquals("", paper.with(fields).card().apparatus().dateline());
    }

    @ParameterizedTest
    @ValueSource(strings = {"No", "FALSE"})
    void aPlaceThatIsSafeIsSafeInCapitalsToo(String word) {
        Card card = paper.with("dateline: {city: Lviv, unsafe: \"" + word + "\"}\nplaces: [Lviv]")
                .card();
        assertEquals("LVIV", card.apparatus().dateline());
        assertEquals(1, card.filing().named().size());
        assertEquals("", paper.told());
    }

    @ParameterizedTest
    @CsvSource({
        "mara-ellingwood; tobias-renn,'mara-ellingwood, tobias-renn'",
        "'mara-ellingwood, tobias-renn','mara-ellingwood, tobias-renn'",
        "Ada King; Ben Roe,'Ada King, Ben Roe'",
        "Ada King / Ben Roe,'Ada King, Ben Roe'",
        "'Ada King, Ben Roe and Cy Poe','Ada King, Ben Roe, Cy Poe'"
    })
    void severalAuthorsInOneTextAreTold(String typed, String list) {
        paper.with("authors: \"" + typed + "\"");
        assertEquals(
                "content/world/river.md:4:10 several-in-one-name: \"" + typed
                        + "\" is taken for the name of one person. | Write a list: [" + list + "]",
                paper.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Smith and Sons", "ada-king", "staff", "Simon & Schuster", "AP/Reuters"})
    void oneAuthorIsNotTakenForSeveral(String name) {
        paper.with("authors: [\"" + name + "\"]");
        assertEquals("", paper.told());
    }

    @Test
    void severalPeopleInOneTextAreTold() {
        paper.with("people: Ada King, Ben Roe");
        assertTrue(paper.told().contains("several-in-one-name"), paper.told());
    }

    @Test
    void tagsArePartedBySemicolonsToo() {
        assertEquals(
                "[a, b, c]", paper.with("tags: a; b, c").card().filing().tags().toString());
    }

    @Test
    void aReportEndsAfterItBegan() {
        paper.with("genre: live\nlive: {start: 2026-11-24 12:00, end: 2026-11-24 11:00}");
        assertEquals(
                "content/world/river.md:5:38 dates-out-of-order: By these dates the report ends before it begins."
                        + " | Mend one of them.",
                paper.told());
    }

    @Test
    void aNameBesideAnIdIsTold() {
        paper.with("authors: [{id: ada, name: Ada King}]");
        assertTrue(paper.told().contains("field-without-effect: \"authors.name\""), paper.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A nurse at the hospital", "An official", "nurse"})
    void aDescriptionOfAnAnonymousSourceIsNoName(String name) {
        paper.with("sources: [{name: " + name + ", kind: anonymous, reason: fear}]");
        assertEquals("", paper.told());
    }

    @Test
    void aTimeOfItsOwnOffsetIsNeverInDoubt() {
        paper.with("embargo: 2026-10-25 03:30+02:00\nexpires: 2027-10-30 03:30\nmodified: 2026-11-25");
        assertFalse(paper.told().contains("clock-change"), paper.told());
    }

    @Test
    void aLineThatIsNoFieldIsToldWhereItStands() {
        paper.read("world/river.md", "---\nheadline: The river\nrises by night\npublished: 2026-11-24\n---\nText.\n");
        assertTrue(
                paper.told().startsWith("content/world/river.md:3:1 broken-yaml: This line is no field"), paper.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"!Alert now", "&amp is no sign"})
    void aFirstWordThatYamlSwallowsIsKept(String headline) {
        String file = "---\nheadline: " + headline + "\ndate: 2026-11-24\n---\nText.\n";
        assertEquals(
                headline,
                paper.read("world/a.md", file).orElseThrow().card().titles().headline());
        assertTrue(paper.told().contains("value-needs-quotes"), paper.told());
    }

    @Test
    void anAnchorThatIsUsedStaysOne() {
        Card card = paper.with("kicker: &k Flood\nshortHeadline: *k").card();
        assertEquals("Flood", card.titles().kicker());
        assertEquals("Flood", card.titles().shortHeadline());
        assertEquals("", paper.told());
    }

    @Test
    void aTextThatIsCutInItsSecondLineIsKept() {
        String file =
                "---\nheadline: River\nstandfirst: The first line\n  goes on at track #9 today\ndate: 2026-11-24\n---\nText.\n";
        assertEquals(
                "The first line goes on at track #9 today",
                paper.read("world/a.md", file)
                        .orElseThrow()
                        .card()
                        .titles()
                        .standfirst()
                        .plain());
        assertTrue(paper.told().startsWith("content/world/a.md:3:13 text-cut-at-hash"), paper.told());
        String mended = QuoteMending.ofArticle(file).text();
        assertTrue(mended.contains("standfirst: \"The first line goes on at track #9 today\"\n\ndate:"), mended);
    }

    @Test
    void aListWithAGapIsNotToldToNeedMarksThatItHas() {
        paper.read("world/a.md", "---\nheadline: River\nauthors: [ada, , ben]\ndate: 2026-11-24\n---\nText.\n");
        assertFalse(paper.told().contains("value-needs-quotes"), paper.told());
        assertTrue(paper.told().contains("broken-yaml"), paper.told());
    }
}
