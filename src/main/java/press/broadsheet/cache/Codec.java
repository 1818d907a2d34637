package press.broadsheet.cache;

import org.jspecify.annotations.Nullable;

/** Writes values of one type and reads them back equal. Stateless, thread-safe. */
interface Codec {
    void write(@Nullable Object value, Sink sink);

    @Nullable
    Object read(Source source);
}
