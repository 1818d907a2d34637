package press.broadsheet.cache;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists, which come back unmodifiable. */
record ListCodec(Codec element) implements Codec {
    @Override
    public void write(@Nullable Object value, Sink sink) {
        if (value == null) {
            sink.count(0);
            return;
        }
        var list = (Collection<?>) value;
        sink.count(list.size() + 1);
        for (Object one : list) {
            element.write(one, sink);
        }
    }

    @Override
    public @Nullable Object read(Source source) {
        int size = source.count() - 1;
        if (size <= 0) {
            return size < 0 ? null : List.of();
        }
        // A damaged size must not ask for all memory: each element has at least one byte.
        source.atLeast(size);
        var elements = new @Nullable Object[size];
        for (int i = 0; i < size; i++) {
            elements[i] = element.read(source);
        }
        return size == 1 && elements[0] != null
                ? List.of(elements[0])
                : Collections.unmodifiableList(Arrays.asList(elements));
    }
}
