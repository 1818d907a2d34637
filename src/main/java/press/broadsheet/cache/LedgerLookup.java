package press.broadsheet.cache;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.desk.Need;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.Numbers;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Article;
import press.broadsheet.news.Language;
import press.broadsheet.text.Fingerprint;

/**
 * A ledger of which only some entries are read: what a build needs that makes two pages of ten thousand again. All that it
 * is asked may end in a runtime exception if the file was written by nobody who knew how. For one thread.
 */
public final class LedgerLookup {
    private final LedgerEntries entries;
    private final LedgerFile.Head head;
    private final List<Source> sources;
    private final List<Source> questions;
    private final List<Source> made;
    private final Source texts;
    private final Source cards;
    private final Later later = new Later();
    private final int changes;

    LedgerLookup(List<Source> parts, LedgerEntries entries) {
        this.entries = entries;
        this.head = LedgerFile.Head.read(parts.getFirst());
        int at = 1;
        this.sources = parts.subList(at, at += LedgerFile.Head.portions(head.sources()));
        this.questions = parts.subList(at, at += LedgerFile.Head.portions(head.questions()));
        this.made = parts.subList(at, at += LedgerFile.Head.portions(head.made()));
        this.texts = parts.get(at);
        this.cards = parts.get(at + 1);
        List<Source> changed = parts.subList(at + head.lookup(), parts.size());
        this.changes = changed.size();
        changed.forEach(part -> entries.read(part, later));
    }

    /** What later builds changed in the whole ledger. */
    private static final class Later implements LedgerEntries.Reader {
        private final Map<Integer, Written> answers = new HashMap<>();
        private final Map<String, Ledger.Kept> sources = new HashMap<>();
        private final List<Notebook.Entry> questions = new ArrayList<>();
        private final List<Written> newAnswers = new ArrayList<>();
        private final SortedMap<OutputPath, Ledger.Made> made = new TreeMap<>();
        private final Set<String> lostSources = new HashSet<>();
        private final Set<OutputPath> lostMade = new HashSet<>();

        @Override
        public void answer(int number, Written answer) {
            answers.put(number, answer);
        }

        @Override
        public void source(String path, Ledger.Kept kept) {
            sources.put(path, kept);
            lostSources.remove(path);
        }

        @Override
        public void question(Notebook.Entry question, Written answer) {
            questions.add(question);
            newAnswers.add(answer);
        }

        @Override
        public void made(OutputPath path, Ledger.Made one) {
            made.put(path, one);
            lostMade.remove(path);
        }

        @Override
        public void lost(Ledger.Lost lost) {
            sources.keySet().removeAll(lost.sources());
            made.keySet().removeAll(lost.made());
            lostSources.addAll(lost.sources());
            lostMade.addAll(lost.made());
        }
    }

    /** What the sources were read by. */
    public Written reading() {
        return head.reading();
    }

    /** How many changes stand behind the whole ledger. */
    public int changes() {
        return changes;
    }

    /** How a source was found; empty if it was not read. */
    public Optional<Ledger.Kept> source(String path) {
        Ledger.Kept changed = later.sources.get(path);
        return changed != null || later.lostSources.contains(path)
                ? Optional.ofNullable(changed)
                : find(index -> entry(sources, index), head.sources(), path).map(entries::kept);
    }

    /** What was made at a path; empty if nothing was. */
    public Optional<Ledger.Made> made(OutputPath path) {
        Ledger.Made changed = later.made.get(path);
        return changed != null || later.lostMade.contains(path)
                ? Optional.ofNullable(changed)
                : find(index -> entry(made, index), head.made(), path.path()).map(entries::made);
    }

    /** Behind the name of an entry, of some in the order of their names. */
    private static Optional<Source> find(IntFunction<Source> inOrder, int size, String name) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Source entry = inOrder.apply(middle);
            int order = entry.text().compareTo(name);
            if (order == 0) {
                return Optional.of(entry);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    private static Source entry(List<Source> portions, int index) {
        return Offsets.entry(portions.get(index / LedgerFile.PORTION), index % LedgerFile.PORTION);
    }

    /**
     * A question, as far as it can be found by somebody who asks it again.
     *
     * @param key see {@link #key}; {@link Written#NONE} of what was made together
     * @param answer to it
     * @param needs numbers of what it was made together from
     */
    public record Question(Written key, Written answer, Numbers needs) {}

    /** By its number. */
    public Question question(int number) {
        Written changed = later.answers.get(number);
        if (number >= head.questions()) {
            int index = number - head.questions();
            return switch (later.questions.get(index)) {
                case Notebook.Entry.Asked asked ->
                    new Question(
                            key(asked.language(), asked.need()),
                            changed == null ? later.newAnswers.get(index) : changed,
                            Numbers.of());
                case Notebook.Entry.Together together -> new Question(Written.NONE, Written.NONE, together.needs());
            };
        }
        Source source = entry(questions, number);
        if (source.one() == 0) {
            Written key = source.written();
            return new Question(key, changed == null ? source.written() : changed, Numbers.of());
        }
        return new Question(Written.NONE, Written.NONE, LedgerEntries.numbers(source));
    }

    /** By which a question is known, of whatever desk it was asked. */
    public Written key(Language language, Need<?> need) {
        return entries.key(language, need);
    }

    /**
     * Where a text is shown.
     *
     * @param questions the numbers of the questions for it
     * @param paths of the files that may show it: all that do, and perhaps some that did once
     * @param shared whether something shows it that many pages have in common
     */
    public record Shown(BitSet questions, SortedSet<OutputPath> paths, boolean shared) {}

    /** Where an article's text is shown. */
    public Shown shown(Article.Id id) {
        var numbers = new BitSet();
        var paths = new TreeSet<OutputPath>();
        boolean shared = false;
        Optional<Source> found = find(index -> Offsets.entry(texts, index), Offsets.count(texts), id.path());
        if (found.isPresent()) {
            Source source = found.get();
            shared = source.one() != 0;
            LedgerEntries.numbers(source).stream().forEach(numbers::set);
            LedgerEntries.numbers(source).stream()
                    .mapToObj(index -> new OutputPath(entry(made, index).text()))
                    .forEach(paths::add);
        }
        for (int index = 0; index < later.questions.size(); index++) {
            if (later.questions.get(index) instanceof Notebook.Entry.Asked asked
                    && asked.need() instanceof ArticleNeed.OfBody text
                    && text.id().equals(id)) {
                numbers.set(head.questions() + index);
            }
        }
        for (Notebook.Entry question : later.questions) {
            shared |= question instanceof Notebook.Entry.Together together
                    && together.needs().anyOf(numbers);
        }
        later.made.forEach((path, one) -> {
            if (one.needs().anyOf(numbers)) {
                paths.add(path);
            }
        });
        return new Shown(numbers, paths, shared);
    }

    /** Where what a source gave is kept whose card has a fingerprint; empty if no source gave it. */
    public Optional<SourceStore.Slot> card(Fingerprint print) {
        for (Ledger.Kept kept : later.sources.values()) {
            if (print.equals(kept.card())) {
                return Optional.of(kept.result());
            }
        }
        int low = 0;
        int high = cards.size() / LedgerIndex.CARD - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Source entry = cards.from(middle * LedgerIndex.CARD);
            int order = LedgerIndex.IN_ORDER.compare(entry.fingerprint(), print);
            if (order == 0) {
                return Optional.of(new SourceStore.Slot(entry.number(), entry.four(), entry.fingerprint()));
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }
}
