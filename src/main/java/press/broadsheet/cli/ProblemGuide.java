package press.broadsheet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The guide to problems, {@code src/docs/problems.md}, as it is packed into the app: one section for each code. */
final class ProblemGuide {
    private static final Pattern HEADING = Pattern.compile("^### `([a-z0-9-]+)`\\s*$");

    private final Map<String, String> sections;

    private ProblemGuide(Map<String, String> sections) {
        this.sections = sections;
    }

    static ProblemGuide load() {
        try (InputStream in = ProblemGuide.class.getResourceAsStream("problems.md")) {
            if (in == null) {
                throw new IllegalStateException("The guide to problems is not packed");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProblemGuide of(String guide) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder section = null;
        boolean fenced = false;
        for (String line : guide.split("\n", -1)) {
            Matcher heading = HEADING.matcher(line);
            fenced ^= line.startsWith("```");
            if (heading.matches()) {
                section = sections.computeIfAbsent(heading.group(1), code -> new StringBuilder());
            } else if (!fenced && line.startsWith("#")) {
                section = null;
            } else if (section != null) {
                section.append(line).append('\n');
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        sections.forEach((code, text) -> texts.put(code, text.toString().strip()));
        return new ProblemGuide(Collections.unmodifiableMap(texts));
    }

    Set<String> codes() {
        return sections.keySet();
    }

    /** What the guide says about a code, as Markdown; empty if there is no such code. */
    Optional<String> section(String code) {
        return Optional.ofNullable(sections.get(code));
    }

    /** Its first paragraph on one line, without markup. */
    Optional<String> summary(String code) {
        return section(code)
                .map(text ->
                        text.split("\n\\s*\n", 2)[0].replaceAll("\\s+", " ").replace("`", ""));
    }
}
