package press.broadsheet.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Puts quotation marks around texts that YAML refuses or cuts, such as a headline with a colon, with a hash, or with a
 * quotation mark at its start. Changes nothing else, and no text that YAML reads as it stands.
 */
public final class QuoteMending {
    private static final Pattern FIELD = Pattern.compile("^(\\s*(?:- +)*[\\p{L}\\p{N}_-]+ *: +)(\\S.*?)(\\s*)$");
    private static final Pattern ITEM = Pattern.compile("^(\\s*- +)(\\S.*?)(\\s*)$");

    /** Fields in braces: whatever is wrong with them, quotation marks around all of them would make a text of them. */
    private static final Pattern FIELDS = Pattern.compile("\\{\\s*[\\p{L}\\p{N}_-]+\\s*:\\s(?:[^}]*|.*\\})\\s*");

    /** Fields that hold words for readers. Elsewhere a hash begins a remark, as YAML has it. */
    private static final Set<String> PROSE = Set.of(
            "headline",
            "title",
            "seoHeadline",
            "shortHeadline",
            "linkTitle",
            "kicker",
            "standfirst",
            "description",
            "dek",
            "summary",
            "byline",
            "dateline",
            "caption",
            "alt",
            "credit",
            "copyright",
            "name",
            "motto",
            "text",
            "note",
            "role",
            "warning",
            "method",
            "tags",
            "keywords",
            "keyPoints",
            "notice",
            "terms",
            "reason",
            "imageAlt",
            "imageCaption",
            "imageCredit",
            "authors",
            "author",
            "source",
            "agency",
            "sources",
            "sponsor",
            "rights",
            "holder",
            "people",
            "organisations",
            "organizations",
            "places",
            "events");

    /** A text cannot need more rounds than it has lines; this guards against one that never gets better. */
    private static final int MOST_ROUNDS = 50;

    private QuoteMending() {}

    /**
     * A line that was changed.
     *
     * @param line from 1
     * @param column where the text begins, from 1
     * @param reason what YAML does with the line as it stands
     */
    public record Change(int line, int column, String before, String after, Reason reason) {}

    /** What YAML does with a text that lacks its quotation marks. */
    public enum Reason {
        REFUSED,
        CUT
    }

    /**
     * Whether YAML may read less in a text than stands there, without refusing it: behind a hash, or behind a {@code !} or
     * {@code &} at the start of a value. A quick look, so that most texts need not be read twice.
     */
    static boolean mayLose(String yaml) {
        return stands(yaml, '#', true) || stands(yaml, '!', false) || stands(yaml, '&', false);
    }

    /** Whether a sign stands behind a blank somewhere; unless {@code anywhere}, only where a value begins. */
    private static boolean stands(String yaml, char sign, boolean anywhere) {
        for (int at = yaml.indexOf(sign); at >= 0; at = yaml.indexOf(sign, at + 1)) {
            int before = at - 1;
            while (before >= 0 && Character.isWhitespace(yaml.charAt(before))) {
                before--;
            }
            boolean begins = before >= 0 && (yaml.charAt(before) == ':' || yaml.charAt(before) == '-');
            if (before < at - 1 && (anywhere || begins)) {
                return true;
            }
        }
        return false;
    }

    /** The text after all changes; they are in the order of lines. */
    public record Mended(String text, List<Change> changes) {}

    /** Mends the front matter of an article's file; the rest stays as it is, and so do byte order mark and line ends. */
    public static Mended ofArticle(String text) {
        return FrontMatter.Part.find(text)
                .map(part -> {
                    Mended yaml = ofYaml(part.yaml());
                    int before = part.linesBefore();
                    return new Mended(
                            text.substring(0, part.start()) + yaml.text() + text.substring(part.end()),
                            yaml.changes().stream()
                                    .map(one -> new Change(
                                            one.line + before, one.column, one.before, one.after, one.reason))
                                    .toList());
                })
                .orElseGet(() -> new Mended(text, List.of()));
    }

