package press.broadsheet.build;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import press.broadsheet.make.asset.StyleFault;
import press.broadsheet.make.asset.StyleScan;
import press.broadsheet.make.asset.StyleSheet;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;

/**
 * Tells what browsers pass over in a site's own style sheets without a word: custom properties that no sheet gives a value,
 * values for properties that nothing asks for but whose names are nearly those of others, and what is not closed.
 */
final class StyleNames {
    private static final String ASSETS = "assets/";
    private static final String STYLE = ".css";
    /** Files in which a property may be given a value or asked for, too. */
    private static final List<String> OTHERS = List.of(".peb", ".js", ".mjs", ".svg", ".html");

    private static final Pattern PROPERTY = Pattern.compile("(?<![\\w-])--[\\p{L}_][\\w\\p{L}-]*");

    private final Theme theme;
    private final Problems problems;
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, StyleScan> sheets = new TreeMap<>();
    /** What sheets give a value; and what others may. */
    private final Set<String> given = new TreeSet<>();

    private final Set<String> elsewhere = new TreeSet<>();
    private final Set<String> asked = new TreeSet<>();

    private StyleNames(Theme theme, Problems problems) {
        this.theme = theme;
        this.problems = problems;
    }

    static void check(Theme theme, Problems problems) {
        List<String> own = theme.folder().upper(theme.names()).stream()
                .filter(name -> name.startsWith(ASSETS) && name.endsWith(STYLE))
                .toList();
        if (!own.isEmpty()) {
            var names = new StyleNames(theme, problems);
            theme.names().forEach(names::read);
            own.forEach(names::check);
        }
    }

    private void read(String name) {
        if (name.endsWith(STYLE)) {
            String text = text(name);
            texts.put(name, text);
            StyleScan scan = StyleScan.of(text);
            sheets.put(name, scan);
            scan.given().forEach(property -> given.add(property.text()));
            scan.asked().forEach(property -> asked.add(property.text()));
            asked.addAll(scan.mentioned());
        } else if (OTHERS.stream().anyMatch(name::endsWith)) {
            // Whether a template or a script gives it a value or asks for it: it knows of it.
            PROPERTY.matcher(text(name)).results().forEach(found -> elsewhere.add(found.group()));
        }
    }

    private String text(String name) {
        return new String(theme.folder().read(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    private void check(String sheet) {
        StyleScan scan = sheets.getOrDefault(sheet, StyleScan.of(""));
        scan.faults()
                .forEach(fault -> tell(StyleFault.BROKEN_STYLE_SHEET, sheet, fault.at(), told(fault), hint(fault)));
        for (StyleScan.Name name : scan.asked()) {
            if (!given.contains(name.text()) && !elsewhere.contains(name.text())) {
                tell(
                        StyleFault.UNKNOWN_STYLE_NAME,
                        sheet,
                        name.at(),
                        "No style sheet gives \"" + name.text() + "\" a value, so browsers pass over this.",
                        Nearest.of(name.text(), given)
                                .map(near -> "Did you mean \"" + near + "\"?")
                                .orElse("Give it one, :root{" + name.text() + ": ...}, or say what counts without: var("
                                        + name.text() + ", ...)."));
            }
        }
        for (StyleScan.Name name : scan.given()) {
            if (!asked.contains(name.text()) && !elsewhere.contains(name.text())) {
                Nearest.slip(name.text(), asked)
                        .ifPresent(near -> tell(
                                StyleFault.UNUSED_STYLE_NAME,
                                sheet,
                                name.at(),
                                "Nothing asks for \"" + name.text() + "\", so this changes no page.",
                                "Did you mean \"" + near + "\"?"));
            }
        }
    }

    private void tell(StyleFault fault, String sheet, int at, String message, String hint) {
        String text = texts.getOrDefault(sheet, "");
        problems.add(fault, StyleSheet.place(sheet.substring(ASSETS.length()), text, at), message, hint);
    }

    private static String told(StyleScan.Fault fault) {
        if (fault.isStray()) {
            return fault.mark().equals("}")
                    ? "This } closes nothing, so browsers pass over the rule that follows."
                    : "This " + fault.mark() + " closes nothing, so browsers pass over what it stands in.";
        }
        return switch (fault.mark()) {
            case "/*" -> "This comment is never closed, so browsers pass over all that follows.";
            case "\"", "'" -> "This text is not closed in its line, so browsers pass over what it stands in.";
            default -> "This " + fault.mark() + " is never closed, so browsers take what follows for a part of it.";
        };
    }

    private static String hint(StyleScan.Fault fault) {
        if (fault.isStray()) {
            return "Take it out, or write the " + opening(fault.mark()) + " that is missing before it.";
        }
        return switch (fault.mark()) {
            case "/*" -> "Write */ where it ends.";
            case "{" -> "Write } where its rule ends, or where one within it does.";
            case "(" -> "Write ) where it ends.";
            case "[" -> "Write ] where it ends.";
            default -> "Write " + fault.mark() + " where it ends.";
        };
    }

    private static String opening(String closing) {
        return switch (closing) {
            case "}" -> "{";
            case ")" -> "(";
            default -> "[";
        };
    }
}
