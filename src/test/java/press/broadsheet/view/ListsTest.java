package press.broadsheet.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.broadsheet.desk.CardDraft;
import press.broadsheet.desk.SamplePaper;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.FrontPage;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Section;

class ListsTest {
    private final SamplePaper paper = new SamplePaper();
    private final Views views = new Views();

    private void articles(int count) {
        for (int day = 1; day <= count; day++) {
            var published = Instant.parse("2026-11-01T08:00:00Z").plusSeconds(86_400L * day);
            paper.add(new CardDraft("world/story-" + day).with(draft -> draft.published = published));
        }
    }

    private static List<String> headlines(List<CardView> cards) {
        return cards.stream()
                .map(card -> card.headline().substring("Headline of world/story-".length()))
                .toList();
    }

    @Test
    void theRootShowsTheNewestAndLeadsToTheNewestNumberedPage() {
        articles(7);
        ListView root = views.list(Listing.Id.LATEST, 0, paper.desk());
        assertEquals(List.of("7", "6", "5"), headlines(root.cards()));
        assertEquals(new PagerView(0, "/latest/", "", "/latest/page/2/"), root.pager());
        assertEquals(7, root.total());
    }

    @Test
    void numberedPagesLeadBothWays() {
        articles(7);
        ListView second = views.list(Listing.Id.LATEST, 2, paper.desk());
        assertEquals(List.of("4", "3"), headlines(second.cards()));
        assertEquals(new PagerView(2, "/latest/", "/latest/", "/latest/page/1/"), second.pager());
        assertEquals(
                new PagerView(1, "/latest/", "/latest/page/2/", ""),
                views.list(Listing.Id.LATEST, 1, paper.desk()).pager());
    }

    @Test
    void aSectionHasItsNameColourAndSubsections() {
        articles(1);
        ListView world = views.list(new Listing.Id(Listing.Kind.SECTION, "world"), 0, paper.desk());
        assertEquals("section", world.kind());
        assertEquals("World", world.title());
        assertEquals("<b>All</b> of it", world.descriptionHtml());
        assertEquals("#1f5c99", world.colour());
        assertEquals(List.of(new LinkView("Asia", "/world/asia/", false)), world.subsections());
        assertEquals("/world/feed.xml", world.feeds().getFirst().address());
    }

    @Test
    void anArticleStandsInEachOfItsSectionsAndInThoseThatTheyArePartsOf() {
        paper.add(new CardDraft("sport/story-1").with(draft -> draft.sections = List.of("world/asia", "sport")));
        paper.add(new CardDraft("world/story-2").with(draft -> draft.section = "world/asia"));
        paper.add(new CardDraft("world/story-3"));
        assertEquals(List.of("1"), members("sport"));
        assertEquals(List.of("1", "2"), members("world/asia"));
        assertEquals(List.of("1", "2", "3"), members("world"));
    }

    private List<String> members(String section) {
        ListView list = views.list(new Listing.Id(Listing.Kind.SECTION, section), 0, paper.desk());
        return list.cards().stream()
                .map(card -> card.headline().replaceAll(".*-", ""))
                .sorted()
                .toList();
    }

    @Test
    void whoPaidForAPieceIsNoContributor() {
        paper.add(new CardDraft("world/story-1").by("Guest Writer"));
        paper.add(new CardDraft("world/story-2").by("Ropewalk Works").with(draft -> {
            draft.genre = Genre.SPONSORED;
        }));
        paper.authors.put("mara", SamplePaper.author("mara", "Mara Dorn"));
        paper.add(new CardDraft("world/story-3").by("mara").with(draft -> draft.genre = Genre.SPONSORED));
        var desk = paper.desk();
        assertEquals(
                List.of("guest-writer", "mara"),
                desk.authors().stream().map(author -> author.id().value()).toList());
        BylineView byline = views.article(new Article.Id("world/story-2"), desk).byline();
        assertEquals("Ropewalk Works", byline.people().getFirst().name());
        assertEquals("", byline.people().getFirst().address());
        assertEquals(1, desk.length(new Listing.Id(Listing.Kind.CONTRIBUTOR, "mara")));
    }

    @Test
    void theCorrectionsLogShowsWhatWasCorrected() {
        paper.add(new CardDraft("world/river")
                .with(draft -> draft.corrections = List.of(new Card.Correction(
                        Instant.parse("2026-11-21T08:00:00Z"),
                        new Inline("Two.", "Two."),
                        Card.Correction.Kind.CORRECTION))));
        ListView log = views.list(Listing.Id.CORRECTIONS, 0, paper.desk());
        assertEquals("Corrections", log.title());
        CorrectedView entry = log.entries().getFirst();
        assertEquals("Headline of world/river", entry.card().headline());
        assertEquals("Two.", entry.notes().getFirst().html());
    }

    @Test
    void aContributorsPageShowsWhoTheyAre() {
        paper.authors.put("ada-king", SamplePaper.author("ada-king", "Ada King"));
        paper.add(new CardDraft("world/river").by("Ada King"));
        ListView list = views.list(new Listing.Id(Listing.Kind.CONTRIBUTOR, "ada-king"), 0, paper.desk());
        assertEquals("Ada King", list.title());
        ContributorView person = list.person();
        assertNotNull(person);
        assertEquals("Foreign editor", person.role());
        assertEquals(List.of(new LinkView("x.com", "https://x.com/ada-king", false)), person.links());
        assertEquals(1, list.cards().size());
    }

