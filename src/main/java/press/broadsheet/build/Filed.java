package press.broadsheet.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Blob;
import press.broadsheet.cache.BodyStore;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Sink;
import press.broadsheet.cache.Source;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.Fingerprint;

/**
 * What a file of an article gave. Its text is not in memory.
 *
 * @param card null if the file cannot be read as an article
 * @param print of the card
 * @param slot where the text is kept; null without a card
 * @param problems that reading and typesetting told
 * @param words in the text
 */
record Filed(
        @Nullable Card card,
        Fingerprint print,
        Body.Ends ends,
        BodyStore.@Nullable Slot slot,
        List<Problem> problems,
        int words) {

    /** A file that gave nothing but problems. */
    static Filed broken(List<Problem> problems) {
        return new Filed(null, Fingerprint.NONE, Body.Ends.NONE, null, problems, 0);
    }

    static Filed of(Card card, Body body, BodyStore.Slot slot, List<Problem> problems, Codecs codecs) {
        var sink = new Sink();
        codecs.write(Card.class, card, sink);
        return new Filed(card, sink.fingerprint(), body.ends(), slot, problems, body.words());
    }

    /** All but the slot, to be kept. */
    Blob toBlob(Codecs codecs) {
        var sink = new Sink();
        sink.fingerprint(print);
        codecs.write(Kept.class, new Kept(card, ends, problems, words), sink);
        return Blob.of(sink);
    }

    static Filed read(Ledger.Kept kept, Codecs codecs) {
        Source source = kept.result().source();
        Fingerprint print = source.fingerprint();
        Kept found = codecs.read(Kept.class, source);
        return new Filed(found.card(), print, found.ends(), kept.slot(), found.problems(), found.words());
    }

    /** What is kept of it beside the print and the slot. */
    public record Kept(@Nullable Card card, Body.Ends ends, List<Problem> problems, int words) {}
}
