package press.broadsheet.view;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Paging;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Piece;
import press.broadsheet.plan.Output;
import press.broadsheet.text.Escape;
import press.broadsheet.text.Fingerprint;
import press.broadsheet.text.PlainWords;

/** Shows the entries of live reports. For one page. */
final class LiveReports {
    /** How much of an entry without a title stands for one, in characters. */
    private static final int LONGEST_TITLE = 90;

    private final NewsDesk desk;
    private final Dates dates;
    private final Words words;

    LiveReports(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
        this.words = new Words(desk);
    }

    /** The entries of a report and the pages on which they stand; none of what is no live report. */
    record Pages(List<Piece.Entry> entries, Paging paging) {
        /** The page of the entry at an index: 0 for the report's own. */
        int page(int index) {
            return paging.pageOf(index);
        }

        List<Piece.Entry> on(int page) {
            return entries.subList(paging.from(page), paging.from(page) + paging.count(page));
        }
    }

    Pages pages(Card card) {
        List<Piece.Entry> entries =
                card.filing().genre() == Genre.LIVE ? desk.body(card.id()).entries() : List.of();
        return new Pages(entries, Paging.of(entries.size(), desk.pageSize()));
    }

    /** A report as its own page shows it; null for what is no live report. */
    @Nullable
    LiveView of(Card card) {
        Card.Live live = card.apparatus().live();
        if (live == null || card.filing().genre() != Genre.LIVE) {
            return null;
        }
        Pages pages = pages(card);
        // A pinned entry stands once on the report's own page; on the numbered one it stays where it belongs in time.
        List<LiveEntryView> entries = entries(
                card, pages.on(0).stream().filter(entry -> !entry.pinned()).toList(), 0);
        List<LiveEntryView> pinned = entries(
                card, pages.entries().stream().filter(Piece.Entry::pinned).toList(), 0);
        List<KeyEventView> keys = keyEvents(card, pages);
        String state = live.state().name().toLowerCase(Locale.ROOT);
        Instant end = live.end();
        return new LiveView(
                state,
                words.say("live." + state),
                dates.of(live.start()),
                end == null ? null : dates.of(end),
                pinned,
                keys,
                entries,
                pager(card, 0, pages.paging().pages(), ""),
                oldest(card, pages),
                pages.entries().size(),
                live.state() == Card.Live.State.ARCHIVED ? "" : address(card, 0) + Output.LiveFile.NAME,
                print(state, pinned, entries, keys));
    }

    /** A numbered page with a report's earlier entries; null for what is no live report. */
    @Nullable
    LiveView of(Card report, int page) {
        Card.Live live = report.apparatus().live();
        if (live == null) {
            return null;
        }
        NewsDesk.EntryRun run = desk.entries(new Subject.Entries(report.id(), page));
        String state = live.state().name().toLowerCase(Locale.ROOT);
        Instant end = live.end();
        return new LiveView(
                state,
                words.say("live." + state),
                dates.of(live.start()),
                end == null ? null : dates.of(end),
                List.of(),
                List.of(),
                entries(report, run.entries(), page),
                pager(report, page, page - 1, address(report, run.newer())),
                (page == 1 ? "" : address(report, 1)) + "#" + run.oldest(),
                0,
                "",
                "");
    }

    /** @param older the number of the next older page; 0 if there is none */
    private PagerView pager(Card card, int page, int older, String newer) {
        return new PagerView(page, address(card, 0), newer, older == 0 ? "" : address(card, older));
    }

    private String oldest(Card card, Pages pages) {
        if (pages.entries().size() < 2) {
            return "";
        }
        int last = pages.page(pages.entries().size() - 1);
        return (last == 0 ? "" : address(card, last)) + "#"
                + pages.entries().getLast().id();
    }

    /** Root-relative; of the report's own page, or of a numbered one. */
    String address(Card card, int page) {
        return desk.address(page == 0 ? new Subject.Story(card.id()) : new Subject.Entries(card.id(), page))
                .orElse("");
    }

