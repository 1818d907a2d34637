package press.broadsheet.cache;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import press.broadsheet.text.Executable;

/**
 * Records, component by component, through their accessors and their canonical constructor. By reflection at first:
 * method handles are some times as fast, but to make them for a type costs as much as some hundred of its records, and of
 * most types there are few.
 */
final class RecordCodec implements Codec {
    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);
    private static final MethodType MAKE = MethodType.methodType(Object.class, Object[].class);

    /** So many are written, or read, before handles are made. */
    private static final int FEW = Executable.isNative() ? Integer.MAX_VALUE : 200;

    private final Method[] getters;
    private final Constructor<?> maker;
    private final Codec[] codecs;

    // Races only make them twice, or a little later.
    private int written;
    private int read;
    private volatile MethodHandle @Nullable [] quickGetters;
    private volatile @Nullable MethodHandle quickMaker;

    RecordCodec(Codecs codecs, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        this.getters = new Method[components.length];
        this.codecs = new Codec[components.length];
        var types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            getters[i] = components[i].getAccessor();
            // They are public; this only spares Java to look each time.
            getters[i].setAccessible(true);
            this.codecs[i] = new Lazy(codecs, components[i].getGenericType());
        }
        try {
            this.maker = type.getDeclaredConstructor(types);
            maker.setAccessible(true);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Override
    public void write(@Nullable Object value, Sink sink) {
        sink.one(value == null ? 0 : 1);
        if (value == null) {
            return;
        }
        try {
            MethodHandle[] quick = written < FEW ? null : quickGetters();
            written++;
            for (int i = 0; i < codecs.length; i++) {
                codecs[i].write(quick == null ? getters[i].invoke(value) : quick[i].invokeExact(value), sink);
            }
        } catch (Throwable e) {
            throw asUnchecked(e);
        }
    }

    @Override
    public @Nullable Object read(Source source) {
        if (source.one() == 0) {
            return null;
        }
        var components = new @Nullable Object[codecs.length];
        for (int i = 0; i < codecs.length; i++) {
            components[i] = codecs[i].read(source);
        }
        try {
            MethodHandle quick = read < FEW ? null : quickMaker();
            read++;
            return quick == null ? maker.newInstance(components) : quick.invokeExact(components);
        } catch (Throwable e) {
            throw asUnchecked(e);
        }
    }

    private MethodHandle[] quickGetters() throws IllegalAccessException {
        MethodHandle[] known = quickGetters;
        if (known == null) {
            known = new MethodHandle[getters.length];
            for (int i = 0; i < known.length; i++) {
                known[i] = MethodHandles.lookup().unreflect(getters[i]).asType(GET);
            }
            quickGetters = known;
        }
        return known;
    }

    private MethodHandle quickMaker() throws IllegalAccessException {
        MethodHandle known = quickMaker;
        if (known == null) {
            known = MethodHandles.lookup()
                    .unreflectConstructor(maker)
                    .asSpreader(Object[].class, codecs.length)
                    .asType(MAKE);
            quickMaker = known;
        }
        return known;
    }

    private static RuntimeException asUnchecked(Throwable e) {
        Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("Only public records are kept", cause);
    }
}
