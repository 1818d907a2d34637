package press.broadsheet.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.broadsheet.desk.SamplePaper.PLACE;
import static press.broadsheet.desk.SamplePaper.picture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.broadsheet.desk.CardDraft;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.RecordingDesk;
import press.broadsheet.desk.SamplePaper;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Piece;
import press.broadsheet.news.StoryPackage;

class ArticlesTest {
    private final SamplePaper paper = new SamplePaper();

    private ArticleView article(String id) {
        return new Views().article(new Article.Id(id), paper.desk());
    }

    @Test
    void linksBetweenPiecesAreFilledAndJoinedToOneRunOfHtml() {
        paper.add(new CardDraft("world/dam").with(draft -> draft.headline = "Dam & river"));
        paper.add(
                new CardDraft("world/river"),
                new Piece.Html("<p>See "),
                new Piece.Link("dam#why", "<em>the dam</em>", PLACE),
                new Piece.Html(", "),
                new Piece.Link("world/dam", "", PLACE),
                new Piece.Html(".</p>"));
        List<PieceView> pieces = article("world/river").body().pieces();
        assertEquals(1, pieces.size());
        assertEquals(
                "<p>See <a href=\"/world/2026/11/20/dam/#why\"><em>the dam</em></a>,"
                        + " <a href=\"/world/2026/11/20/dam/\">Dam &amp; river</a>.</p>",
                pieces.getFirst().html());
    }

    @Test
    void somebodyIsShownInEachRoleWithTheAddressGivenThere() {
        paper.add(new CardDraft("world/river")
                .with(draft -> draft.authors.add(new Credits.Credit("Bo Li", "Foreign editor", "", PLACE))));
        paper.add(new CardDraft("world/dam").by("Bo Li"));
        paper.add(new CardDraft("world/sea").with(draft -> {
            draft.genre = Genre.SPONSORED;
            draft.authors.add(new Credits.Credit("Sea Works", "", "https://sea.example/", PLACE));
        }));
        paper.add(new CardDraft("world/bay").with(draft -> {
            draft.genre = Genre.SPONSORED;
            draft.authors.add(new Credits.Credit("Sea Works", "", "https://bay.example/", PLACE));
        }));
        var desk = new RecordingDesk(new Notebook(), paper.desk());
        assertEquals("Foreign editor", author("world/river", desk).role());
        assertEquals("", author("world/dam", desk).role());
        assertEquals("/by/bo-li/", author("world/dam", desk).address());
        assertEquals("https://sea.example/", author("world/sea", desk).address());
        assertEquals("https://bay.example/", author("world/bay", desk).address());
    }

    private static PersonView author(String article, NewsDesk desk) {
        return new Views()
                .article(new Article.Id(article), desk)
                .card()
                .byline()
                .people()
                .getFirst();
    }

    @Test
    void theTextsOpeningIsAStandfirstForListsAndNotForItsOwnPage() {
        paper.add(new CardDraft("world/dam"));
        paper.add(new CardDraft("world/river").with(draft -> {
            draft.standfirst = new Inline("The river rose.", "The river rose.");
            draft.opens = true;
        }));
        assertEquals("It <em>rose</em>.", article("world/dam").standfirstHtml());
        assertEquals("", article("world/river").standfirstHtml());
        assertEquals("The river rose.", article("world/river").card().standfirstHtml());
    }

    @Test
    void aDateWithoutATimeOfDayShowsNone() {
        paper.add(new CardDraft("world/dam"));
        paper.add(new CardDraft("world/river").with(draft -> {
            draft.published = Instant.parse("2026-11-19T22:00:00Z");
            draft.dayOnly = true;
        }));
        DateView day = article("world/river").card().published();
        assertEquals("2026-11-20", day.iso());
        assertEquals("", day.time());
        assertEquals(day.date(), day.full());
        assertFalse(article("world/dam").card().published().time().isEmpty());
        assertTrue(new Views()
                .entry(new Article.Id("world/river"), paper.desk())
                .published()
                .startsWith("2026-11-20T00:00:00"));
    }

    @Test
    void aLinkToNothingKeepsItsWords() {
        paper.add(new CardDraft("world/river"), new Piece.Link("nowhere", "old <b>story</b>", PLACE));
        assertEquals(
                "<span class=\"broken-link\">old <b>story</b></span>",
                article("world/river").body().pieces().getFirst().html());
    }

