package press.broadsheet.cache;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets, written in the order of their elements' texts: that in which they are held may be chance. */
record SetCodec(Codec element) implements Codec {
    @Override
    public void write(@Nullable Object value, Sink sink) {
        List<?> ordered = value == null
                ? null
                : ((Collection<?>) value)
                        .stream().sorted(Comparator.comparing(String::valueOf)).toList();
        new ListCodec(element).write(ordered, sink);
    }

    @Override
    public @Nullable Object read(Source source) {
        var elements = (List<?>) new ListCodec(element).read(source);
        if (elements == null) {
            return null;
        }
        return elements.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }
}
