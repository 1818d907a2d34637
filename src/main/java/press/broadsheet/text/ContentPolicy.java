package press.broadsheet.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content security policy (W3C CSP Level 3): a page of the paper loads from the paper itself and runs no code that the
 * theme did not put there, whatever finds its way into a text. Frames may come from anywhere over https, because readers
 * load an embed on purpose. JSON-LD is data and needs no leave.
 */
public final class ContentPolicy {
    /** The name of the header, and of what stands in a page for it. */
    public static final String HEADER = "Content-Security-Policy";

    /** What browsers obey in a header alone (CSP Level 3, 3.3). */
    private static final Set<String> OF_HEADERS = Set.of("frame-ancestors", "report-uri", "report-to", "sandbox");

    private ContentPolicy() {}

    /**
     * As the header's value.
     *
     * @param scripts that may run and stand in pages themselves, as a policy names them: {@code 'sha256-...'}
     * @param styles likewise
     * @param allow more sources, by directive
     */
    public static String of(List<String> scripts, List<String> styles, Map<String, List<String>> allow) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        directives.put("default-src", List.of("'self'"));
        directives.put("script-src", with("'self'", scripts));
        directives.put("style-src", with("'self'", styles));
        directives.put("img-src", List.of("'self'", "data:"));
        directives.put("frame-src", List.of("https:"));
        directives.put("object-src", List.of("'none'"));
        directives.put("base-uri", List.of("'none'"));
        directives.put("form-action", List.of("'self'"));
        directives.put("frame-ancestors", List.of("'self'"));
        allow.forEach((directive, sources) -> {
            List<String> now = directives.getOrDefault(directive, List.of("'self'"));
            var all = new ArrayList<>(now.equals(List.of("'none'")) ? List.of() : now);
            sources.stream().filter(source -> !all.contains(source)).forEach(all::add);
            directives.put(directive, all);
        });
        var text = new ArrayList<String>();
        directives.forEach((directive, sources) -> text.add(directive + " " + String.join(" ", sources)));
        return String.join("; ", text);
    }

    private static List<String> with(String first, List<String> more) {
        var all = new ArrayList<String>();
        all.add(first);
        all.addAll(more);
        return all;
    }

    /** A policy without what browsers pass over where it stands in a page, and say so to whoever looks. */
    public static String forPages(String policy) {
        var kept = new ArrayList<String>();
        for (String directive : policy.split(";", -1)) {
            String text = directive.strip();
            if (!text.isEmpty() && !OF_HEADERS.contains(text.split("\\s", 2)[0].toLowerCase(java.util.Locale.ROOT))) {
                kept.add(text);
            }
        }
        return String.join("; ", kept);
    }
}