    @Test
    void picturesAndEmbedsAreHolesForTemplatesAndMissingPicturesAreLeftOut() {
        paper.picture("world/dam.jpg", 800, 600);
        paper.add(
                new CardDraft("world/river"),
                new Piece.Html("<p>A</p>"),
                new Piece.Figure("world/dam.jpg", "Dam", new Inline("<i>Dam</i>", "Dam"), "Bo", PLACE),
                new Piece.Html("<p>B</p>"),
                new Piece.Figure("world/gone.jpg", "Gone", Inline.NONE, "", PLACE),
                new Piece.Html("<p>C</p>"),
                new Piece.Embed("video", Map.of("url", "https://v.example/1"), "<p>Video</p>", PLACE));
        List<PieceView> pieces = article("world/river").body().pieces();
        assertEquals(
                List.of("html", "picture", "html", "embed"),
                pieces.stream().map(PieceView::kind).toList());
        assertEquals(
                new PictureView("/media/world/dam.jpg", 800, 600, "Dam", "<i>Dam</i>", "Bo", "", ""),
                pieces.get(1).picture());
        assertEquals("<p>B</p><p>C</p>", pieces.get(2).html());
        assertEquals(1, pieces.get(1).number());
        assertEquals(1, article("world/river").body().pictures());
        assertEquals(
                new EmbedView(
                        "video",
                        "",
                        "v.example",
                        "https://v.example/1",
                        "",
                        "<p>Video</p>",
                        Map.of("url", "https://v.example/1")),
                pieces.get(3).embed());
    }

    @Test
    void anEmbedWithoutWordsOfItsOwnIsDescribedByWhatTheReporterGave() {
        Map<String, String> values =
                Map.of("url", "https://www.v.example/1", "title", "Rain", "provider", "V & W", "caption", "It < rains");
        paper.add(new CardDraft("world/river"), new Piece.Embed("video", values, "", PLACE));
        EmbedView embed = article("world/river").body().pieces().getFirst().embed();
        assertNotNull(embed);
        assertEquals("V & W", embed.provider());
        assertEquals("<p>It &lt; rains</p>\n", embed.textHtml());
    }

    @Test
    void theDatelineRunsIntoTheFirstParagraphAndStandsAboveWhateverElseBeginsTheText() {
        paper.add(
                new CardDraft("world/river").with(draft -> draft.dateline = "BROOK & HILL"),
                new Piece.Html("<p>Rain.</p>\n<p>More.</p>\n"));
        paper.add(
                new CardDraft("world/dam").with(draft -> draft.dateline = "BROOK"), new Piece.Html("<h2>Rain</h2>\n"));
        assertEquals(
                "<p><span class=\"dateline\">BROOK &amp; HILL</span> Rain.</p>\n<p>More.</p>\n",
                article("world/river").body().pieces().getFirst().html());
        assertEquals(
                List.of("<p><span class=\"dateline\">BROOK</span></p>\n", "<h2>Rain</h2>\n"),
                article("world/dam").body().pieces().stream()
                        .map(PieceView::html)
                        .toList());
    }

    @Test
    void linksOfAPieceThatSomebodyPaidForSaySoUnlessTheyStayInThePaper() {
        var text = new Piece.Html("<p><a href=\"https://shop.example/\">Buy</a>"
                + " <a href=\"https://lantern.example/world/\">us</a> <a href=\"/world/\">us</a>"
                + " <a rel=\"nofollow\" href=\"https://shop.example/2\">more</a></p>");
        paper.add(new CardDraft("world/rope").with(draft -> draft.genre = Genre.SPONSORED), text);
        paper.add(new CardDraft("world/river"), text);
        assertEquals(
                "<p><a href=\"https://shop.example/\" rel=\"sponsored\">Buy</a>"
                        + " <a href=\"https://lantern.example/world/\">us</a> <a href=\"/world/\">us</a>"
                        + " <a rel=\"nofollow sponsored\" href=\"https://shop.example/2\">more</a></p>",
                article("world/rope").body().pieces().getFirst().html());
        assertEquals(
                text.html(), article("world/river").body().pieces().getFirst().html());
    }

    @Test
    void whatSomebodyPaidForSaysSoWhereOnlyItsNameIsSeen() {
        paper.add(new CardDraft("world/rope").with(draft -> draft.genre = Genre.SPONSORED));
        paper.add(
                new CardDraft("world/river").with(draft -> draft.follows = List.of("rope")),
                new Piece.Link("world/rope#a", "", PLACE));
        assertEquals(
                "<a href=\"/world/2026/11/20/rope/#a\">Sponsored: Headline of world/rope</a>",
                article("world/river").body().pieces().getFirst().html());
        assertEquals(
                "Sponsored: Headline of world/rope",
                article("world/river").follows().getFirst().name());
    }

