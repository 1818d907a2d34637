package press.broadsheet.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Asks axe about the open page: WCAG 2.2 AA, as far as a program can see, narrow and wide, light and dark. */
final class Axe {
    private static final String RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

    private Axe() {}

    /** What axe finds, with the screen and the scheme in which it does; empty if all is well. */
    static List<String> faults(Chromium chromium) throws IOException {
        chromium.evaluate(script());
        var faults = new ArrayList<String>();
        for (int width : List.of(360, 768, 1440)) {
            chromium.resize(width, 900);
            for (String scheme : List.of("light", "dark")) {
                chromium.scheme(scheme);
                JsonNode found = chromium.evaluate("""
                        axe.run(document, {
                            runOnly: %s,
                            rules: {'target-size': {enabled: true}},
                            resultTypes: ['violations']
                        }).then(result => result.violations.map(
                            fault => fault.id + ' at ' + fault.nodes.map(node => node.target.join(' ')).join(', ')))
                        """.formatted(RULES));
                found.forEach(fault -> faults.add(width + " " + scheme + ": " + fault.asText()));
            }
        }
        return faults;
    }

    private static String script() throws IOException {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8) + "\ntrue";
        }
    }
}
