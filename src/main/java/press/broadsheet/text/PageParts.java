package press.broadsheet.text;

import java.util.List;

/**
 * What a page in HTML holds that those who serve it must know.
 *
 * @param scripts that run in it without a file of their own, as a content security policy names them:
 *     {@code 'sha256-...'} (W3C CSP Level 3, 2.3.1)
 * @param styles likewise
 * @param loads the addresses of what it loads to be shown, each once, as they are written; without fonts, frames, and
 *     what only machines fetch
 */
public record PageParts(List<String> scripts, List<String> styles, List<String> loads) {
    /** Of what is no page, or an empty one. */
    public static final PageParts NONE = new PageParts(List.of(), List.of(), List.of());

    public boolean isNone() {
        return scripts.isEmpty() && styles.isEmpty() && loads.isEmpty();
    }
}
