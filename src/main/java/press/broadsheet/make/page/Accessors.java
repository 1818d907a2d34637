package press.broadsheet.make.page;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.broadsheet.text.Executable;

/**
 * The components of a record. What is read often is read without reflection; to make a class for that costs as much as
 * some thousand readings, so a small paper makes few. Thread-safe.
 */
final class Accessors {
    /** Reads one component. */
    interface Accessor {
        @Nullable
        Object get(Object view);
    }

    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);

    /** So many readings go by reflection. */
    private static final int FEW = 1000;

    /** Whether all do: machine code makes no classes, and to count would only let threads wait for one another. */
    private static final boolean ALL = Executable.isNative();

    /** Of what templates must not see. */
    static final Accessors NONE = new Accessors();

    private final Map<String, Accessor> components = new LinkedHashMap<>();

    private Accessors() {}

    Accessors(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(component.getName(), new Getter(component.getAccessor()));
        }
    }

    Collection<String> names() {
        return components.keySet();
    }

    /** The accessor of a component; null if there is no such component. */
    @Nullable
    Accessor find(String name) {
        return components.get(name);
    }

    private static final class Getter implements Accessor {
        private final Method method;

        // A race only makes the quick one twice, or a little later.
        private int readings;
        private volatile @Nullable Accessor quick;

        Getter(Method method) {
            this.method = method;
            // It is public; this only spares Java to look each time.
            method.setAccessible(true);
        }

        @Override
        public @Nullable Object get(Object view) {
            Accessor made = ALL ? null : quick;
            if (made != null) {
                return made.get(view);
            }
            try {
                if (ALL || readings++ < FEW) {
                    return method.invoke(view);
                }
                made = make(method);
            } catch (Throwable impossible) {
                // Views are public records of this program, and reading one does nothing else.
                throw new IllegalStateException(impossible);
            }
            quick = made;
            return made.get(view);
        }

        private static Accessor make(Method method) throws Throwable {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle handle = lookup.unreflect(method);
            MethodType type = MethodType.methodType(method.getReturnType())
                    .wrap()
                    .appendParameterTypes(method.getDeclaringClass());
            return (Accessor) LambdaMetafactory.metafactory(
                            lookup, "get", MethodType.methodType(Accessor.class), GET, handle, type)
                    .getTarget()
                    .invokeExact();
        }
    }
}
