package press.broadsheet.make.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import press.broadsheet.plan.InlineCode;

/**
 * The content security policy (W3C CSP Level 3): a page of the paper loads from the paper itself and runs no code that the
 * theme did not put there, whatever finds its way into a text. Frames may come from anywhere over https, because readers
 * load an embed on purpose. JSON-LD is data and needs no leave.
 */
final class Policy {
    static final String HEADER = "Content-Security-Policy";

    private Policy() {}

    /**
     * As the header's value.
     *
     * @param code of all pages, since one policy serves them all
     * @param allow more sources, by directive
     */
    static String of(InlineCode code, Map<String, List<String>> allow) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        directives.put("default-src", List.of("'self'"));
        directives.put("script-src", with("'self'", code.scripts()));
        directives.put("style-src", with("'self'", code.styles()));
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
}
