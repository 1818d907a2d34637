package press.broadsheet.cache;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.Numbers;
import press.broadsheet.files.OutputPath;
import press.broadsheet.text.Fingerprint;

/**
 * What stands behind a whole ledger for {@link LedgerLookup}: which files show each text, in the order of the articles, and
 * where each card is kept, in the order of their fingerprints.
 */
public final class LedgerIndex {
    /** One of texts, one of cards. */
    static final int PARTS = 2;

    /** So many bytes has an entry of the part of cards: a fingerprint, and a slot. */
    static final int CARD = 16 + 8 + 4 + 16;

    static final Comparator<Fingerprint> IN_ORDER =
            Comparator.comparingLong(Fingerprint::high).thenComparingLong(Fingerprint::low);

    private final Sink texts = new Sink();
    private final Sink cards = new Sink();

    private LedgerIndex() {}

    /** That of a whole ledger. To make it takes a third of the time that writing the ledger does. */
    public static LedgerIndex of(Ledger ledger) {
        var index = new LedgerIndex();
        writeTexts(ledger, LedgerFile.inOrder(ledger.made()), index.texts);
        writeCards(ledger, index.cards);
        return index;
    }

    void write(SealedFile.Parts parts) throws IOException {
        parts.add(texts);
        parts.add(cards);
    }

    /** Who asks for a text, and shows it. */
    private static final class Text {
        /** Numbers of the questions for it. */
        private final List<Integer> questions = new ArrayList<>(1);

        /** Indexes of files. */
        private final List<Integer> files = new ArrayList<>();

        /** Whether something was made of it that many pages have in common. */
        private boolean shared;

        void isShownBy(int file) {
            if (files.isEmpty() || files.getLast() != file) {
                files.add(file);
            }
        }

        void write(Sink sink) {
            sink.one(shared ? 1 : 0);
            LedgerEntries.write(numbers(questions), sink);
            LedgerEntries.write(numbers(files), sink);
        }

        private static Numbers numbers(List<Integer> inOrder) {
            return Numbers.of(inOrder.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /** @param made the paths of all files, in the order in which they are written */
    private static void writeTexts(Ledger ledger, List<OutputPath> made, Sink sink) {
        var texts = new TreeMap<String, Text>();
        @Nullable Text[] asked = texts(ledger.questions(), texts);
        for (Notebook.Entry entry : ledger.questions()) {
            if (entry instanceof Notebook.Entry.Together together) {
                together.needs().stream()
                        .mapToObj(number -> asked[number])
                        .filter(Objects::nonNull)
                        .forEach(text -> text.shared = true);
            }
        }
        for (int file = 0; file < made.size(); file++) {
            Numbers needs =
                    Objects.requireNonNull(ledger.made().get(made.get(file))).needs();
            for (int i = 0; i < needs.size(); i++) {
                Text text = asked[needs.get(i)];
                if (text != null) {
                    text.isShownBy(file);
                }
            }
        }
        var starts = new Offsets();
        texts.forEach((id, text) -> {
            starts.add(sink.size());
            sink.text(id);
            text.write(sink);
        });
        starts.addTo(sink);
    }

    /**
     * What is asked for by number; null where that is no text.
     *
     * @param texts are added to it, by the article
     */
    private static @Nullable Text[] texts(List<Notebook.Entry> questions, Map<String, Text> texts) {
        var asked = new @Nullable Text[questions.size()];
        for (int number = 0; number < asked.length; number++) {
            if (questions.get(number) instanceof Notebook.Entry.Asked one
                    && one.need() instanceof ArticleNeed.OfBody body) {
                Text text = texts.computeIfAbsent(body.id().path(), id -> new Text());
                text.questions.add(number);
                asked[number] = text;
            }
        }
        return asked;
    }

    private static void writeCards(Ledger ledger, Sink sink) {
        record Card(Fingerprint print, SourceStore.Slot slot) {}
        var cards = new ArrayList<Card>();
        for (Ledger.Kept kept : ledger.sources().values()) {
            Fingerprint print = kept.card();
            if (print != null) {
                cards.add(new Card(print, kept.result()));
            }
        }
        cards.sort(Comparator.comparing(Card::print, IN_ORDER));
        for (Card card : cards) {
            sink.fingerprint(card.print());
            sink.number(card.slot().at());
            sink.four(card.slot().length());
            sink.fingerprint(card.slot().print());
        }
    }
}