    @Test
    void aLiveReportTellsHowFarItHasCome() {
        Instant start = Instant.parse("2026-11-20T08:00:00Z");
        paper.add(new CardDraft("world/river")
                .with(draft -> draft.genre = Genre.LIVE)
                .with(draft -> draft.live = new Card.Live(start, null, Card.Live.State.ACTIVE)));
        LiveView live = article("world/river").live();
        assertNotNull(live);
        assertEquals("active", live.state());
        assertEquals("live.active", live.label());
        assertNull(live.end());
    }

    @Test
    void whatEditorsNamedIsRelatedBeforeWhatSharesATagAndNothingStandsTwice() {
        paper.add(new CardDraft("world/river")
                .with(draft -> draft.tags = List.of("Rivers"))
                .with(draft -> draft.story = "flood")
                .with(draft -> draft.related = List.of("cup", "river", "nowhere")));
        paper.add(new CardDraft("sport/cup"));
        paper.add(new CardDraft("world/tagged").with(draft -> draft.tags = List.of("rivers")));
        paper.add(new CardDraft("world/in-story")
                .with(draft -> draft.tags = List.of("Rivers"))
                .with(draft -> draft.story = "flood"));
        ArticleView article = article("world/river");
        assertEquals(
                List.of("Headline of sport/cup", "Headline of world/tagged"),
                article.related().get().stream().map(CardView::headline).toList());
        StoryView story = article.story();
        assertNotNull(story);
        assertEquals(
                List.of("Headline of world/in-story"),
                story.cards().stream().map(CardView::headline).toList());
    }

    @Test
    void aStoryShowsItsNameAndTimelineButNotItsWholeTextBesideAnArticle() {
        paper.stories.put(
                "flood",
                new StoryPackage(
                        "flood",
                        "The flood",
                        new Inline("So <b>far</b>", "So far"),
                        null,
                        List.of(new StoryPackage.Event("16 November", new Inline("Rain", "Rain"))),
                        SamplePaper.body(new Piece.Html("<p>Long</p>")),
                        PLACE));
        paper.add(new CardDraft("world/river").with(draft -> draft.story = "flood"));
        StoryView story = article("world/river").story();
        assertNotNull(story);
        assertEquals("The flood", story.name());
        assertEquals("/story/flood/", story.address());
        assertEquals(List.of(new EventView("16 November", "Rain", "")), story.timeline());
        assertNull(story.text());
    }

    @Test
    void neighboursAreTheOlderAndTheNewerArticleOfTheSection() {
        paper.add(new CardDraft("world/old").with(draft -> draft.published = Instant.parse("2026-11-01T08:00:00Z")));
        paper.add(new CardDraft("world/mid").with(draft -> draft.published = Instant.parse("2026-11-02T08:00:00Z")));
        paper.add(new CardDraft("world/new").with(draft -> draft.published = Instant.parse("2026-11-03T08:00:00Z")));
        ArticleView mid = article("world/mid");
        assertNotNull(mid.older());
        assertNotNull(mid.newer());
        assertEquals("Headline of world/old", mid.older().headline());
        assertEquals("Headline of world/new", mid.newer().headline());
        assertNull(article("world/new").newer());
    }

    @Test
    void datesAreInThePapersZoneAndTheEditionsLanguage() {
        paper.add(new CardDraft("world/river").with(draft -> draft.published = Instant.parse("2026-11-20T22:30:05Z")));
        assertEquals(
                new DateView(
                        "2026-11-21T00:30:05+02:00",
                        "21 November 2026",
                        "00:30",
                        "21 November 2026, 00:30",
                        "21 Nov 2026"),
                article("world/river").card().published());
        paper.add(new CardDraft("uk/world/richka"));
        assertEquals(
                "20 листопада 2026",
                new Views()
                        .article(new Article.Id("uk/world/richka"), paper.desk("uk"))
                        .card()
                        .published()
                        .date());
    }

    @Test
    void themesSayHowDatesAreWrittenAndAnUnreadablePatternDoesNoHarm() {
        paper.strings.put("date.long", "uuuu/MM/dd");
        paper.strings.put("date.time", "{nonsense");
        paper.add(new CardDraft("world/river"));
        DateView published = article("world/river").card().published();
        assertEquals("2026/11/20", published.date());
        assertEquals("10:00", published.time());
    }

