package press.broadsheet.build;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.Sink;
import press.broadsheet.cache.Written;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.desk.Need;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.desk.Notebook;
import press.broadsheet.edition.Paging;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Card;
import press.broadsheet.news.Language;
import press.broadsheet.text.Fingerprint;

/** What the desks answer today, written down: a card or a text as its fingerprint. Thread-safe. */
final class Answers {
    private final Map<Language, NewsDesk> desks = new HashMap<>();
    private final Bodies texts;
    private final Codecs codecs;

    /**
     * @param desks of all editions
     * @param cards fingerprints of the cards of all articles
     * @param texts which know their own fingerprints, so that none is read
     */
    Answers(Collection<NewsDesk> desks, Function<Card, Fingerprint> cards, Bodies texts) {
        desks.forEach(desk -> this.desks.put(desk.language(), desk));
        this.codecs = new Codecs(Card.class, cards);
        this.texts = texts;
    }

    /** The answer to one question; {@link Written#NONE} from an edition that is no more. */
    Written of(Notebook.Entry.Asked asked) {
        NewsDesk desk = desks.get(asked.language());
        return desk == null ? Written.NONE : of(asked.need(), desk);
    }

    private <A> Written of(Need<A> need, NewsDesk desk) {
        if (need instanceof ArticleNeed.OfBody text) {
            return of(texts.print(text.id()));
        }
        try (Sink sink = Sink.passing()) {
            if (need instanceof ArticleNeed.OfEntries run) {
                write(run.page(), desk, sink);
            } else {
                codecs.write(need, need.ask(desk), sink);
            }
            return Written.of(sink);
        }
    }

    /** How a text is written. */
    static Written of(Fingerprint text) {
        try (Sink sink = Sink.passing()) {
            sink.fingerprint(text);
            return Written.of(sink);
        }
    }

    /** Of all that the answer is made of: the page's own entries, the oldest, and whether there is a newer page. */
    private void write(Subject.Entries page, NewsDesk desk, Sink sink) {
        List<Filed.Entry> all = texts.entries(page.article());
        Paging paging = Paging.of(all.size(), desk.pageSize());
        if (page.page() >= 1 && page.page() <= paging.pages()) {
            int from = paging.from(page.page());
            all.subList(from, from + paging.count(page.page())).forEach(entry -> sink.fingerprint(entry.print()));
            sink.text(all.getLast().id());
            sink.one(page.page() == paging.pages() ? 0 : 1);
        }
    }
}
