package press.broadsheet.make.page;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.broadsheet.view.OnDemand;

/**
 * Makes views of any kind, so that templates can be tried with all that a view may hold, and with as little as it may.
 *
 * @param full whether whatever may be absent is there
 */
record Specimens(boolean full) {
    /** Deep enough for every view; stories hold cards and cards hold links, so none goes deeper by itself. */
    private static final int DEEPEST = 6;

    <T> T of(Class<T> view) {
        return view.cast(view(view, 0));
    }

    private Object view(Class<?> type, int depth) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            var values = new ArrayList<@Nullable Object>();
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values.add(value(components[i], depth + 1));
            }
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("A view cannot be made", impossible);
        }
    }

    private @Nullable Object value(RecordComponent component, int depth) {
        Class<?> type = component.getType();
        boolean mayBeAbsent = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (mayBeAbsent && (!full || depth > DEEPEST)) {
            return null;
        }
        if (type == String.class) {
            return text(component.getName());
        }
        if (type == int.class) {
            return full ? 3 : 0;
        }
        if (type == boolean.class) {
            return full;
        }
        if (type == Map.class) {
            return full ? Map.of("url", "https://elsewhere.example/", "title", "A & B") : Map.of();
        }
        if (type == OnDemand.class) {
            Type of = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            Object value = of instanceof ParameterizedType list
                    ? list(list.getActualTypeArguments()[0], depth)
                    : text(component.getName());
            return new OnDemand<>(() -> value);
        }
        if (type == List.class) {
            return list(((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0], depth);
        }
        return view(type, depth);
    }

    private List<Object> list(Type of, int depth) {
        if (!full || depth > DEEPEST) {
            return List.of();
        }
        if (of == String.class) {
            return List.of("one", "two");
        }
        return List.of(view((Class<?>) of, depth), view((Class<?>) of, depth));
    }

    private String text(String name) {
        return switch (name) {
            case "language", "tag" -> "en";
            case "direction" -> "ltr";
            case "layout" -> "river";
            case "colour", "sectionColour", "accent" -> full ? "#1f5c99" : "";
            case "embed" -> "video";
            default -> !full ? "" : name.endsWith("Html") ? "<b>" + name + "</b>" : "<" + name + ">";
        };
    }
}
