package press.broadsheet.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;

/**
 * "The the". In English any word that nobody doubles on purpose; in other languages only the little words of which it is
 * certain, since many double others for emphasis. Languages without a list are passed over.
 */
final class DoubleWords implements Rule.OfText {
    private static final Pattern TWICE = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}'’-])(\\p{L}[\\p{L}\\p{M}'’]*)([ \\t\\n\\u00a0]+)(\\1)(?![\\p{L}\\p{M}\\p{N}'’-])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What English doubles: tenses, emphasis, cries. */
    private static final Set<String> ENGLISH_DOUBLES =
            words("had that is was do does her you very so no yes bye now well"
                    + " there really many much long far ha hey blah yada hip tut knock win click again never go");

    /** Words that no sentence needs twice in a row. */
    private static final Map<String, Set<String>> LITTLE = Map.ofEntries(
            Map.entry("en", words("the a an and of for with at by from or our their its your his if as are were be")),
            Map.entry("uk", words("і й та або в у на з із що для до від про не як за по при але")),
            Map.entry("ru", words("и или в на с что для до от о не как за по при но")),
            Map.entry(
                    "de", words("und oder mit von eine einen einem ist nicht auf für bei zum zur im aus nach wie als")),
            Map.entry("fr", words("le les un une de des du et à dans pour avec sur par qui est ou")),
            Map.entry("es", words("el los las un una de del y en con por se")),
            Map.entry("it", words("il gli un una di del della e in con per che")),
            Map.entry("pt", words("o os as um uma de do da e em com por que")),
            Map.entry("pl", words("i w na z do że jest dla od przez ale")),
            Map.entry("nl", words("de het een en van met voor is te")),
            Map.entry("sv", words("och en ett av med för på till är")),
            Map.entry("fa", words("و در از که با برای این")));

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ", -1)));
    }

    @Override
    public String id() {
        return "double-word";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Proof proof, Paper paper, Remarks remarks) {
        String language = proof.language().primary();
        Set<String> little = LITTLE.getOrDefault(language, Set.of());
        if (!little.isEmpty()) {
            Map<String, Integer> counts = new HashMap<>();
            Prose.of(proof).forEach(passage -> count(passage, counts));
            Prose.of(proof).forEach(passage -> look(passage, language, little, counts, remarks));
        }
    }

    private static void count(Passage passage, Map<String, Integer> counts) {
        TWICE.matcher(passage.text())
                .results()
                .forEach(twice -> counts.merge(twice.group(3).toLowerCase(Locale.ROOT), 1, Integer::sum));
    }

    private static void look(
            Passage passage, String language, Set<String> little, Map<String, Integer> counts, Remarks remarks) {
        Matcher twice = TWICE.matcher(passage.text());
        while (twice.find()) {
            String second = twice.group(3);
            // A capital begins a name: Walla Walla, Duran Duran.
            boolean name = !second.equals(second.toLowerCase(Locale.ROOT));
            // What an article doubles again and again it doubles on purpose: "done done".
            boolean term = counts.getOrDefault(second, 0) > 1 && !little.contains(second);
            boolean slip = little.contains(second)
                    || (language.equals("en") && second.length() > 1 && !ENGLISH_DOUBLES.contains(second));
            if (!name && !term && slip) {
                Fix fix = little.contains(second) ? fix(passage, twice) : null;
                remarks.add(
                        passage.place(twice.start(3)),
                        "\"" + twice.group(1) + " " + second + "\": the word stands here twice.",
                        "Delete one of the two.",
                        fix);
            }
        }
    }

    /** Nothing if the words stand on two lines, or with markup between them. */
    private static @Nullable Fix fix(Passage passage, Matcher twice) {
        int from = twice.start(2);
        return passage.isWhole(twice.start(1), twice.end(3))
                ? new Fix(passage.place(from), passage.text().substring(from, twice.end(3)), "")
                : null;
    }
}
