package press.broadsheet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;

/**
 * Words with capitals beside one another: perhaps somebody's name.
 *
 * @param at where it begins in the passage
 * @param before what stands before it, {@code after} behind it; some characters of each
 */
record NameRun(Passage passage, int at, List<String> words, String before, String after) {
    private static final String NAME = "\\p{Lu}\\p{Ll}[\\p{L}\\p{M}]*(?:[-’'][\\p{L}\\p{M}]+)*";
    /** The last two words of a run of names: titles stand before them. */
    private static final Pattern RUN = Pattern.compile("(?<![\\p{L}’'-])" + NAME + "(?:[ \\n]" + NAME + ")*");

    private static final Pattern TITLE = Pattern.compile("(?:Mr|Ms|Mrs|Dr|Mx|Prof|Sen|Rep|Gov)\\.? $");
    /** What stands before a family name without being a given one. */
    private static final Set<String> OFFICES = Set.of(
            ("Mr Ms Mrs Dr Mx Prof Professor Sen Senator Rep Gov Governor President Premier Chancellor Minister Mayor"
                            + " Councillor Secretary Ambassador General Colonel Major Captain Sergeant Judge Justice"
                            + " Inspector Sir Dame Lord Lady King Queen Prince Princess Pope Bishop Father Sister"
                            + " Reverend Herr Frau Monsieur Madame Señor Señora Пан Пані Президент Прем’єр Міністр"
                            + " Генерал Мер Посол")
                    .split(" ", -1));

    private static final Pattern ARTICLE = Pattern.compile("(?i)(?<![\\p{L}])(?:the|a|an|our|their|its|this)\\s$");

    /** All of what readers read, in order. */
    static List<NameRun> of(Proof proof) {
        var runs = new ArrayList<NameRun>();
        Prose.of(proof).filter(passage -> !passage.isField("seoHeadline")).forEach(passage -> runs.addAll(in(passage)));
        return runs;
    }

    static List<NameRun> in(Passage passage) {
        var runs = new ArrayList<NameRun>();
        String text = passage.text();
        Matcher matcher = RUN.matcher(text);
        while (matcher.find()) {
            runs.add(new NameRun(
                    passage,
                    matcher.start(),
                    List.of(matcher.group().split("[ \\n]", -1)),
                    text.substring(Math.max(0, matcher.start() - 24), matcher.start()),
                    text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 24))));
        }
        return runs;
    }

    boolean isAlone() {
        return words.size() == 1;
    }

    /** As firms and things do; people do not. */
    boolean isBehindArticle() {
        return ARTICLE.matcher(before).find();
    }

    boolean isBehindTitle() {
        return TITLE.matcher(before).find();
    }

    /** The last word, without what makes it possessive. */
    String last() {
        return bare(words.getLast());
    }

    /** The last word but one; empty if there is none. */
    String given() {
        return isAlone() ? "" : words.get(words.size() - 2);
    }

    /** The same without offices and titles, which are no names; its apostrophes are of one form. */
    String firstName() {
        return OFFICES.contains(given()) ? "" : given().replace('\'', '’');
    }

    /** Where the last word stands in the passage. */
    int atLast() {
        return at
                + words.stream()
                        .limit(words.size() - 1L)
                        .mapToInt(word -> word.length() + 1)
                        .sum();
    }

    /** Without a closing {@code 's} or apostrophe; those within are of one form. */
    static String bare(String name) {
        return name.replace('\'', '’').replaceFirst("’s?$", "");
    }
}
