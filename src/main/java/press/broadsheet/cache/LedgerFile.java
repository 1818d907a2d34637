package press.broadsheet.cache;

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
            Ledger ledger = read(parts.getFirst(), time);
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

    private Ledger read(Source source, long time) {
        Fingerprint reading = source.fingerprint();
        long looked = source.number();
        var ledger = new Ledger(
                reading, looked, time, new HashMap<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        entries(ledger, source);
        return ledger;
    }

    /** What is not named stays as it was. */
    private void change(Ledger ledger, Source source) {
        for (int left = source.count(); left > 0; left--) {
            ledger.answers().set(source.count(), source.fingerprint());
        }
        entries(ledger, source);
    }

    private void entries(Ledger ledger, Source source) {
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
                            new Ledger.Made(source.fingerprint(), source.whole(), numbers(source), problems(source)));
        }
    }

    private static Ledger.Kept kept(Source source) {
        long size = source.whole();
        long time = source.whole();
        Fingerprint print = source.fingerprint();
        BodyStore.Slot slot =
                source.one() == 0 ? null : new BodyStore.Slot(source.whole(), source.count(), source.fingerprint());
        return new Ledger.Kept(size, time, print, slot, source.blob());
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

    /** Keeps a ledger in place of the last one. */
    public void write(Ledger ledger) {
        var sink = new Sink();
        sink.fingerprint(ledger.reading());
        sink.number(ledger.looked());
        write(ledger.sources(), ledger.questions(), ledger.answers(), ledger.made(), sink);
        file.write(sink);
    }

    /** Adds to the ledger that was set aside what is other now; it is then the last one again. */
    public void append(Ledger.Change change) {
        var sink = new Sink();
        sink.count(change.answers().size());
        change.answers().forEach((number, print) -> {
            sink.count(number);
            sink.fingerprint(print);
        });
        write(change.sources(), change.questions(), change.newAnswers(), change.made(), sink);
        file.append(sink);
    }

    private void write(
            Map<String, Ledger.Kept> sources,
            List<Notebook.Entry> questions,
            List<Fingerprint> answers,
            Map<OutputPath, Ledger.Made> made,
            Sink sink) {
        sink.count(sources.size());
        sources.forEach((path, kept) -> {
            sink.text(path);
            write(kept, sink);
        });
        sink.count(questions.size());
        for (int i = 0; i < questions.size(); i++) {
            write(questions.get(i), answers.get(i), sink);
        }
        sink.count(made.size());
        made.forEach((path, one) -> {
            sink.text(path.path());
            sink.fingerprint(one.output());
            sink.whole(one.size());
            write(one.needs(), sink);
            sink.count(one.problems().size());
            one.problems().forEach(problem -> codecs.write(Problem.class, problem, sink));
        });
    }

    private static void write(Ledger.Kept kept, Sink sink) {
        sink.whole(kept.size());
        sink.whole(kept.time());
        sink.fingerprint(kept.print());
        BodyStore.@Nullable Slot slot = kept.slot();
        sink.one(slot == null ? 0 : 1);
        if (slot != null) {
            sink.whole(slot.at());
            sink.count(slot.length());
            sink.fingerprint(slot.print());
        }
        kept.result().writeTo(sink);
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

    /** Until {@link #append} or {@link #write}, a killed build leaves nothing that could be wrong. */
    public void setAside() {
        file.setAside();
    }

    /** Forgets: until the next {@link #write} there is none. */
    public void remove() {
        file.remove();
    }
}
