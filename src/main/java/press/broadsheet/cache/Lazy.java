package press.broadsheet.cache;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** The codec of a type, looked up when it is first used: types may hold themselves. Thread-safe. */
final class Lazy implements Codec {
    private final Codecs codecs;
    private final Type type;

    private volatile @Nullable Codec known;

    Lazy(Codecs codecs, Type type) {
        this.codecs = codecs;
        this.type = type;
    }

    private Codec codec() {
        Codec codec = known;
        if (codec == null) {
            codec = codecs.of(type);
            known = codec;
        }
        return codec;
    }

    @Override
    public void write(@Nullable Object value, Sink sink) {
        codec().write(value, sink);
    }

    @Override
    public @Nullable Object read(Source source) {
        return codec().read(source);
    }
}
