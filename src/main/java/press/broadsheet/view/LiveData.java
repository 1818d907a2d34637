package press.broadsheet.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Piece;
import press.broadsheet.text.JsonWriter;

/** A live report in JSON-LD: from when to when it goes, and every entry as a BlogPosting (schema.org). For one page. */
final class LiveData {
    private final NewsDesk desk;
    private final Dates dates;
    private final LiveReports reports;

    LiveData(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
        this.reports = new LiveReports(desk, dates);
    }

    /** Within the article's object. */
    void write(Card card, JsonWriter json) {
        Card.Live live = card.apparatus().live();
        LiveReports.Pages pages = reports.pages(card);
        json.member("coverageStartTime", dates.iso(live == null ? card.timing().published() : live.start()));
        Instant end = live == null ? null : end(live, pages.entries(), card);
        if (end != null) {
            json.member("coverageEndTime", dates.iso(end));
        }
        if (!pages.entries().isEmpty()) {
            json.array("liveBlogUpdate");
            for (int i = 0; i < pages.entries().size(); i++) {
                Piece.Entry entry = pages.entries().get(i);
                update(card, entry, entry.pinned() ? 0 : pages.page(i), json);
            }
            json.end();
        }
    }

    /** What has been closed without saying when ended with its last entry. */
    private static @Nullable Instant end(Card.Live live, List<Piece.Entry> entries, Card card) {
        Instant end = live.end();
        if (end != null || live.state() != Card.Live.State.ARCHIVED) {
            return end;
        }
        return entries.isEmpty() ? card.timing().modified() : entries.getFirst().time();
    }

    private void update(Card card, Piece.Entry entry, int page, JsonWriter json) {
        String address = desk.root().absolute(reports.address(card, page)) + "#" + entry.id();
        json.object()
                .member("@type", "BlogPosting")
                .member("@id", address)
                .member("headline", reports.title(entry))
                .member("datePublished", dates.iso(entry.time()))
                .optional("articleBody", reports.text(entry))
                .member("url", address);
        if (!entry.author().isEmpty()) {
            Author author = desk.credited(entry.author());
            String own = new People(desk).address(author.id());
            json.object("author")
                    .member("@type", author.organisation() ? "Organization" : "Person")
                    .member("name", author.name())
                    .optional("url", own.isEmpty() ? "" : desk.root().absolute(own))
                    .end();
        }
        json.end();
    }
}
