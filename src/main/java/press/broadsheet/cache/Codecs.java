package press.broadsheet.cache;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.Need;
import press.broadsheet.text.Fingerprint;

/**
 * Knows how to write every value that the paper is made of, by its type alone: records by their components, sealed
 * interfaces by which of their records it is, lists, sets, maps, text, numbers, instants. Null is a value like any
 * other. What reads back is equal to what was written, and equal values give equal bytes on every machine, whatever the
 * order in which their sets and unordered maps were filled. Thread-safe.
 */
public final class Codecs {
    private static final String OURS = "press.broadsheet.";

    private final Map<Type, Codec> made = new ConcurrentHashMap<>();
    private final Map<Class<?>, Codec> answers = new ConcurrentHashMap<>();

    public Codecs() {
        made.put(String.class, of((sink, value) -> sink.text((String) value), Source::textOrNull));
        made.put(int.class, of((sink, value) -> sink.whole((Integer) value), source -> (int) source.whole()));
        made.put(long.class, of((sink, value) -> sink.whole((Long) value), Source::whole));
        made.put(boolean.class, of((sink, value) -> sink.one((Boolean) value ? 1 : 0), source -> source.one() != 0));
        made.put(Integer.class, optional(of(int.class)));
        made.put(Long.class, optional(of(long.class)));
        made.put(Boolean.class, optional(of(boolean.class)));
        Codec real = of(
                (sink, value) -> sink.number(Double.doubleToLongBits((Double) value)),
                source -> Double.longBitsToDouble(source.number()));
        made.put(double.class, real);
        made.put(Double.class, optional(real));
        made.put(Path.class, of((sink, value) -> sink.path((Path) value), Source::path));
        made.put(Instant.class, optional(of(Codecs::writeInstant, Codecs::readInstant)));
        made.put(LocalDate.class, text(LocalDate::parse));
        made.put(URI.class, text(URI::create));
        made.put(ZoneId.class, text(ZoneId::of));
        made.put(Duration.class, text(Duration::parse));
        made.put(Object.class, new AnyCodec(this));
    }

    /**
     * As all others, but values of one class are written as what stands in for them: for what holds many values whose
     * fingerprints are known.
     *
     * @param back finds the value again by what stands in for it; may throw a runtime exception if it cannot
     */
    public <T> Codecs(Class<T> type, Function<T, Fingerprint> standIn, Function<Fingerprint, T> back) {
        this();
        made.put(
                type,
                of(
                        (sink, value) -> {
                            sink.one(value == null ? 0 : 1);
                            if (value != null) {
                                sink.fingerprint(standIn.apply(type.cast(value)));
                            }
                        },
                        source -> source.one() == 0 ? null : back.apply(source.fingerprint())));
    }

    /** The same, of which nothing is ever read back. */
    public <T> Codecs(Class<T> type, Function<T, Fingerprint> standIn) {
        this(type, standIn, print -> {
            throw new UnsupportedOperationException("Only its fingerprint was written");
        });
    }

    /** Writes what a desk answers to a question. */
    public <A> void write(Need<A> need, A answer, Sink sink) {
        ofAnswer(need).write(answer, sink);
    }

    /**
     * What a desk answered.
     *
     * @throws RuntimeException if the bytes are no answer to it
     */
    @SuppressWarnings("unchecked") // A kind of question has one kind of answer.
    public <A> A read(Need<A> need, Source source) {
        Object answer = ofAnswer(need).read(source);
        if (answer == null) {
            throw new IllegalStateException("No answer stands here to " + need.words());
        }
        return (A) answer;
    }

    /** Each kind says in its own declaration what its answers are. */
    private Codec ofAnswer(Need<?> need) {
        return answers.computeIfAbsent(
                need.getClass(),
                kind -> new Lazy(
                        this, ((ParameterizedType) kind.getGenericInterfaces()[0]).getActualTypeArguments()[0]));
    }

