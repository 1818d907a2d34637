package press.broadsheet.make.page;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All names that some template could give to a variable: with {@code set}, {@code for}, {@code with} or {@code import}, or as an argument
 * of a macro. A template that is included sees all that its includer sees; so a variable of a name that none of them gives is
 * misspelt, wherever it stands. Rather too many names than too few.
 */
final class GivenNames {
    private static final Pattern GIVEN = Pattern.compile(
            "\\b(?:set|for)\\s+(\\w+)|\\bimport\\s+\\S+\\s+as\\s+(\\w+)|[\"'](\\w+)[\"']\\s*:|\\bmacro\\s+\\w+\\s*\\(([^)]*)\\)");
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** What Pebble and the program give. */
    private static final List<String> ALWAYS = List.of("loop", "slot", "embed", "_context", "locale", "template");

    private GivenNames() {}

    static Set<String> of(TemplateSource source) {
        var names = new TreeSet<String>(ALWAYS);
        for (String template : source.names()) {
            source.read(template).ifPresent(text -> gather(text, names));
        }
        return names;
    }

    private static void gather(String text, Set<String> names) {
        Matcher given = GIVEN.matcher(text);
        while (given.find()) {
            String one = given.group(1) != null ? given.group(1) : given.group(2);
            if (one != null) {
                names.add(one);
            } else if (given.group(3) != null) {
                names.add(given.group(3));
            } else {
                WORD.matcher(given.group(4)).results().forEach(word -> names.add(word.group()));
            }
        }
    }
}
