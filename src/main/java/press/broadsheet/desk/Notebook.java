package press.broadsheet.desk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Language;

/**
 * All questions of a build, each with a number; pages note numbers. What many pages show in the same way is made once
 * and is one entry for all that it asked. An entry keeps its number from build to build. Thread-safe.
 */
public final class Notebook {
    /** What was asked, of which edition; or what several questions together gave. */
    public sealed interface Entry {
        /** One question. */
        record Asked(Language language, Need<?> need) implements Entry {}

        /** @param needs numbers of what was asked to make it */
        record Together(Numbers needs) implements Entry {}
    }

    /** Something made once, and its number. */
    record Shared<T>(T value, int number) {}

    /** The questions of one edition, by their kinds and by what they ask about. */
    static final class Chapter {
        private final Map<Class<?>, Map<Object, Integer>> numbers = new ConcurrentHashMap<>();
        private final Map<Object, Shared<?>> shared = new ConcurrentHashMap<>();

        private Map<Object, Integer> ofKind(Need<?> need) {
            Map<Object, Integer> known = numbers.get(need.getClass());
            return known != null ? known : numbers.computeIfAbsent(need.getClass(), kind -> new ConcurrentHashMap<>());
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Language, Chapter> chapters = new ConcurrentHashMap<>();

    /** An empty one. */
    public Notebook() {}

    /** @param known what earlier builds noted, in the order of the numbers */
    public Notebook(List<Entry> known) {
        entries.addAll(known);
        for (int number = 0; number < known.size(); number++) {
            if (known.get(number) instanceof Entry.Asked asked) {
                chapter(asked.language()).ofKind(asked.need()).put(asked.need().about(), number);
            }
        }
    }

    /** All entries, in the order of their numbers. */
    public List<Entry> entries() {
        return entries(0);
    }

    /** Those from a number on. */
    public synchronized List<Entry> entries(int from) {
        return List.copyOf(entries.subList(from, entries.size()));
    }

    /** The numbers under which a question was noted, of whatever edition it was asked. */
    public BitSet numbers(Need<?> need) {
        var numbers = new BitSet();
        for (Chapter chapter : chapters.values()) {
            Integer number = chapter.ofKind(need).get(need.about());
            if (number != null) {
                numbers.set(number);
            }
        }
        return numbers;
    }

    /** What many pages show alike is made anew when it is asked for the next time, because something else is answered now. */
    public void forgetShared() {
        chapters.values().forEach(chapter -> chapter.shared.clear());
    }

    Chapter chapter(Language language) {
        return chapters.computeIfAbsent(language, key -> new Chapter());
    }

    int number(Chapter chapter, Language language, Need<?> need) {
        Map<Object, Integer> known = chapter.ofKind(need);
        Integer number = known.get(need.about());
        return number != null
                ? number
                : known.computeIfAbsent(need.about(), about -> add(new Entry.Asked(language, need)));
    }

    private synchronized int add(Entry entry) {
        entries.add(entry);
        return entries.size() - 1;
    }

    /** Two threads may make the same at once; both make the same, and one of them is kept. */
    <T> Shared<T> shared(Chapter chapter, NewsDesk desk, Object key, Function<NewsDesk, T> make) {
        @Nullable Shared<?> known = chapter.shared.get(key);
        if (known == null) {
            var recording = new RecordingDesk(this, desk);
            T value = make.apply(recording);
            var made = new Shared<>(value, add(new Entry.Together(recording.needs())));
            Shared<?> first = chapter.shared.putIfAbsent(key, made);
            known = first == null ? made : first;
        }
        @SuppressWarnings("unchecked") // A key belongs to one kind of value: see NewsDesk.shared.
        var typed = (Shared<T>) known;
        return typed;
    }
}
