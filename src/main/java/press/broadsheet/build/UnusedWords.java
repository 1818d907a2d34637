package press.broadsheet.build;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import press.broadsheet.make.page.TemplateFault;
import press.broadsheet.news.Site;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.StringsReader;
import press.broadsheet.text.Nearest;

/**
 * Tells of words of a site's own theme that nothing says, and whose keys are nearly those of words that something does say.
 * Words that a template of tomorrow may need are left alone.
 */
final class UnusedWords {
    private static final String ENDING = ".peb";
    /** A quoted text in a template, which may be a key. */
    private static final Pattern QUOTED = Pattern.compile("[\"']([\\w.-]{1,100})[\"']");

    private static final Set<String> COUNTED = Set.of("zero", "one", "two", "few", "many", "other");

    private final Theme theme;
    private final Problems problems;
    /** The keys that templates ask for, as far as they say them whole. */
    private final Set<String> asked = new TreeSet<>();

    private UnusedWords(Theme theme, Problems problems) {
        this.theme = theme;
        this.problems = problems;
    }

    static void check(Newsroom newsroom, Theme theme, Problems problems) {
        Set<String> own = theme.folder().upper(theme.names());
        var tags = new TreeSet<String>(Set.of("en"));
        for (Site.EditionSettings edition : newsroom.site().editions()) {
            tags.add(edition.language().primary());
            tags.add(edition.language().tag());
        }
        tags.removeIf(tag -> !own.contains(Theme.stringsName(tag)));
        if (!tags.isEmpty()) {
            var words = new UnusedWords(theme, problems);
            words.ask();
            tags.forEach(words::check);
        }
    }

    private void ask() {
        for (String name : theme.names()) {
            if (name.endsWith(ENDING)) {
                String text = new String(theme.folder().read(name).orElseThrow(), StandardCharsets.UTF_8);
                QUOTED.matcher(text).results().forEach(quoted -> asked.add(quoted.group(1)));
            }
        }
    }

    private void check(String tag) {
        List<byte[]> files = theme.strings(tag);
        var known = new TreeSet<>(asked);
        // What the app says is asked for by templates or by views.
        for (String spoken : new TreeSet<>(List.of("en", tag))) {
            List<byte[]> all = theme.strings(spoken);
            boolean isOurs = !theme.added().contains(Theme.stringsName(spoken));
            if (isOurs && !all.isEmpty()) {
                known.addAll(StringsReader.places(Path.of(""), all.getFirst()).keySet());
            }
        }
        Path file = Path.of("templates", Theme.stringsName(tag));
        StringsReader.places(file, files.getLast()).forEach((key, place) -> check(key, place, known));
    }

    private void check(String key, Place place, Set<String> known) {
        int dot = key.lastIndexOf('.');
        String stem = dot < 0 ? "" : key.substring(0, dot);
        String last = key.substring(dot + 1);
        boolean counted = COUNTED.contains(last);
        if (known.contains(key) || (counted && known.contains(stem))) {
            return;
        }
        Optional<String> number = asked.contains(stem) && !counted
                ? Nearest.of(last, COUNTED).map(one -> stem + "." + one)
                : Optional.empty();
        Optional<String> meant = number.or(
                () -> Nearest.slip(counted ? stem : key, known).map(near -> counted ? near + "." + last : near));
        meant.ifPresent(near -> problems.add(
                TemplateFault.UNUSED_WORD,
                place,
                "Nothing asks for the word \"" + key + "\", so no reader sees it.",
                "Did you mean \"" + near + "\"?"));
    }
}
