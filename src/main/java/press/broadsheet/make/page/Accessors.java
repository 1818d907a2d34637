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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record, read without reflection. An accessor is made when it is first asked for: a small paper
 * uses few, and each costs some microseconds to make. Thread-safe.
 */
final class Accessors {
    /** Reads one component. */
    interface Accessor {
        @Nullable
        Object get(Object view);
    }

    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);

    private final Map<String, Method> components = new LinkedHashMap<>();
    private final Map<String, Accessor> made = new ConcurrentHashMap<>();

    Accessors(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(component.getName(), component.getAccessor());
        }
    }

    Collection<String> names() {
        return components.keySet();
    }

    /** The accessor of a component; null if there is no such component. */
    @Nullable
    Accessor find(String name) {
        Accessor accessor = made.get(name);
        if (accessor != null) {
            return accessor;
        }
        Method method = components.get(name);
        return method == null ? null : made.computeIfAbsent(name, key -> make(method));
    }

    private static Accessor make(Method method) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle handle = lookup.unreflect(method);
            return (Accessor) LambdaMetafactory.metafactory(
                            lookup,
                            "get",
                            MethodType.methodType(Accessor.class),
                            GET,
                            handle,
                            MethodType.methodType(
                                    MethodType.methodType(method.getReturnType())
                                            .wrap()
                                            .returnType(),
                                    method.getDeclaringClass()))
                    .getTarget()
                    .invokeExact();
        } catch (Throwable impossible) {
            // Views are public records of this program.
            throw new IllegalStateException(impossible);
        }
    }
}
