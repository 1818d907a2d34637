package press.broadsheet.build;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.Sink;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.desk.Notebook;
import press.broadsheet.edition.Paging;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Card;
import press.broadsheet.news.Language;
import press.broadsheet.text.Fingerprint;

/** The fingerprints of what the desks answer today. Thread-safe. */
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

    /** Of one question's answer; {@link Fingerprint#NONE} from an edition that is no more. */
    Fingerprint of(Notebook.Entry.Asked asked) {
        NewsDesk desk = desks.get(asked.language());
        if (desk == null) {
            return Fingerprint.NONE;
        }
        if (asked.need() instanceof ArticleNeed.OfBody text) {
            return texts.print(text.id());
        }
        if (asked.need() instanceof ArticleNeed.OfEntries run) {
            return entries(run.page(), desk);
        }
        var sink = new Sink();
        write(asked.need().ask(desk), sink);
        return sink.fingerprint();
    }

    /** Of all that the answer is made of: the page's own entries, the oldest, and whether there is a newer page. */
    private Fingerprint entries(Subject.Entries page, NewsDesk desk) {
        List<Filed.Entry> all = texts.entries(page.article());
        Paging paging = Paging.of(all.size(), desk.pageSize());
        if (page.page() < 1 || page.page() > paging.pages()) {
            return Fingerprint.NONE;
        }
        int from = paging.from(page.page());
        var sink = new Sink();
        all.subList(from, from + paging.count(page.page())).forEach(entry -> sink.fingerprint(entry.print()));
        sink.text(all.getLast().id());
        sink.one(page.page() == paging.pages() ? 0 : 1);
        return sink.fingerprint();
    }

    private void write(@Nullable Object answer, Sink sink) {
        switch (answer) {
            case Optional<?> some -> {
                sink.one(some.isPresent() ? 1 : 0);
                some.ifPresent(present -> write(present, sink));
            }
            case List<?> list -> {
                sink.count(list.size());
                list.forEach(one -> write(one, sink));
            }
            case ZoneId zone -> codecs.write(ZoneId.class, zone, sink);
            case Record value -> codecs.write(value.getClass(), value, sink);
            case null -> sink.one(0);
            default -> codecs.write(Object.class, answer, sink);
        }
    }
}
