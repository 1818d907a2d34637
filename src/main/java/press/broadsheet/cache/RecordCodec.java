package press.broadsheet.cache;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Records, component by component, through their accessors and their canonical constructor. */
final class RecordCodec implements Codec {
    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);
    private static final MethodType MAKE = MethodType.methodType(Object.class, Object[].class);

    private final MethodHandle[] accessors;
    private final Codec[] codecs;
    private final MethodHandle constructor;

    RecordCodec(Codecs codecs, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        this.accessors = new MethodHandle[components.length];
        this.codecs = new Codec[components.length];
        var types = new Class<?>[components.length];
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                accessors[i] = lookup.unreflect(components[i].getAccessor()).asType(GET);
                this.codecs[i] = new Lazy(codecs, components[i].getGenericType());
            }
            this.constructor = lookup.unreflectConstructor(type.getDeclaredConstructor(types))
                    .asSpreader(Object[].class, components.length)
                    .asType(MAKE);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalArgumentException("Only public records are kept: " + type, closed);
        }
    }

    @Override
    public void write(@Nullable Object value, Sink sink) {
        sink.one(value == null ? 0 : 1);
        if (value == null) {
            return;
        }
        try {
            for (int i = 0; i < accessors.length; i++) {
                codecs[i].write(accessors[i].invokeExact(value), sink);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
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
            return constructor.invokeExact(components);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
