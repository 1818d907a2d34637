package press.broadsheet.desk;

import java.util.ArrayList;
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

    private record Key(Language language, Object key) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Language, Map<Need<?>, Integer>> numbers = new ConcurrentHashMap<>();
    private final Map<Key, Shared<?>> shared = new ConcurrentHashMap<>();

    /** An empty one. */
    public Notebook() {}

    /** @param known what earlier builds noted, in the order of the numbers */
    public Notebook(List<Entry> known) {
        entries.addAll(known);
        for (int number = 0; number < known.size(); number++) {
            if (known.get(number) instanceof Entry.Asked asked) {
                numbersOf(asked.language()).put(asked.need(), number);
            }
        }
    }

    /** All entries, in the order of their numbers. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    int number(Language language, Need<?> need) {
        Map<Need<?>, Integer> known = numbersOf(language);
        Integer number = known.get(need);
        return number != null ? number : known.computeIfAbsent(need, asked -> add(new Entry.Asked(language, asked)));
    }

    private Map<Need<?>, Integer> numbersOf(Language language) {
        Map<Need<?>, Integer> known = numbers.get(language);
        return known != null ? known : numbers.computeIfAbsent(language, key -> new ConcurrentHashMap<>());
    }

    private synchronized int add(Entry entry) {
        entries.add(entry);
        return entries.size() - 1;
    }

    /** Two threads may make the same at once; both make the same, and one of them is kept. */
    <T> Shared<T> shared(NewsDesk desk, Object key, Function<NewsDesk, T> make) {
        var whole = new Key(desk.language(), key);
        @Nullable Shared<?> known = shared.get(whole);
        if (known == null) {
            var recording = new RecordingDesk(this, desk);
            T value = make.apply(recording);
            var made = new Shared<>(value, add(new Entry.Together(recording.needs())));
            Shared<?> first = shared.putIfAbsent(whole, made);
            known = first == null ? made : first;
        }
        @SuppressWarnings("unchecked") // A key belongs to one kind of value: see NewsDesk.shared.
        var typed = (Shared<T>) known;
        return typed;
    }
}