    private List<LiveEntryView> entries(Card card, List<Piece.Entry> entries, int page) {
        var views = new ArrayList<LiveEntryView>();
        LocalDate above = null;
        for (Piece.Entry entry : entries) {
            LocalDate day = entry.time().atZone(desk.zone()).toLocalDate();
            views.add(entry(card, entry, !day.equals(above), page));
            above = day;
        }
        return views;
    }

    private LiveEntryView entry(Card card, Piece.Entry entry, boolean newDay, int page) {
        BodyView body = new BodyViews(desk).of(entry, card);
        PersonView author = entry.author().isEmpty() ? null : new People(desk).named(entry.author());
        LinkView article = entry.article().isEmpty()
                ? null
                : desk.article(entry.article())
                        .map(new CardViews(desk, dates)::link)
                        .orElse(null);
        String title = Markup.of(entry.title(), desk.root());
        return new LiveEntryView(
                entry.id(),
                dates.of(entry.time()),
                newDay,
                title,
                author,
                entry.key(),
                entry.pinned(),
                body,
                article,
                address(card, page) + "#" + entry.id(),
                print(entry, title, author, article, body));
    }

    private List<KeyEventView> keyEvents(Card card, Pages pages) {
        var keys = new ArrayList<KeyEventView>();
        for (int i = 0; i < pages.entries().size(); i++) {
            Piece.Entry entry = pages.entries().get(i);
            if (entry.key()) {
                int page = entry.pinned() ? 0 : pages.page(i);
                keys.add(new KeyEventView(
                        dates.of(entry.time()),
                        title(entry),
                        (page == 0 ? "" : address(card, page)) + "#" + entry.id()));
            }
        }
        return keys;
    }

    /** The title, or the first words. */
    String title(Piece.Entry entry) {
        if (!entry.title().isEmpty()) {
            return entry.title().plain();
        }
        String text = text(entry);
        int cut = text.length() <= LONGEST_TITLE ? -1 : text.lastIndexOf(' ', LONGEST_TITLE);
        return cut > 0 ? text.substring(0, cut) + "…" : text;
    }

    /** What an entry says, in plain words. */
    String text(Piece.Entry entry) {
        var html = new StringBuilder();
        var bodies = new BodyViews(desk);
        for (Piece piece : entry.pieces()) {
            switch (piece) {
                case Piece.Html finished -> html.append(finished.html());
                case Piece.Link link -> bodies.link(link, html);
                case Piece.Figure figure ->
                    html.append(' ').append(figure.caption().html());
                case Piece.Embed embed -> html.append(' ').append(embed.text());
                case Piece.Entry inner ->
                    html.append(' ').append(Escape.text(inner.title().plain()));
            }
        }
        return PlainWords.of(html.toString());
    }

    private static String print(
            Piece.Entry entry, String title, @Nullable PersonView author, @Nullable LinkView article, BodyView body) {
        var all = new StringBuilder();
        all.append(entry.time())
                .append('\n')
                .append(entry.key())
                .append('\n')
                .append(title)
                .append('\n');
        all.append(author == null ? "" : author.name() + author.address()).append('\n');
        all.append(article == null ? "" : article.name() + article.address()).append('\n');
        for (PieceView piece : body.pieces()) {
            PictureView picture = piece.picture();
            EmbedView embed = piece.embed();
            all.append(piece.html()).append('\n');
            all.append(picture == null ? "" : picture.toString()).append('\n');
            all.append(embed == null ? "" : embed.name() + embed.title() + embed.address() + embed.textHtml())
                    .append('\n');
        }
        return print(all);
    }

    private static String print(
            String state, List<LiveEntryView> pinned, List<LiveEntryView> entries, List<KeyEventView> keys) {
        var all = new StringBuilder(state);
        pinned.forEach(entry -> all.append('\n').append(entry.id()).append(entry.print()));
        all.append('\n');
        entries.forEach(entry -> all.append('\n').append(entry.id()).append(entry.print()));
        keys.forEach(key -> all.append('\n').append(key.address()).append(key.title()));
        return print(all);
    }

    private static String print(CharSequence all) {
        return Fingerprint.of(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 16);
    }
}
