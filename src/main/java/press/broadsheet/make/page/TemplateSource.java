package press.broadsheet.make.page;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Where templates come from: names such as {@code parts/card.peb} with their text. Thread-safe. */
public interface TemplateSource {
    /** The text of a template; empty if there is none of that name. */
    Optional<String> read(String name);

    /** All names, in order. */
    List<String> names();

    /** Looks here first and in {@code beneath} for what is not here: a site's own templates over the app's. */
    default TemplateSource over(TemplateSource beneath) {
        TemplateSource above = this;
        return new TemplateSource() {
            @Override
            public Optional<String> read(String name) {
                Optional<String> text = above.read(name);
                return text.isPresent() ? text : beneath.read(name);
            }

            @Override
            public List<String> names() {
                var all = new TreeSet<>(above.names());
                all.addAll(beneath.names());
                return List.copyOf(all);
            }
        };
    }
}
