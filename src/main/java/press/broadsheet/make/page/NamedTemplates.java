package press.broadsheet.make.page;

import io.pebbletemplates.pebble.loader.Loader;
import java.io.Reader;
import java.io.StringReader;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives Pebble its templates by name. {@code parts/card} and {@code parts/card.peb} are the same; names always start at
 * the templates folder, never at the template that asks, and cannot lead out of it.
 */
final class NamedTemplates implements Loader<String> {
    private final TemplateSource source;
    private final Consumer<String> used;
    private final Set<String> names;

    /** @param used is told the full name of each template whenever Pebble asks for it, read already or not */
    NamedTemplates(TemplateSource source, Consumer<String> used) {
        this.source = source;
        this.used = used;
        this.names = Set.copyOf(source.names());
    }

    static String normalise(String name) {
        return name.endsWith(".peb") ? name : name + ".peb";
    }

    @Override
    public String createCacheKey(String name) {
        String full = normalise(name);
        if (names.contains(full)) {
            used.accept(full);
            return full;
        }
        if (full.startsWith("slots/")) {
            throw missing(
                    TemplateFault.UNKNOWN_SLOT_LAYOUT,
                    "There is no slot layout \"" + full.substring(6, full.length() - 4) + "\" (templates/" + full
                            + ").",
                    full);
        }
        throw missing(TemplateFault.MISSING_TEMPLATE, "There is no template \"" + full + "\".", full);
    }

    private Fault missing(TemplateFault code, String message, String name) {
        String file = "/" + name.substring(name.lastIndexOf('/') + 1);
        String hint = names.stream()
                .filter(other -> other.endsWith(file) || ("/" + other).equals(file))
                .min(Comparator.naturalOrder())
                .map(other -> "Did you mean \"" + other + "\"?")
                .orElseGet(() -> Fault.hint(name, names));
        return new Fault(code, message, hint, 0, "");
    }

    @Override
    public Reader getReader(String name) {
        return new StringReader(source.read(name)
                .orElseThrow(() -> missing(
                        TemplateFault.MISSING_TEMPLATE, "The template \"" + name + "\" is not there any more.", name)));
    }

    @Override
    public boolean resourceExists(String name) {
        return names.contains(normalise(name));
    }

    @Override
    public @Nullable String resolveRelativePath(String relative, String anchor) {
        return null;
    }

    @Override
    public void setCharset(String charset) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setPrefix(String prefix) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setSuffix(String suffix) {
        throw new UnsupportedOperationException();
    }
}
