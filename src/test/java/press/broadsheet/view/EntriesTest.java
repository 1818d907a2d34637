package press.broadsheet.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.broadsheet.desk.SamplePaper.PLACE;
import static press.broadsheet.desk.SamplePaper.picture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.broadsheet.desk.CardDraft;
import press.broadsheet.desk.SamplePaper;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Piece;

class EntriesTest {
    private static final String RIVER = "https://lantern.example/world/2026/11/20/river/";
    private final SamplePaper paper = new SamplePaper();
    private final CardDraft river = new CardDraft("world/river");

    private EntryView entry(Piece... body) {
        paper.add(river, body);
        return new Views().entry(new Article.Id("world/river"), paper.desk());
    }

    // FD12
    @Test
    void addressesInTheTextAreAbsolute() {
        paper.url = "https://lantern.example/paper/";
        paper.add(new CardDraft("world/dam"));
        EntryView entry = entry(
                new Piece.Html("<p><a href=\"#fn1\">1</a> <a href=\"/x/?a=$1\">x</a>"
                        + " <a href=\"//cdn.example/y\">y</a> <a href=\"https://z.example/#/a\">z</a> "),
                new Piece.Link("dam", "", PLACE),
                new Piece.Html("</p><p>href=\"/not-an-attribute\"</p>"));
        String page = "https://lantern.example/paper/world/2026/11/20/river/";
        assertEquals(
                "<p><a href=\"" + page + "#fn1\">1</a> <a href=\"https://lantern.example/paper/x/?a=$1\">x</a>"
                        + " <a href=\"https://cdn.example/y\">y</a> <a href=\"https://z.example/#/a\">z</a>"
                        + " <a href=\"https://lantern.example/paper/world/2026/11/20/dam/\">Headline of world/dam</a>"
                        + "</p><p>href=\"/not-an-attribute\"</p>",
                entry.contentHtml());
        assertEquals(page, entry.address());
    }

    @Test
    void whatOnlyLooksLikeAnAddressInATextStaysAsItIsWritten() {
        String code = "<p><code>&lt;a href=\"/about/\"&gt;</code>, and 1 < 2, says a < b href=\"/x\"</p>";
        assertEquals(code, entry(new Piece.Html(code)).contentHtml());
    }

    @Test
    void handlersOfEveryKindStayAtHome() {
        String html = entry(new Piece.Html(
                        "<p\nONLOAD='x()' title=\"a on=b\">A</p><img src=\"/a.svg\" onerror=y() alt=\"\">"
                                + "<strong>S</strong><ol><li>on=1</li></ol><OBJECT data=\"/x\"></OBJECT><span>B"))
                .contentHtml();
        assertEquals(
                "<p title=\"a on=b\">A</p><img src=\"https://lantern.example/a.svg\" alt=\"\">"
                        + "<strong>S</strong><ol><li>on=1</li></ol><span>B",
                html);
    }

    // FD12
    @Test
    void scriptsNeverLeaveThePaper() {
        String html = entry(
                        new Piece.Html(
                                "<p onclick=\"x()\" class=\"a\">A</p><SCRIPT src=\"/a.js\">alert('<p>')</SCRIPT><p>B</p><script>open"))
                .contentHtml();
        assertEquals("<p class=\"a\">A</p><p>B</p>", html);
    }

    @Test
    void figuresAreFiguresAndEmbedsAreALinkAndTheirText() {
        paper.picture("world/dam.jpg", 800, 600);
        assertEquals(
                "<figure><img src=\"https://lantern.example/media/world/dam.jpg\" alt=\"A &quot;dam&quot;\""
                        + " width=\"800\" height=\"600\"><figcaption><i>Dam</i> Bo &amp; Co</figcaption></figure>\n"
                        + "<p><a href=\"https://v.example/\">https://v.example/</a> (v.example)</p>\n<p>Watch</p>"
                        + "<p><a href=\"https://v.example/?a=1&amp;b=2\">A &lt;film&gt;</a> (v.example)</p>\n",
                entry(
                                new Piece.Figure(
                                        "world/dam.jpg",
                                        "A \"dam\"",
                                        new Inline("<i>Dam</i>", "Dam"),
                                        "Bo & Co",
                                        PLACE),
                                new Piece.Embed("video", Map.of("url", "https://v.example/"), "<p>Watch</p>", PLACE),
                                new Piece.Embed(
                                        "map",
                                        Map.of("url", "https://v.example/?a=1&b=2", "title", "A <film>"),
                                        "",
                                        PLACE))
                        .contentHtml());
    }

    @Test
    void aPaperMayGiveSummariesOnly() {
        paper.fullText = false;
        EntryView entry = entry(new Piece.Html("<p>A</p>"));
        assertEquals("", entry.contentHtml());
        assertEquals("It rose.", entry.summary());
        assertEquals("It <em>rose</em>.", entry.summaryHtml());
    }

    @Test
    void anEntryCarriesWhatReadersOfFeedsSee() {
        paper.picture("world/bridge.jpg", 1200, 800);
        river.by("Ada King");
        river.tags = List.of("Rivers");
        river.sections = List.of("sport");
        river.genre = Genre.ANALYSIS;
        river.picture = picture("world/bridge.jpg");
        river.modified = Instant.parse("2026-11-21T08:00:00Z");
        river.source = new Credits.Source("Wire", "https://wire.example/", "https://wire.example/1");
        EntryView entry = entry(new Piece.Html("<p>A</p>"));
        assertEquals("tag:lantern.example,2026:river", entry.uri());
        assertEquals(RIVER, entry.address());
        assertEquals(List.of("World", "Sport & Play", "Rivers", "Analysis"), entry.categories());
        assertEquals(
                "https://lantern.example/by/ada-king/",
                entry.authors().getFirst().address());
        assertEquals("2026-11-20T10:00:00+02:00", entry.published());
        assertEquals("2026-11-21T10:00:00+02:00", entry.updated());
        assertEquals("image/jpeg", entry.pictureType());
        assertTrue(entry.picture() != null
                && entry.picture().address().equals("https://lantern.example/media/world/bridge.jpg"));
        assertEquals("https://wire.example/1", entry.sourceAddress());
        assertEquals("© The Lantern", entry.rights());
    }

    // ED2, ED8
    @Test
    void correctionsStandInTheTextAndPaidPiecesSaySoFirst() {
        river.genre = Genre.SPONSORED;
        river.corrections = List.of(new Card.Correction(
                Instant.parse("2026-11-21T08:00:00Z"), new Inline("Two.", "Two."), Card.Correction.Kind.CORRECTION));
        EntryView entry = entry(new Piece.Html("<p>A</p>\n"));
        assertEquals("Sponsored: Headline of world/river", entry.headline());
        assertEquals("<p>A</p>\n<p><strong>Correction, 21 November 2026:</strong> Two.</p>\n", entry.contentHtml());
        assertFalse(entry.contentHtml().contains("class="));
    }
}
