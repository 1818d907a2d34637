package press.broadsheet.check;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import press.broadsheet.news.Proof;

/**
 * A person under two names in one article: by the family name here and by the given name there, or by one name in two
 * spellings. Given names are told only where the lone one speaks, so that neither towns nor firms are taken for people.
 */
final class TwoNames implements Rule.OfText {
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
        List<NameRun> runs = NameRun.of(proof);
        new TwoSpellings(proof, runs).tell(remarks);
        tellGivenNames(proof, runs, remarks);
    }

    private static void tellGivenNames(Proof proof, List<NameRun> runs, Remarks remarks) {
        Pattern saying = Speech.of(proof.language());
        if (saying == null || proof.language().primary().equals("de")) {
            // German capitalises every noun.
            return;
        }
        Map<String, String> families = families(runs);
        Set<String> familiar = familiar(runs);
        var told = new HashSet<String>();
        for (NameRun run : runs) {
            String given = NameRun.bare(run.words().getFirst());
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
    private static Map<String, String> families(List<NameRun> runs) {
        Map<String, String> families = new LinkedHashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (NameRun run : runs) {
            if (!run.isAlone()) {
                String given = run.given();
                String family = run.last();
                String known = families.putIfAbsent(given, family);
                if (known != null && !known.equals(family)) {
                    ambiguous.add(given);
                }
            }
        }
        families.keySet().removeAll(ambiguous);
        return families;
    }

    /** Names that stand alone, or behind a title, as family names do; not behind an article, as firms do. */
    private static Set<String> familiar(List<NameRun> runs) {
        var names = new HashSet<String>();
        var things = new HashSet<String>();
        for (NameRun run : runs) {
            String name = run.last();
            if (run.isBehindArticle()) {
                things.add(name);
            } else if (run.isAlone() || run.isBehindTitle()) {
                names.add(name);
            }
        }
        names.removeAll(things);
        return names;
    }

    /** Whether somebody says something right beside the name. */
    private static boolean speaks(NameRun run, Pattern saying) {
        String after = run.after().stripLeading().split("\\s", 2)[0];
        String[] before = run.before().stripTrailing().split("\\s", -1);
        boolean behind = !run.after().startsWith(".") && saying.matcher(after).find();
        boolean front = !run.before().isEmpty()
                && Character.isWhitespace(run.before().charAt(run.before().length() - 1))
                && saying.matcher(before[before.length - 1]).matches();
        return (behind || front) && !run.isBehindArticle();
    }
}
