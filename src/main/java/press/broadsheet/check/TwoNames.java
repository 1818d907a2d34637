package press.broadsheet.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;

/**
 * A person under two names in one article: by the family name here and by the given name there. Told only where the
 * lone given name speaks, so that neither towns nor firms are taken for people.
 */
final class TwoNames implements Rule.OfText {
    private static final String NAME = "\\p{Lu}\\p{Ll}[\\p{L}\\p{M}]*(?:[-’'][\\p{L}\\p{M}]+)*";
    /** The last two words of a run of names: titles stand before them. */
    private static final Pattern RUN = Pattern.compile("(?<![\\p{L}’'-])" + NAME + "(?:[ \\n]" + NAME + ")*");

    private static final Pattern TITLE = Pattern.compile("(?:Mr|Ms|Mrs|Dr|Mx|Prof|Sen|Rep|Gov)\\.? $");
    private static final Pattern ARTICLE = Pattern.compile("(?i)(?<![\\p{L}])(?:the|a|an|our|their|its|this)\\s$");

    /** @param before what stands before the run, {@code after} behind it; some characters of each */
    private record Run(Passage passage, int at, List<String> words, String before, String after) {
        boolean isAlone() {
            return words.size() == 1;
        }
    }

    @Override
    public String id() {
        return "two-names";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Proof proof, Paper paper, Remarks remarks) {
        Pattern saying = Speech.of(proof.language());
        if (saying == null || proof.language().primary().equals("de")) {
            // German capitalises every noun.
            return;
        }
        List<Run> runs = runs(proof);
        Map<String, String> families = families(runs);
        Set<String> familiar = familiar(runs);
        var told = new HashSet<String>();
        for (Run run : runs) {
            String given = bare(run.words().getFirst());
            String family = families.getOrDefault(given, "");
            boolean lone = run.isAlone() && familiar.contains(family) && !families.containsKey(family);
            if (lone && speaks(run, saying) && told.add(given)) {
                remarks.add(
                        run.passage().place(run.at()),
                        "\"" + given + "\" is \"" + family + "\" elsewhere in this article: one person, " + given + " "
                                + family + ", under two names.",
                        "Keep to the family name (in Japan, China, Korea and Hungary it often stands first), or tell"
                                + " the two apart.");
            }
        }
    }

    /** Given names and the family name that follows each, where it is always the same. */
    private static Map<String, String> families(List<Run> runs) {
        Map<String, String> families = new LinkedHashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (Run run : runs) {
            if (!run.isAlone()) {
                String given = run.words().get(run.words().size() - 2);
                String family = bare(run.words().getLast());
                String known = families.putIfAbsent(given, family);
                if (known != null && !known.equals(family)) {
                    ambiguous.add(given);
                }
            }
        }
        families.keySet().removeAll(ambiguous);
        return families;
    }

    private static List<Run> runs(Proof proof) {
        var runs = new ArrayList<Run>();
        Stream<Passage> passages = Prose.of(proof).filter(passage -> !passage.isField("seoHeadline"));
        passages.forEach(passage -> {
            Matcher matcher = RUN.matcher(passage.text());
            while (matcher.find()) {
                String text = passage.text();
                runs.add(new Run(
                        passage,
                        matcher.start(),
                        List.of(matcher.group().split("[ \\n]", -1)),
                        text.substring(Math.max(0, matcher.start() - 24), matcher.start()),
                        text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 24))));
            }
        });
        return runs;
    }

    /** Names that stand alone, or behind a title, as family names do; not behind an article, as firms do. */
    private static Set<String> familiar(List<Run> runs) {
        var names = new HashSet<String>();
        var things = new HashSet<String>();
        for (Run run : runs) {
            String name = bare(run.words().getLast());
            if (ARTICLE.matcher(run.before()).find()) {
                things.add(name);
            } else if (run.isAlone() || TITLE.matcher(run.before()).find()) {
                names.add(name);
            }
        }
        names.removeAll(things);
        return names;
    }

    /** Whether somebody says something right beside the name. */
    private static boolean speaks(Run run, Pattern saying) {
        String after = run.after().stripLeading().split("\\s", 2)[0];
        String[] before = run.before().stripTrailing().split("\\s", -1);
        boolean behind = !run.after().startsWith(".") && saying.matcher(after).find();
        boolean front = !run.before().isEmpty()
                && Character.isWhitespace(run.before().charAt(run.before().length() - 1))
                && saying.matcher(before[before.length - 1]).matches();
        return (behind || front) && !ARTICLE.matcher(run.before()).find();
    }

    private static String bare(String name) {
        return name.replaceFirst("[’'](?:s)?$", "");
    }
}
