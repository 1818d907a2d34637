package press.broadsheet.cache;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a sealed interface: which of its records, and the record. */
final class SealedCodec implements Codec {
    private final List<Class<?>> kinds = new ArrayList<>();
    private final Codec[] codecs;

    SealedCodec(Codecs codecs, Class<?> type) {
        gather(type);
        this.codecs = kinds.stream().map(kind -> new Lazy(codecs, kind)).toArray(Codec[]::new);
    }

    private void gather(Class<?> type) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                gather(permitted);
            } else {
                kinds.add(permitted);
            }
        }
    }

    @Override
    public void write(@Nullable Object value, Sink sink) {
        int kind = value == null ? -1 : kinds.indexOf(value.getClass());
        sink.count(kind + 1);
        if (kind >= 0) {
            codecs[kind].write(value, sink);
        }
    }

    @Override
    public @Nullable Object read(Source source) {
        int kind = source.count() - 1;
        return kind < 0 ? null : codecs[kind].read(source);
    }
}