    @Test
    void archivesAreCalledByTheirDates() {
        articles(1);
        assertEquals(
                List.of("2026", "November 2026", "2 November 2026"),
                List.of(
                                new Listing.Id(Listing.Kind.YEAR, "2026"),
                                new Listing.Id(Listing.Kind.MONTH, "2026/11"),
                                new Listing.Id(Listing.Kind.DAY, "2026/11/02"))
                        .stream()
                        .map(id -> views.list(id, 0, paper.desk()).title())
                        .toList());
    }

    @Test
    void aFrontShowsItsSlotsWithItsOwnWords() {
        articles(2);
        var pick = new FrontPage.Pick(
                new Card.Reference("story-1", SamplePaper.PLACE),
                null,
                "Now",
                "Other words",
                true,
                2,
                List.of(new Card.Reference("story-2", SamplePaper.PLACE)));
        paper.fronts.put(
                "",
                new FrontPage(List.of(new FrontPage.Slot(
                        "top",
                        "The world",
                        "lead",
                        4,
                        List.of(pick),
                        null,
                        new Section.Id("world"),
                        SamplePaper.PLACE))));
        SlotView slot = views.front(null, paper.desk()).slots().getFirst();
        assertEquals("/world/", slot.address());
        assertEquals("#1f5c99", slot.colour());
        CardView card = slot.cards().getFirst();
        assertEquals("Other words", card.headline());
        assertEquals("Other words", card.shortHeadline());
        assertEquals("Now", card.kicker());
        assertEquals(2, card.boost());
        assertNull(card.picture());
        assertEquals("Headline of world/story-2", card.supporting().getFirst().name());
    }

    @Test
    void aSectionWithoutAFrontBeginsWithTheMostUrgentOfItsNewest() {
        articles(1);
        paper.add(new CardDraft("world/paid").with(draft -> {
            draft.genre = Genre.SPONSORED;
            draft.urgency = 1;
            draft.published = Instant.parse("2026-11-13T08:00:00Z");
        }));
        paper.add(new CardDraft("world/urgent").with(draft -> {
            draft.urgency = 2;
            draft.published = Instant.parse("2026-11-01T08:00:00Z");
        }));
        var section = new Listing.Id(Listing.Kind.SECTION, "world");
        assertEquals(
                List.of("urgent", "story-1", "paid"),
                views.list(section, 0, paper.desk()).cards().stream()
                        .map(card -> card.headline().substring("Headline of world/".length()))
                        .toList());
    }

    @Test
    void aSectionsListShowsNothingThatItsFrontShowsAbove() {
        articles(3);
        var pick = new FrontPage.Pick(
                new Card.Reference("story-3", SamplePaper.PLACE),
                null,
                "",
                "",
                false,
                0,
                List.of(new Card.Reference("story-1", SamplePaper.PLACE)));
        paper.fronts.put(
                "world",
                new FrontPage(List.of(
                        new FrontPage.Slot("top", "", "lead", 1, List.of(pick), null, null, SamplePaper.PLACE))));
        var section = new Listing.Id(Listing.Kind.SECTION, "world");
        assertEquals(
                List.of("2"), headlines(views.list(section, 0, paper.desk()).cards()));
        assertEquals(3, views.list(section, 0, paper.desk()).total());
    }

    @Test
    void storiesAreShownWithWhatTheyAreAbout() {
        paper.add(new CardDraft("world/river").with(draft -> draft.story = "flood"));
        OverviewView stories = views.overview(Subject.Overview.Kind.STORIES, paper.desk());
        assertEquals(
                List.of("/story/flood/"),
                stories.stories().stream().map(StoryView::address).toList());
        assertEquals(1, stories.groups().getFirst().links().getFirst().count());
    }

    @Test
    void tagsAreGroupedByTheirFirstLetterInTheLanguagesOrder() {
        paper.add(new CardDraft("uk/world/a").with(draft -> draft.tags = List.of("Їжа", "ідея", "Японія", "Індія")));
        OverviewView tags = views.overview(Subject.Overview.Kind.TAGS, paper.desk("uk"));
        assertEquals(
                List.of("І", "Ї", "Я"),
                tags.groups().stream().map(GroupView::title).toList());
        assertEquals(
                List.of("ідея", "Індія"),
                tags.groups().getFirst().links().stream().map(CountView::name).toList());
        assertEquals(1, tags.groups().getFirst().links().getFirst().count());
    }

    @Test
    void theArchiveNamesMonthsByYearNewestFirst() {
        articles(1);
        paper.add(new CardDraft("world/old").with(draft -> draft.published = Instant.parse("2025-03-01T08:00:00Z")));
        OverviewView archive = views.overview(Subject.Overview.Kind.ARCHIVE, paper.desk());
        assertEquals(
                List.of("2026", "2025"),
                archive.groups().stream().map(GroupView::title).toList());
        assertEquals(
                List.of(new CountView("November 2026", "/archive/2026/11/", 1)),
                archive.groups().getFirst().links());
    }

    @Test
    void everybodyWithAPageIsAmongTheContributors() {
        paper.authors.put("ada-king", SamplePaper.author("ada-king", "Ada King"));
        paper.add(new CardDraft("world/river").by("Bo Li"));
        OverviewView people = views.overview(Subject.Overview.Kind.CONTRIBUTORS, paper.desk());
        assertEquals(
                List.of("Ada King", "Bo Li"),
                people.people().stream().map(ContributorView::name).toList());
        assertEquals("/by/bo-li/", people.people().getLast().address());
    }
}
