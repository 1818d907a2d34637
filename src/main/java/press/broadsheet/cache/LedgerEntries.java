package press.broadsheet.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.Need;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.Numbers;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Language;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.Fingerprint;

/** How the entries of a ledger are written. Thread-safe. */
final class LedgerEntries {
    private static final int HAS_CARD = 1;
    private static final int HAS_TEXT = 2;

    private final Codecs codecs;

    /** @param codecs of the state's values */
    LedgerEntries(Codecs codecs) {
        this.codecs = codecs;
    }

    /** Who is told what a portion of a ledger says. */
    interface Reader {
        /** Another answer to a question of an earlier portion. */
        void answer(int number, Written answer);

        void source(String path, Ledger.Kept kept);

        /** The next number's. */
        void question(Notebook.Entry question, Written answer);

        void made(OutputPath path, Ledger.Made made);

        /** What earlier portions said of these is over. */
        void lost(Ledger.Lost lost);
    }

    void read(Source source, Reader reader) {
        for (int left = source.count(); left > 0; left--) {
            reader.answer(source.count(), source.written());
        }
        for (int left = source.count(); left > 0; left--) {
            reader.source(source.text(), kept(source));
        }
        var languages = new HashMap<String, Language>();
        for (int left = source.count(); left > 0; left--) {
            if (source.one() == 0) {
                Source key = source.written().read();
                reader.question(asked(key, languages), source.written());
            } else {
                reader.question(new Notebook.Entry.Together(numbers(source)), Written.NONE);
            }
        }
        for (int left = source.count(); left > 0; left--) {
            reader.made(new OutputPath(source.text()), made(source));
        }
        var sources = new HashSet<String>();
        for (int left = source.count(); left > 0; left--) {
            sources.add(source.text());
        }
        var made = new HashSet<OutputPath>();
        for (int left = source.count(); left > 0; left--) {
            made.add(new OutputPath(source.text()));
        }
        reader.lost(new Ledger.Lost(sources, made));
    }

    /** @param starts is told where each entry stands, counted from the sink's beginning */
    void write(Ledger.Change portion, Sink sink, Offsets starts) {
        sink.count(portion.answers().size());
        portion.answers().forEach((number, answer) -> {
            sink.count(number);
            answer.addTo(sink);
        });
        sink.count(portion.sources().size());
        portion.sources().forEach((path, kept) -> {
            starts.add(sink.size());
            sink.text(path);
            write(kept, sink);
        });
        sink.count(portion.questions().size());
        for (int i = 0; i < portion.questions().size(); i++) {
            starts.add(sink.size());
            write(portion.questions().get(i), portion.newAnswers().get(i), sink);
        }
        sink.count(portion.made().size());
        portion.made().forEach((path, made) -> {
            starts.add(sink.size());
            sink.text(path.path());
            write(made, sink);
        });
        sink.count(portion.lost().sources().size());
        portion.lost().sources().stream().sorted().forEach(sink::text);
        sink.count(portion.lost().made().size());
        portion.lost().made().stream().sorted().forEach(path -> sink.text(path.path()));
    }

    private Notebook.Entry.Asked asked(Source key, Map<String, Language> languages) {
        Language language = languages.computeIfAbsent(key.text(), Language::new);
        return new Notebook.Entry.Asked(language, codecs.read(Need.class, key));
    }

    /** By which a question can be found without being read. */
    Written key(Language language, Need<?> need) {
        try (Sink sink = Sink.passing()) {
            sink.text(language.tag());
            codecs.write(Need.class, need, sink);
            return Written.of(sink);
        }
    }

    Ledger.Kept kept(Source source) {
        long size = source.whole();
        long time = source.whole();
        Fingerprint print = source.fingerprint();
        int has = source.one();
        Fingerprint card = (has & HAS_CARD) == 0 ? null : source.fingerprint();
        SourceStore.Slot text = (has & HAS_TEXT) == 0 ? null : slot(source);
        return new Ledger.Kept(size, time, print, card, text, slot(source));
    }

    private static void write(Ledger.Kept kept, Sink sink) {
        sink.whole(kept.size());
        sink.whole(kept.time());
        sink.fingerprint(kept.print());
        Fingerprint card = kept.card();
        SourceStore.@Nullable Slot text = kept.text();
        sink.one((card == null ? 0 : HAS_CARD) + (text == null ? 0 : HAS_TEXT));
        if (card != null) {
            sink.fingerprint(card);
        }
        if (text != null) {
            write(text, sink);
        }
        write(kept.result(), sink);
    }

    static SourceStore.Slot slot(Source source) {
        return new SourceStore.Slot(source.whole(), source.count(), source.fingerprint());
    }

    static void write(SourceStore.Slot slot, Sink sink) {
        sink.whole(slot.at());
        sink.count(slot.length());
        sink.fingerprint(slot.print());
    }

    Ledger.Made made(Source source) {
        return new Ledger.Made(
                source.written(), source.whole(), numbers(source), problems(source), source.fingerprint());
    }

    private void write(Ledger.Made made, Sink sink) {
        made.output().addTo(sink);
        sink.whole(made.size());
        write(made.needs(), sink);
        sink.count(made.problems().size());
        made.problems().forEach(problem -> codecs.write(Problem.class, problem, sink));
        sink.fingerprint(made.print());
    }

    private List<Problem> problems(Source source) {
        int size = source.count();
        var problems = new ArrayList<Problem>(size);
        for (int i = 0; i < size; i++) {
            problems.add(codecs.read(Problem.class, source));
        }
        return problems;
    }

    private void write(Notebook.Entry entry, Written answer, Sink sink) {
        switch (entry) {
            case Notebook.Entry.Asked asked -> {
                sink.one(0);
                key(asked.language(), asked.need()).addTo(sink);
                answer.addTo(sink);
            }
            case Notebook.Entry.Together together -> {
                sink.one(1);
                write(together.needs(), sink);
            }
        }
    }

    static Numbers numbers(Source source) {
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

    /** In order, so that steps are small. */
    static void write(Numbers numbers, Sink sink) {
        sink.count(numbers.size());
        int last = 0;
        for (int i = 0; i < numbers.size(); i++) {
            sink.count(numbers.get(i) - last);
            last = numbers.get(i);
        }
    }
}
