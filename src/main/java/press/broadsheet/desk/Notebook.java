package press.broadsheet.desk;

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

    private final Questions questions = new Questions();

    /** What was made once for many pages of an edition. */
    private final Map<Language, Map<Object, Shared<?>>> shared = new ConcurrentHashMap<>();

    /** An empty one. */
    public Notebook() {}

    /** @param known what earlier builds noted, in the order of the numbers */
    public Notebook(List<Entry> known) {
        questions.addAll(known);
    }

    /** All entries, in the order of their numbers. */
    public List<Entry> entries() {
        return entries(0);
    }

    /** Those from a number on. */
    public List<Entry> entries(int from) {
        return questions.from(from);
    }

    /** The numbers under which a question was noted, of whatever edition it was asked. */
    public BitSet numbers(Need<?> need) {
        return questions.numbers(need);
    }

    /** What many pages show alike is made anew when it is asked for the next time, because something else is answered now. */
    public void forgetShared() {
        shared.values().forEach(Map::clear);
    }

    /** What was made once for many pages of an edition, by what it is. */
    Map<Object, Shared<?>> shared(Language language) {
        return shared.computeIfAbsent(language, key -> new ConcurrentHashMap<>());
    }

    int number(Language language, Need<?> need) {
        return questions.number(language, need);
    }

    /** Two threads may make the same at once; both make the same, and one of them is kept. */
    <T> Shared<T> shared(Map<Object, Shared<?>> all, NewsDesk desk, Object key, Function<NewsDesk, T> make) {
        @Nullable Shared<?> known = all.get(key);
        if (known == null) {
            var recording = new RecordingDesk(this, desk);
            T value = make.apply(recording);
            var made = new Shared<>(value, questions.add(new Entry.Together(recording.needs())));
            Shared<?> first = all.putIfAbsent(key, made);
            known = first == null ? made : first;
        }
        @SuppressWarnings("unchecked") // A key belongs to one kind of value: see NewsDesk.shared.
        var typed = (Shared<T>) known;
        return typed;
    }
}
