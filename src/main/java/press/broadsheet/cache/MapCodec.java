package press.broadsheet.cache;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Maps. Those that have an order keep it; others are written in the order of their keys' texts. */
record MapCodec(Codec key, Codec element) implements Codec {
    @Override
    public void write(@Nullable Object value, Sink sink) {
        if (value == null) {
            sink.count(0);
            return;
        }
        var map = (Map<?, ?>) value;
        sink.count(map.size() + 1);
        for (Map.Entry<?, ?> entry : inOrder(map)) {
            key.write(entry.getKey(), sink);
            element.write(entry.getValue(), sink);
        }
    }

    private static Iterable<? extends Map.Entry<?, ?>> inOrder(Map<?, ?> map) {
        boolean ordered = map.size() < 2
                || map instanceof LinkedHashMap
                || map instanceof SortedMap
                || map.getClass().getName().startsWith("java.util.Collections$Unmodifiable");
        if (ordered) {
            return map.entrySet();
        }
        List<? extends Map.Entry<?, ?>> entries = List.copyOf(map.entrySet());
        return entries.stream()
                .sorted(Comparator.comparing(entry -> String.valueOf(entry.getKey())))
                .toList();
    }

    @Override
    public @Nullable Object read(Source source) {
        int size = source.count() - 1;
        if (size <= 0) {
            return size < 0 ? null : Map.of();
        }
        source.atLeast(size);
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (int i = 0; i < size; i++) {
            Object name = key.read(source);
            map.put(name, element.read(source));
        }
        return Collections.unmodifiableMap(map);
    }
}
