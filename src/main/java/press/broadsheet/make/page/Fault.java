package press.broadsheet.make.page;

import io.pebbletemplates.pebble.error.PebbleException;
import java.util.Collection;
import press.broadsheet.text.Nearest;

/** A fault that we found ourselves while Pebble was at work. It passes through Pebble as one of its own. */
final class Fault extends PebbleException {
    private static final long serialVersionUID = 1L;

    final TemplateFault code;
    final String hint;

    /** {@code line} is 0 and {@code template} empty if they are not known here. */
    Fault(TemplateFault code, String message, String hint, int line, String template) {
        super(null, message, line, template);
        this.code = code;
        this.hint = hint;
    }

    /** "Did you mean ...?" or the names that there are. */
    static String hint(String name, Collection<String> known) {
        return Nearest.of(name, known)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElseGet(() -> known.isEmpty() || known.size() > 40
                        ? ""
                        : "There is: "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
    }
}
