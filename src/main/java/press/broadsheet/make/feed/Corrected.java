package press.broadsheet.make.feed;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Card;
import press.broadsheet.view.EntryView;
import press.broadsheet.view.Markup;

/** What a paper corrected, as entries of a feed: one for each note, so that a second correction is news again. */
final class Corrected {
    private Corrected() {}

    /** A correction and the article that it mends. */
    private record Noted(Card card, Card.Correction note) {
        Instant date() {
            return note.date();
        }
    }

    static List<EntryView> entries(List<Card> cards, NewsDesk desk, Entries entries, int size) {
        List<Noted> notes = cards.stream()
                .flatMap(card -> card.apparatus().corrections().stream().map(note -> new Noted(card, note)))
                .sorted(Comparator.comparing(Noted::date)
                        .reversed()
                        .thenComparing(noted -> noted.card().id()))
                .limit(size)
                .toList();
        var ids = new HashSet<String>();
        var shown = new ArrayList<EntryView>(notes.size());
        for (Noted noted : notes) {
            shown.add(entry(noted, desk, entries, ids));
        }
        return shown;
    }

    private static EntryView entry(Noted noted, NewsDesk desk, Entries entries, Set<String> ids) {
        EntryView article = entries.entry(noted.card().id(), desk);
        String kind = noted.note().kind().name().toLowerCase(Locale.ROOT);
        // The date is part of the identity, so that further notes do not make readers see this one again.
        String id = article.uri() + (article.uri().indexOf('#') < 0 ? "#" : "-") + kind + "-"
                + noted.date().getEpochSecond();
        String unique = id;
        for (int i = 2; !ids.add(unique); i++) {
            unique = id + "-" + i;
        }
        // Not toString(), which leaves out seconds where they are zero.
        String date = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(FeedMaker.at(noted.date(), desk));
        String label = desk.string("correction." + kind)
                .orElse(kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1));
        String html = "<p>" + Markup.fitForFeeds(noted.note().text(), article.address(), desk.root()) + "</p>";
        return new EntryView(
                unique,
                article.address(),
                label + ": " + article.headline(),
                noted.note().text().plain(),
                html,
                html,
                List.of(),
                "",
                List.of(label),
                date,
                date,
                noted.date(),
                null,
                "",
                article.language(),
                article.rights(),
                "",
                "");
    }
}
