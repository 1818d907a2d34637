package press.broadsheet.cache;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.Notebook;
import press.broadsheet.files.OutputPath;

/**
 * The file that a {@link Ledger} is kept in: a whole one, and behind it what later builds changed in it. Set aside while
 * the published folder is being changed.
 *
 * <p>Its first part says how many follow of each kind. Of a whole ledger these are portions of its sources, questions and
 * files, in order, each with the places of its entries; then, for {@link LedgerLookup}, which files show which texts, and
 * where each card is kept.
 */
public final class LedgerFile {
    /** So many entries at most are in one part of a whole ledger. */
    static final int PORTION = 10_000;

    private final SealedFile file;
    private final LedgerEntries entries;

    /** @param codecs of the state's values */
    LedgerFile(SealedFile file, Codecs codecs) {
        this.file = file;
        this.entries = new LedgerEntries(codecs);
    }

    /** What the first part says. */
    record Head(Written reading, long looked, int sources, int questions, int made, int lookup) {
        static Head read(Source source) {
            return new Head(
                    source.written(), source.number(), source.count(), source.count(), source.count(), source.count());
        }

        void write(Sink sink) {
            reading.addTo(sink);
            sink.number(looked);
            sink.count(sources);
            sink.count(questions);
            sink.count(made);
            sink.count(lookup);
        }

        /** Behind the head. */
        int portions() {
            return portions(sources) + portions(questions) + portions(made);
        }

        static int portions(int entries) {
            return (entries + PORTION - 1) / PORTION;
        }
    }

    /** The last ledger; empty if there is none that can be used. */
    public Optional<Ledger> read() {
        long time = file.time();
        var filling = new Filling();
        return file.read(filling::take) ? filling.ledger(time) : Optional.empty();
    }

