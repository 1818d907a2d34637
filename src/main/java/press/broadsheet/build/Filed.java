package press.broadsheet.build;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.Sink;
import press.broadsheet.cache.Source;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Piece;
import press.broadsheet.problem.Problem;
import press.broadsheet.read.ContentFault;
import press.broadsheet.text.Fingerprint;

/**
 * What a file of an article gave. Its text is not in memory.
 *
 * @param card null if the file cannot be read as an article
 * @param print of the card
 * @param slot where the text is kept; null without a card
 * @param problems that reading and typesetting told
 * @param words in the text
 * @param entries of the entries of a live report, newest first
 */
record Filed(
        @Nullable Card card,
        Fingerprint print,
        Body.Ends ends,
        SourceStore.@Nullable Slot slot,
        List<Problem> problems,
        int words,
        List<Entry> entries) {

    /** The same with a card that says the same, for those who tell cards from one another by what they are. */
    Filed with(@Nullable Card same) {
        return new Filed(same, print, ends, slot, problems, words, entries);
    }

    /** Of the text; {@link Fingerprint#NONE} if there is none. */
    Fingerprint textPrint() {
        return slot == null ? Fingerprint.NONE : slot.print();
    }

    /** A wire story that is held back because nothing says when it was published; nothing else is broken about it. */
    Optional<BuildReport.HeldBack> undated() {
        boolean isBroken = problems.stream().anyMatch(problem -> problem.code().severity() == Problem.Severity.ERROR);
        return card != null || isBroken
                ? Optional.empty()
                : problems.stream()
                        .filter(problem -> problem.code() == ContentFault.WIRE_DATE_MISSING)
                        .findFirst()
                        .map(problem -> new BuildReport.HeldBack(
                                problem.place().file().toString().replace('\\', '/'), "no date"));
    }

    /** A file that gave nothing but problems. */
    static Filed broken(List<Problem> problems) {
        return new Filed(null, Fingerprint.NONE, Body.Ends.NONE, null, problems, 0, List.of());
    }

    /**
     * What a file gave, and how it is kept.
     *
     * @param shortLinks what the article's short texts link to
     */
    static Sources.Result<Filed> of(
            Article article, List<Body.Mention> shortLinks, List<Problem> problems, SourceStore store, Codecs codecs) {
        try (Sink sink = Sink.passing()) {
            sink.one(1);
            codecs.write(Card.class, article.card(), sink);
            Fingerprint print = sink.fingerprint();
            Body body = article.body();
            List<Entry> entries = body.entries().stream().map(Entry::of).toList();
            var filed = new Filed(
                    article.card(),
                    print,
                    body.ends().with(shortLinks),
                    store.add(body),
                    problems,
                    body.words(),
                    entries);
            return filed.result(sink, store, codecs);
        }
    }

    /** The same of a file that gave nothing but problems. */
    static Sources.Result<Filed> of(List<Problem> problems, SourceStore store, Codecs codecs) {
        try (Sink sink = Sink.passing()) {
            sink.one(0);
            return broken(problems).result(sink, store, codecs);
        }
    }

    /** All but the slot is kept, behind the card. */
    private Sources.Result<Filed> result(Sink sink, SourceStore store, Codecs codecs) {
        codecs.write(Beside.class, new Beside(ends, problems, words, entries), sink);
        sink.fingerprint(print);
        return new Sources.Result<>(this, card == null ? null : print, slot, store.add(sink));
    }

    /** @param source of what was kept of it */
    static Filed read(Source source, SourceStore.@Nullable Slot text, Codecs codecs) {
        Card card = source.one() == 0 ? null : codecs.read(Card.class, source);
        Beside beside = codecs.read(Beside.class, source);
        return new Filed(
                card, source.fingerprint(), beside.ends(), text, beside.problems(), beside.words(), beside.entries());
    }

    /** What is kept of it beside the card. */
    public record Beside(Body.Ends ends, List<Problem> problems, int words, List<Entry> entries) {}

    /**
     * An entry of a live report, by what readers see of it.
     *
     * @param print of all but where it stands in its file: what is written above it moves that
     */
    public record Entry(String id, Fingerprint print) {
        static Entry of(Piece.Entry entry) {
            return new Entry(entry.id(), Placeless.print(Piece.Entry.class, entry));
        }
    }
}
