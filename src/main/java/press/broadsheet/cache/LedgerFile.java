package press.broadsheet.cache;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.Need;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.Numbers;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Language;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.Fingerprint;

/**
 * The file that a {@link Ledger} is kept in: a whole one, and behind it what later builds changed in it. Set aside while
 * the published folder is being changed.
 */
public final class LedgerFile {
    /** So many entries at most are in one part of a whole ledger. */
    private static final int PORTION = 10_000;

    private final SealedFile file;
    private final Codecs codecs;

    /** @param codecs of the state's values */
    LedgerFile(SealedFile file, Codecs codecs) {
        this.file = file;
        this.codecs = codecs;
    }

    /** The last ledger; empty if there is none that can be used. */
    public Optional<Ledger> read() {
        long time = file.time();
        List<Source> parts = file.read();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        try {
            Source head = parts.getFirst();
            Ledger ledger = read(head, time, parts.size() - 1 - head.count());
            for (Source part : parts.subList(1, parts.size())) {
                change(ledger, part);
            }
            return Optional.of(ledger);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
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

    private static Ledger read(Source source, long time, int changes) {
        Fingerprint reading = source.fingerprint();
        long looked = source.number();
        return new Ledger(
                reading, looked, time, changes, new HashMap<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    }

    /** What is not named stays as it was. */
    private void change(Ledger ledger, Source source) {
        for (int left = source.count(); left > 0; left--) {
            ledger.answers().set(source.count(), source.fingerprint());
        }
        for (int left = source.count(); left > 0; left--) {
            ledger.sources().put(source.text(), kept(source));
        }
        var languages = new HashMap<String, Language>();
        for (int left = source.count(); left > 0; left--) {
            if (source.one() == 0) {
                Language language = languages.computeIfAbsent(source.text(), Language::new);
                ledger.questions().add(new Notebook.Entry.Asked(language, codecs.read(Need.class, source)));
                ledger.answers().add(source.fingerprint());
            } else {
                ledger.questions().add(new Notebook.Entry.Together(numbers(source)));
                ledger.answers().add(Fingerprint.NONE);
            }
        }
        for (int left = source.count(); left > 0; left--) {
            var path = new OutputPath(source.text());
            ledger.made()
                    .put(
                            path,
                            new Ledger.Made(
                                    source.fingerprint(),
                                    source.whole(),
                                    numbers(source),
                                    problems(source),
                                    source.fingerprint()));
        }
    }

    private static Ledger.Kept kept(Source source) {
        long size = source.whole();
        long time = source.whole();
        Fingerprint print = source.fingerprint();
        SourceStore.Slot text = source.one() == 0 ? null : slot(source);
        return new Ledger.Kept(size, time, print, text, slot(source));
    }

    private static SourceStore.Slot slot(Source source) {
        return new SourceStore.Slot(source.whole(), source.count(), source.fingerprint());
    }

    private static Numbers numbers(Source source) {
        int size = source.count();
        source.atLeast(size);
        int[] numbers = new int[size];
        int last = 0;
        for (int i = 0; i < size; i++) {
            last += source.count();
            numbers[i] = last;
        }
        return Numbers.of(numbers);
    }

    private List<Problem> problems(Source source) {
        int size = source.count();
        var problems = new ArrayList<Problem>(size);
        for (int i = 0; i < size; i++) {
            problems.add(codecs.read(Problem.class, source));
        }
        return problems;
    }

    /** Keeps a ledger in place of the last one: as one of nothing, and what is other than that, by and by. */
    public void write(Ledger ledger) {
        file.write(parts -> {
            var sink = new Sink();
            sink.count(portions(ledger.sources().size())
                    + portions(ledger.questions().size())
                    + portions(ledger.made().size()));
            sink.fingerprint(ledger.reading());
            sink.number(ledger.looked());
            parts.add(sink);
            for (Map<String, Ledger.Kept> some : portions(ledger.sources())) {
                add(new Ledger.Change(some, Map.of(), List.of(), List.of(), Map.of()), sink, parts);
            }
            int size = ledger.questions().size();
            for (int from = 0; from < size; from += PORTION) {
                int to = Math.min(size, from + PORTION);
                var questions = ledger.questions().subList(from, to);
                var answers = ledger.answers().subList(from, to);
                add(new Ledger.Change(Map.of(), Map.of(), questions, answers, Map.of()), sink, parts);
            }
            for (Map<OutputPath, Ledger.Made> some : portions(ledger.made())) {
                add(new Ledger.Change(Map.of(), Map.of(), List.of(), List.of(), some), sink, parts);
            }
        });
    }

    private static int portions(int entries) {
        return (entries + PORTION - 1) / PORTION;
    }

    /** All written at once would take more room in memory than what it tells of. */
    private void add(Ledger.Change portion, Sink sink, SealedFile.Parts parts) throws IOException {
        sink.clear();
        write(portion, sink);
        parts.add(sink);
    }

    private static <K, V> List<Map<K, V>> portions(Map<K, V> all) {
        var portions = new ArrayList<Map<K, V>>();
        Map<K, V> portion = Map.of();
        for (Map.Entry<K, V> entry : all.entrySet()) {
            if (portions.isEmpty() || portion.size() == PORTION) {
                portion = HashMap.newHashMap(Math.min(all.size(), PORTION));
                portions.add(portion);
            }
            portion.put(entry.getKey(), entry.getValue());
        }
        return portions;
    }

    /** Adds to the ledger that was set aside what is other now; it is then the last one again. */
    public void append(Ledger.Change change) {
        var sink = new Sink();
        write(change, sink);
        file.append(sink);
    }

    private void write(Ledger.Change change, Sink sink) {
        sink.count(change.answers().size());
        change.answers().forEach((number, print) -> {
            sink.count(number);
            sink.fingerprint(print);
        });
        sink.count(change.sources().size());
        change.sources().forEach((path, kept) -> {
            sink.text(path);
            write(kept, sink);
        });
        sink.count(change.questions().size());
        for (int i = 0; i < change.questions().size(); i++) {
            write(change.questions().get(i), change.newAnswers().get(i), sink);
        }
        sink.count(change.made().size());
        change.made().forEach((path, made) -> {
            sink.text(path.path());
            sink.fingerprint(made.output());
            sink.whole(made.size());
            write(made.needs(), sink);
            sink.count(made.problems().size());
            made.problems().forEach(problem -> codecs.write(Problem.class, problem, sink));
            sink.fingerprint(made.print());
        });
    }

    private static void write(Ledger.Kept kept, Sink sink) {
        sink.whole(kept.size());
        sink.whole(kept.time());
        sink.fingerprint(kept.print());
        SourceStore.@Nullable Slot text = kept.text();
        sink.one(text == null ? 0 : 1);
        if (text != null) {
            write(text, sink);
        }
        write(kept.result(), sink);
    }

    private static void write(SourceStore.Slot slot, Sink sink) {
        sink.whole(slot.at());
        sink.count(slot.length());
        sink.fingerprint(slot.print());
    }

    private void write(Notebook.Entry entry, Fingerprint answer, Sink sink) {
        switch (entry) {
            case Notebook.Entry.Asked asked -> {
                sink.one(0);
                sink.text(asked.language().tag());
                codecs.write(Need.class, asked.need(), sink);
                sink.fingerprint(answer);
            }
            case Notebook.Entry.Together together -> {
                sink.one(1);
                write(together.needs(), sink);
            }
        }
    }

    /** In order, so that steps are small. */
    private static void write(Numbers numbers, Sink sink) {
        sink.count(numbers.size());
        int last = 0;
        for (int i = 0; i < numbers.size(); i++) {
            sink.count(numbers.get(i) - last);
            last = numbers.get(i);
        }
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