    /** Mends a whole YAML text. */
    public static Mended ofYaml(String yaml) {
        List<String> lines = new ArrayList<>(List.of(yaml.split("\n", -1)));
        var changes = new ArrayList<Change>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Change change = nextChange(lines);
            if (change == null) {
                break;
            }
            lines.set(change.line - 1, change.after);
            changes.add(change);
        }
        changes.sort((one, other) -> Integer.compare(one.line, other.line));
        return new Mended(String.join("\n", lines), List.copyOf(changes));
    }

    private static @Nullable Change nextChange(List<String> lines) {
        try {
            Optional<Node> tree = YamlTree.compose(String.join("\n", lines));
            return tree.map(node -> findCut(node, false, lines)).orElse(null);
        } catch (MarkedYamlEngineException refusal) {
            return findRefused(refusal, lines);
        } catch (YamlEngineException other) {
            return null;
        }
    }

    /** The nearest line at or above the refusal that YAML refuses or misreads even when it stands alone. */
    private static @Nullable Change findRefused(MarkedYamlEngineException refusal, List<String> lines) {
        int last = Math.min(lineOf(refusal.getProblemMark(), lines.size()), lines.size() - 1);
        int first = Math.min(lineOf(refusal.getContextMark(), last), last);
        for (int at = last; at >= Math.max(0, first - 1); at--) {
            String line = lines.get(at);
            Matcher field = FIELD.matcher(line);
            if (field.matches() && !isBlockMark(field.group(2)) && !standsAlone(field.group(2))) {
                return change(at, field, Reason.REFUSED);
            }
            Matcher item = ITEM.matcher(line);
            if (!field.matches() && item.matches() && !standsAlone(item.group(2))) {
                return change(at, item, Reason.REFUSED);
            }
        }
        return null;
    }

    private static int lineOf(Optional<Mark> mark, int otherwise) {
        return mark.map(Mark::getLine).orElse(otherwise);
    }

    private static boolean isBlockMark(String value) {
        return value.matches("[|>][0-9+-]{0,2}(\\s+#.*)?");
    }

    private static boolean standsAlone(String value) {
        try {
            YamlTree.compose("- x: " + value);
            return true;
        } catch (YamlEngineException refusal) {
            return false;
        }
    }

    private static @Nullable Change findCut(Node node, boolean prose, List<String> lines) {
        if (node instanceof MappingNode map) {
            for (NodeTuple pair : map.getValue()) {
                boolean words = pair.getKeyNode() instanceof ScalarNode key && PROSE.contains(key.getValue());
                Change change = findCut(pair.getValueNode(), words, lines);
                if (change != null) {
                    return change;
                }
            }
        } else if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                Change change = findCut(item, prose, lines);
                if (change != null) {
                    return change;
                }
            }
        } else if (prose && node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
            return cutAfter(scalar, lines);
        }
        return null;
    }

    private static @Nullable Change cutAfter(ScalarNode scalar, List<String> lines) {
        Mark start = scalar.getStartMark().orElseThrow();
        Mark end = scalar.getEndMark().orElseThrow();
        if (end.getLine() >= lines.size()) {
            return null;
        }
        String line = lines.get(start.getLine());
        Matcher field = FIELD.matcher(line);
        Matcher item = ITEM.matcher(line);
        Matcher found = field.matches() ? field : item.matches() ? item : null;
        if (found == null) {
            return null;
        }
        boolean opens = at(line, start) == found.start(2);
        if (opens && isSwallowed(found.group(2), lines)) {
            return change(start.getLine(), found, Reason.REFUSED);
        }
        String last = lines.get(end.getLine());
        if (!last.substring(at(last, end)).matches("\\s*#.*\\s*")) {
            return null;
        }
        return start.getLine() == end.getLine()
                ? change(start.getLine(), found, Reason.CUT)
                : joined(lines, start.getLine(), end.getLine(), found);
    }

    private static int at(String line, Mark mark) {
        return line.offsetByCodePoints(0, Math.min(mark.getColumn(), line.codePointCount(0, line.length())));
    }

    /** Whether YAML takes the text's first word for a tag or for the name of an anchor to which nothing refers. */
    private static boolean isSwallowed(String value, List<String> lines) {
        String anchor = value.split("\\s", 2)[0].replaceFirst("^&", "*");
        return switch (value.charAt(0)) {
            case '!' -> !value.startsWith("!!");
            case '&' -> lines.stream().noneMatch(line -> line.contains(anchor));
            default -> false;
        };
    }

    /** A text of several lines that is cut in its last: all of it in one line, the others left empty. */
    private static @Nullable Change joined(List<String> lines, int first, int last, Matcher found) {
        var whole = new StringBuilder(found.group(2));
        for (int at = first + 1; at <= last; at++) {
            if (!lines.get(at).isBlank()) {
                whole.append(' ').append(lines.get(at).strip());
            }
            // Lines keep their numbers for whatever else is told.
            lines.set(at, "");
        }
        int column = found.group(1).codePointCount(0, found.group(1).length()) + 1;
        return new Change(first + 1, column, found.group(), found.group(1) + quote(whole.toString()), Reason.CUT);
    }

    private static @Nullable Change change(int at, Matcher found, Reason reason) {
        String mended = mended(found.group(2));
        if (mended == null || mended.equals(found.group(2))) {
            return null;
        }
        String after = found.group(1) + mended + found.group(3);
        int column = found.group(1).codePointCount(0, found.group(1).length()) + 1;
        return new Change(at + 1, column, found.group(), after, reason);
    }

    /** A text, or the items of a list, in quotation marks; null if it is a list that does not end, or fields: no text. */
    private static @Nullable String mended(String value) {
        if (FIELDS.matcher(value).matches()) {
            return null;
        }
        if (!value.startsWith("[")) {
            return quote(value);
        }
        int end = value.lastIndexOf(']');
        if (end < 0) {
            return null;
        }
        String rest = value.substring(end + 1);
        if (!rest.isBlank()) {
            return quote(value);
        }
        return Stream.of(value.substring(1, end).split(","))
                .map(String::strip)
                .map(item -> item.isEmpty() || standsAlone("[" + item + "]") ? item : quote(item))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** A text in the quotation marks that YAML needs; single ones if it holds double ones or backslashes itself. */
    static String quote(String text) {
        return text.indexOf('"') < 0 && text.indexOf('\\') < 0 ? '"' + text + '"' : "'" + text.replace("'", "''") + "'";
    }
}
