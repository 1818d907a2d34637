package press.broadsheet.cache;

import org.jspecify.annotations.Nullable;

/**
 * Constants of any enum that implements an interface of ours, such as the codes of problems: by the names of class and
 * constant. Only classes of this program are ever looked up.
 */
record ConstantCodec(Class<?> type) implements Codec {
    private static final String OURS = "press.broadsheet.";

    @Override
    public void write(@Nullable Object value, Sink sink) {
        if (value == null) {
            sink.text(null);
            return;
        }
        if (!(value instanceof Enum<?> constant)) {
            throw new IllegalArgumentException("Only constants are kept: " + value);
        }
        sink.text(constant.getDeclaringClass().getName());
        sink.text(constant.name());
    }

    @Override
    public @Nullable Object read(Source source) {
        String name = source.textOrNull();
        if (name == null) {
            return null;
        }
        String constant = source.text();
        if (!name.startsWith(OURS)) {
            throw new IllegalStateException("Not ours: " + name);
        }
        try {
            Class<?> found = Class.forName(name, true, type.getClassLoader());
            for (Object one :
                    type.isAssignableFrom(found) && found.isEnum() ? found.getEnumConstants() : new Object[0]) {
                if (((Enum<?>) one).name().equals(constant)) {
                    return one;
                }
            }
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
        throw new IllegalStateException("No constant " + constant + " in " + name);
    }
}