    /** @param type a class, or the type of a record's component */
    public void write(Type type, @Nullable Object value, Sink sink) {
        of(type).write(value, sink);
    }

    /** @throws RuntimeException if the bytes are no value of this type */
    public <T> T read(Class<T> type, Source source) {
        Object value = of(type).read(source);
        if (value == null) {
            throw new IllegalStateException("No " + type.getSimpleName() + " stands here");
        }
        return type.cast(value);
    }

    Codec of(Type type) {
        Codec known = made.get(type);
        if (known == null) {
            // Not computeIfAbsent: a record's codec asks for those of its components.
            known = make(type);
            Codec first = made.putIfAbsent(type, known);
            known = first == null ? known : first;
        }
        return known;
    }

    private Codec make(Type type) {
        return switch (type) {
            case ParameterizedType generic -> ofGeneric(generic);
            case WildcardType wild -> of(wild.getUpperBounds()[0]);
            case Class<?> plain -> ofClass(plain);
            default -> throw new IllegalArgumentException("Not a type that is kept: " + type);
        };
    }

    private Codec ofGeneric(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Type raw = type.getRawType();
        if (raw == List.class || raw == Collection.class) {
            return new ListCodec(new Lazy(this, arguments[0]));
        }
        if (raw == Set.class) {
            return new SetCodec(new Lazy(this, arguments[0]));
        }
        if (raw == Map.class || raw == SortedMap.class) {
            return new MapCodec(new Lazy(this, arguments[0]), new Lazy(this, arguments[1]));
        }
        if (raw == Optional.class) {
            Codec inner = new Lazy(this, arguments[0]);
            return of(
                    (sink, value) -> {
                        var some = (Optional<?>) value;
                        sink.one(some.isPresent() ? 1 : 0);
                        some.ifPresent(present -> inner.write(present, sink));
                    },
                    source -> source.one() == 0 ? Optional.empty() : Optional.ofNullable(inner.read(source)));
        }
        // A record or sealed interface with a type parameter: its components say what they hold.
        return of(raw);
    }

    @SuppressWarnings("EnumOrdinal") // What another program wrote, with other constants, is never read.
    private Codec ofClass(Class<?> type) {
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return of((sink, value) -> sink.count(value == null ? 0 : ((Enum<?>) value).ordinal() + 1), source -> {
                int number = source.count();
                return number == 0 ? null : constants[number - 1];
            });
        }
        if (type.isRecord()) {
            return new RecordCodec(this, type);
        }
        if (type.isSealed()) {
            return new SealedCodec(this, type);
        }
        if (type.isInterface() && type.getName().startsWith(OURS)) {
            return new ConstantCodec(type);
        }
        throw new IllegalArgumentException("Not a type that is kept: " + type);
    }

    private interface Writing {
        void write(Sink sink, Object value);
    }

    private static Codec of(Writing writing, Function<Source, @Nullable Object> reading) {
        return new Codec() {
            @Override
            @SuppressWarnings("NullAway") // Each writing says itself what null is to it.
            public void write(@Nullable Object value, Sink sink) {
                writing.write(sink, value);
            }

            @Override
            public @Nullable Object read(Source source) {
                return reading.apply(source);
            }
        };
    }

    private static Codec optional(Codec inner) {
        return of(
                (sink, value) -> {
                    sink.one(value == null ? 0 : 1);
                    if (value != null) {
                        inner.write(value, sink);
                    }
                },
                source -> source.one() == 0 ? null : inner.read(source));
    }

    private static Codec text(Function<String, Object> parse) {
        return of((sink, value) -> sink.text(value == null ? null : value.toString()), source -> {
            String text = source.textOrNull();
            return text == null ? null : parse.apply(text);
        });
    }

    private static void writeInstant(Sink sink, Object value) {
        var instant = (Instant) value;
        sink.whole(instant.getEpochSecond());
        sink.count(instant.getNano());
    }

    private static Instant readInstant(Source source) {
        long second = source.whole();
        return Instant.ofEpochSecond(second, source.count());
    }
}