    @Test
    void anArticleIsUpdatedOnlyIfItChangedAfterItAppeared() {
        paper.add(new CardDraft("world/river"));
        paper.add(new CardDraft("world/dam").with(draft -> draft.modified = Instant.parse("2026-11-20T09:00:00Z")));
        assertNull(article("world/river").card().updated());
        DateView updated = article("world/dam").card().updated();
        assertNotNull(updated);
        assertEquals("11:00", updated.time());
    }

    @Test
    void peopleAreNamedWithTheirPagesAndOthersWithTheirRoles() {
        paper.authors.put("ada-king", SamplePaper.author("ada-king", "Ada King"));
        paper.strings.put("role.translator", "Translated by");
        paper.add(new CardDraft("world/river")
                .by("ada-king")
                .with(draft -> draft.contributors.add(
                        new Credits.Credit("Bo Li", "translator", "https://bo.example/", draft.place)))
                .with(draft ->
                        draft.source = new Credits.Source("Wire", "https://wire.example/", "https://wire.example/1")));
        ArticleView article = article("world/river");
        assertEquals(
                List.of(new PersonView("Ada King", "/by/ada-king/", "", null)),
                article.byline().people());
        assertEquals("https://wire.example/1", article.byline().sourceAddress());
        assertEquals(
                List.of(new PersonView("Bo Li", "https://bo.example/", "Translated by", null)), article.contributors());
    }

    @Test
    void correctionsAndSourcesAreLabelledByTheThemeOrInEnglish() {
        paper.strings.put("source.document", "Paper");
        paper.add(new CardDraft("world/river")
                .with(draft -> draft.corrections = List.of(new Card.Correction(
                        Instant.parse("2026-11-21T08:00:00Z"),
                        new Inline("It was <b>two</b>.", "It was two."),
                        Card.Correction.Kind.CLARIFICATION)))
                .with(draft ->
                        draft.sources = List.of(new Card.Citation("Report", "", Card.Citation.Kind.DOCUMENT, ""))));
        ArticleView article = article("world/river");
        NoteView note = article.corrections().getFirst();
        assertEquals("clarification", note.kind());
        assertEquals("Clarification", note.label());
        assertEquals("It was <b>two</b>.", note.html());
        assertEquals("Paper", article.sources().getFirst().label());
    }

    @Test
    void aGenreIsLabelledUnlessItIsPlainNews() {
        paper.add(new CardDraft("world/river"));
        paper.add(new CardDraft("world/ad").with(draft -> draft.genre = Genre.SPONSORED));
        assertEquals("", article("world/river").card().genreLabel());
        assertEquals("Sponsored", article("world/ad").card().genreLabel());
        assertTrue(article("world/ad").card().sponsored());
        assertFalse(article("world/river").card().sponsored());
    }

    @Test
    void aSubsectionHasTheColourOfItsSection() {
        paper.add(new CardDraft("world/tokyo").with(draft -> draft.section = "world/asia"));
        CardView card = article("world/tokyo").card();
        assertEquals("Asia", card.section());
        assertEquals("#1f5c99", card.sectionColour());
        assertEquals("/world/asia/", card.sectionAddress());
    }

    @Test
    void shareLinksArePlainAddressesThatCarryTheHeadlineWhole() {
        paper.add(new CardDraft("world/river").with(draft -> draft.headline = "Rain & \"wind\": 100% + мир"));
        for (LinkView link : article("world/river").share().get()) {
            assertTrue(link.address().matches("(?:https|mailto):[!-~]*"), link.address());
            assertTrue(
                    link.address().contains("Rain%20%26%20%22wind%22%3A%20100%25%20%2B%20%D0%BC%D0%B8%D1%80"),
                    link.address());
            assertTrue(link.address().contains("https%3A%2F%2Flantern.example%2Fworld%2F2026"), link.address());
        }
    }

    @Test
    void breakingEndsAtItsMoment() {
        paper.add(new CardDraft("world/a").with(draft -> draft.breakingUntil = SamplePaper.NOW.plusSeconds(1)));
        paper.add(new CardDraft("world/b").with(draft -> draft.breakingUntil = SamplePaper.NOW));
        assertTrue(article("world/a").card().breaking());
        assertFalse(article("world/b").card().breaking());
    }

    @Test
    void theMainPictureKeepsItsCaptionAndCredit() {
        paper.picture("world/bridge.jpg", 1200, 800);
        paper.add(new CardDraft("world/river").with(draft -> draft.picture = picture("world/bridge.jpg")));
        assertEquals(
                new PictureView(
                        "/media/world/bridge.jpg",
                        1200,
                        800,
                        "A bridge",
                        "The <em>old</em> bridge",
                        "Ada King",
                        "",
                        "© Ada King"),
                article("world/river").picture());
    }
}
