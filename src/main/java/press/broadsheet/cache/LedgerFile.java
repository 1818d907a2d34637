package press.broadsheet.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.Need;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.Numbers;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.WholeFile;
import press.broadsheet.news.Language;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.Fingerprint;

/**
 * The file that a {@link Ledger} is kept in. It has the fingerprint of its own bytes and of the program that wrote it:
 * one that is damaged, foreign or from another program counts as none. Written beside and moved in, so that it is always
 * whole.
 */
public final class LedgerFile {
    private static final long MAGIC = 0x42524f4144303033L;

    private static final int HEAD = 8 + 16 + 16;

    private final Path file;
    private final Fingerprint program;
    private final Codecs codecs;

    /**
     * @param program what must be the same for what it wrote to be of use: version and Java
     * @param codecs of the state's values
     */
    public LedgerFile(Path file, Fingerprint program, Codecs codecs) {
        this.file = file;
        this.program = program;
        this.codecs = codecs;
    }

    /** The last ledger; empty if there is none that can be used. */
    public Optional<Ledger> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            long time = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
            var head = new Source(bytes, 0, Math.min(HEAD, bytes.length));
            boolean ours = bytes.length > HEAD
                    && head.number() == MAGIC
                    && head.fingerprint().equals(program)
                    && head.fingerprint().equals(Fingerprint.of(bytes, HEAD, bytes.length - HEAD));
            return ours ? Optional.of(read(bytes, time)) : Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
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
        public static final Stamp NONE = new Stamp(0, -1);
    }

    /** Of the file as it is. */
    public Stamp stamp() {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size());
        } catch (IOException e) {
            return Stamp.NONE;
        }
    }

    /** Whether there is one at all, of use or not. */
    public boolean exists() {
        return Files.exists(file);
    }

    private Ledger read(byte[] bytes, long time) {
        var source = new Source(bytes, HEAD, bytes.length - HEAD);
        Fingerprint reading = source.fingerprint();
        int size = source.count();
        var sources = HashMap.<String, Ledger.Kept>newHashMap(size);
        for (int i = 0; i < size; i++) {
            sources.put(source.text(), kept(source, bytes));
        }
        size = source.count();
        var questions = new ArrayList<Notebook.Entry>(size);
        var answers = new ArrayList<Fingerprint>(size);
        var languages = new HashMap<String, Language>();
        for (int i = 0; i < size; i++) {
            if (source.one() == 0) {
                Language language = languages.computeIfAbsent(source.text(), Language::new);
                questions.add(new Notebook.Entry.Asked(language, codecs.read(Need.class, source)));
                answers.add(source.fingerprint());
            } else {
                questions.add(new Notebook.Entry.Together(numbers(source)));
                answers.add(Fingerprint.NONE);
            }
        }
        size = source.count();
        var made = HashMap.<OutputPath, Ledger.Made>newHashMap(size);
        for (int i = 0; i < size; i++) {
            var path = new OutputPath(source.text());
            made.put(path, new Ledger.Made(source.fingerprint(), source.whole(), numbers(source), problems(source)));
        }
        return new Ledger(reading, time, sources, questions, answers, made);
    }

    private static Ledger.Kept kept(Source source, byte[] bytes) {
        long size = source.whole();
        long time = source.whole();
        Fingerprint print = source.fingerprint();
        BodyStore.Slot slot =
                source.one() == 0 ? null : new BodyStore.Slot(source.whole(), source.count(), source.fingerprint());
        int length = source.count();
        var blob = new Blob(bytes, source.position(), length);
        source.skip(length);
        return new Ledger.Kept(size, time, print, slot, blob);
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
        sink.count(ledger.sources().size());
        for (Map.Entry<String, Ledger.Kept> entry : ledger.sources().entrySet()) {
            sink.text(entry.getKey());
            write(entry.getValue(), sink);
        }
        sink.count(ledger.questions().size());
        for (int i = 0; i < ledger.questions().size(); i++) {
            write(ledger.questions().get(i), ledger.answers().get(i), sink);
        }
        sink.count(ledger.made().size());
        ledger.made().forEach((path, made) -> {
            sink.text(path.path());
            sink.fingerprint(made.output());
            sink.whole(made.size());
            write(made.needs(), sink);
            sink.count(made.problems().size());
            made.problems().forEach(problem -> codecs.write(Problem.class, problem, sink));
        });
        var head = new Sink();
        head.number(MAGIC);
        head.fingerprint(program);
        head.fingerprint(sink.fingerprint());
        write(head.view(), sink.view());
    }

    private void write(ByteBuffer head, ByteBuffer body) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, head, body);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what this build learnt in " + file, e);
        }
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

    /** Forgets: from here to the next {@link #write}, a killed build leaves nothing that could be wrong. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }
}
