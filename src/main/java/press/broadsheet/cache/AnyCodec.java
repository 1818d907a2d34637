package press.broadsheet.cache;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the newsroom's own fields and data files hold: text, numbers, booleans, dates, lists and maps of them. */
final class AnyCodec implements Codec {
    private static final int LIST = 100;
    private static final int MAP = 101;
    private static final int LONG_WHOLE = 102;
    private static final int LONG_DECIMAL = 103;

    private static final List<Class<?>> SIMPLE = List.of(
            String.class, Long.class, Integer.class, Double.class, Boolean.class, Instant.class, LocalDate.class);

    private final Codecs codecs;
    private final Codec list = new ListCodec(this);
    private final Codec map = new MapCodec(this, this);

    AnyCodec(Codecs codecs) {
        this.codecs = codecs;
    }

    @Override
    public void write(@Nullable Object value, Sink sink) {
        switch (value) {
            case null -> sink.one(0);
            case List<?> some -> {
                sink.one(LIST);
                list.write(some, sink);
            }
            case Map<?, ?> some -> {
                sink.one(MAP);
                map.write(some, sink);
            }
            case BigInteger number -> {
                sink.one(LONG_WHOLE);
                sink.text(number.toString());
            }
            case BigDecimal number -> {
                sink.one(LONG_DECIMAL);
                sink.text(number.toString());
            }
            default -> {
                int kind = SIMPLE.indexOf(value.getClass());
                if (kind < 0) {
                    throw new IllegalArgumentException("Not a value that is kept: " + value.getClass());
                }
                sink.one(kind + 1);
                codecs.of((Type) SIMPLE.get(kind)).write(value, sink);
            }
        }
    }

    @Override
    public @Nullable Object read(Source source) {
        int kind = source.one();
        return switch (kind) {
            case 0 -> null;
            case LIST -> list.read(source);
            case MAP -> map.read(source);
            case LONG_WHOLE -> new BigInteger(source.text());
            case LONG_DECIMAL -> new BigDecimal(source.text());
            default -> codecs.of((Type) SIMPLE.get(kind - 1)).read(source);
        };
    }
}
