package press.broadsheet.read;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields may stand somewhere.
 *
 * @param names each name or alias, and the field that it means
 * @param unshown fields that are known but not shown by this version
 */
record Vocabulary(Map<String, String> names, Set<String> unshown) {

    /** Each word group is a field's name, followed by its aliases: {@code "headline title"}. */
    static Vocabulary of(String... groups) {
        var names = new LinkedHashMap<String, String>();
        for (String group : groups) {
            String[] words = group.split(" ", -1);
            Arrays.stream(words).forEach(word -> names.put(word, words[0]));
        }
        return new Vocabulary(names, Set.of());
    }

    /** The same with fields that are accepted but not shown. */
    Vocabulary withUnshown(String... fields) {
        var all = new LinkedHashMap<>(names);
        for (String field : fields) {
            all.put(field, field);
        }
        return new Vocabulary(all, Set.of(fields));
    }

    /** The same with further fields. */
    Vocabulary with(String... groups) {
        var all = new LinkedHashMap<>(names);
        all.putAll(of(groups).names);
        return new Vocabulary(all, unshown);
    }

    Optional<String> fieldOf(String word) {
        return Optional.ofNullable(names.get(word));
    }

    Collection<String> words() {
        return new LinkedHashSet<>(names.keySet());
    }
}