    /** The same ledger, to look up some of it; empty if there is none that can be used. */
    public Optional<LedgerLookup> lookup() {
        List<Source> parts = file.read();
        try {
            return parts.isEmpty() ? Optional.empty() : Optional.of(new LedgerLookup(parts, entries));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Gathers a whole ledger, part by part. What is not named stays as it was. */
    private final class Filling implements LedgerEntries.Reader {
        private final List<Notebook.Entry> questions = new ArrayList<>();
        private final List<Written> answers = new ArrayList<>();
        private Map<String, Ledger.Kept> sources = Map.of();
        private Map<OutputPath, Ledger.Made> made = Map.of();
        private @Nullable Head head;
        private int taken;

        void take(Source part) {
            Head known = head;
            if (known == null) {
                known = Head.read(part);
                head = known;
                sources = HashMap.newHashMap(known.sources());
                made = HashMap.newHashMap(known.made());
                return;
            }
            // The index is for those who do not read all.
            if (taken < known.portions() || taken >= known.portions() + known.lookup()) {
                entries.read(part, this);
            }
            taken++;
        }

        Optional<Ledger> ledger(long time) {
            Head known = head;
            int changes = known == null ? -1 : taken - known.portions() - known.lookup();
            return known == null || changes < 0
                    ? Optional.empty()
                    : Optional.of(new Ledger(
                            known.reading(), known.looked(), time, changes, sources, questions, answers, made));
        }

        @Override
        public void answer(int number, Written answer) {
            answers.set(number, answer.alone());
        }

        @Override
        public void source(String path, Ledger.Kept kept) {
            sources.put(path, kept);
        }

        @Override
        public void question(Notebook.Entry question, Written answer) {
            questions.add(question);
            answers.add(answer.alone());
        }

        @Override
        public void made(OutputPath path, Ledger.Made one) {
            made.put(path, one.alone());
        }

        @Override
        public void lost(Ledger.Lost lost) {
            sources.keySet().removeAll(lost.sources());
            made.keySet().removeAll(lost.made());
        }
    }

    /**
     * By what a file is known again.
     *
     * @param time when it was written, in nanoseconds of the file system's clock
     * @param size in bytes
     */
    public record Stamp(long time, long size) {
        /** Of a file that is not there. */
        public static final Stamp NONE = new Stamp(0, 0);
    }

    /** Of the file as it is. */
    public Stamp stamp() {
        return new Stamp(file.time(), file.size());
    }

    /** Whether there is one at all, of use or not. */
    public boolean exists() {
        return file.exists();
    }

    /** Begins to encode something; whoever asks for the bytes waits for them. */
    @FunctionalInterface
    public interface Beginning {
        Supplier<Sink> begin(Supplier<Sink> work);
    }

    /**
     * Keeps a ledger in place of the last one: as one of nothing, and what is other than that, by and by.
     *
     * @param index of the same ledger; asked for last
     * @param beginning others encode what follows while this thread writes what they have
     */
    public void write(Ledger ledger, Supplier<LedgerIndex> index, Beginning beginning) {
        List<String> sources = inOrder(ledger.sources());
        List<OutputPath> made = inOrder(ledger.made());
        int size = ledger.questions().size();
        file.write(parts -> {
            var head = new Sink();
            new Head(ledger.reading(), ledger.looked(), sources.size(), size, made.size(), LedgerIndex.PARTS)
                    .write(head);
            parts.add(head);
            var portions = new Portions(beginning, parts);
            for (int from = 0; from < sources.size(); from += PORTION) {
                var some = portion(ledger.sources(), sources, from);
                portions.add(new Ledger.Change(some, Map.of(), List.of(), List.of(), Map.of()));
            }
            for (int from = 0; from < size; from += PORTION) {
                int to = Math.min(size, from + PORTION);
                var questions = ledger.questions().subList(from, to);
                var answers = ledger.answers().subList(from, to);
                portions.add(new Ledger.Change(Map.of(), Map.of(), questions, answers, Map.of()));
            }
            for (int from = 0; from < made.size(); from += PORTION) {
                var some = portion(ledger.made(), made, from);
                portions.add(new Ledger.Change(Map.of(), Map.of(), List.of(), List.of(), some));
            }
            portions.finish();
            index.get().write(parts);
        });
    }

    /** All written at once would take more room in memory than what it tells of. */
    private final class Portions {
        /** So many at most are encoded and not written. */
        private static final int AHEAD = 2;

        private final Beginning beginning;
        private final SealedFile.Parts parts;
        private final ArrayDeque<Supplier<Sink>> begun = new ArrayDeque<>();

        Portions(Beginning beginning, SealedFile.Parts parts) {
            this.beginning = beginning;
            this.parts = parts;
        }

        void add(Ledger.Change portion) throws IOException {
            begun.add(beginning.begin(() -> encoded(portion)));
            if (begun.size() > AHEAD) {
                parts.add(begun.remove().get());
            }
        }

        void finish() throws IOException {
            while (!begun.isEmpty()) {
                parts.add(begun.remove().get());
            }
        }

        private Sink encoded(Ledger.Change portion) {
            var sink = new Sink();
            var starts = new Offsets();
            entries.write(portion, sink, starts);
            starts.addTo(sink);
            return sink;
        }
    }

    static <K extends Comparable<K>> List<K> inOrder(Map<K, ?> all) {
        return all.keySet().stream().sorted().toList();
    }

    private static <K, V> Map<K, V> portion(Map<K, V> all, List<K> keys, int from) {
        List<K> some = keys.subList(from, Math.min(keys.size(), from + PORTION));
        var portion = LinkedHashMap.<K, V>newLinkedHashMap(some.size());
        some.forEach(key -> portion.put(key, Objects.requireNonNull(all.get(key))));
        return portion;
    }

    /** Adds to the ledger that was set aside what is other now; it is then the last one again. */
    public void append(Ledger.Change change) {
        var sink = new Sink();
        entries.write(change, sink, new Offsets());
        file.append(sink);
    }

    /**
     * Until {@link #append} or {@link #write}, a killed build leaves nothing that could be wrong.
     *
     * @return whether there is one to append to
     */
    public boolean setAside() {
        return file.setAside();
    }

    /** Forgets: until the next {@link #write} there is none. */
    public void remove() {
        file.remove();
    }
}
