package press.broadsheet.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;

/**
 * Marks of which nothing came: a heading without the blank behind its marks, asterisks that close nothing, a
 * link with a blank between its words and its address. Readers
 * see them as they were typed. Marks that were typed on purpose, behind a backslash or as code, are none of these.
 */
final class ShownMarks implements Rule.OfText {
    /**
     * @param looks what is sure to be typed in one piece stands in its first group, if it has one
     * @param hint how it is written
     */
    private record Mark(Pattern looks, String hint) {}

    /** What can only be an address: one with a host, one from the root, or the name of a file. */
    private static final String ADDRESS =
            "(?:https?:|mailto:|www\\.|\\.{0,2}/|[^\\s()\\[\\]]+\\.(?:md|html?|png|jpe?g|svg|webp|gif|pdf)\\b)";

    private static final String LINK =
            "Words stand in square brackets, the address behind them in round ones: [words](https://...)";

    /** Links and pictures that lack their form. They are looked for in short texts, too, which show links. */
    private static final List<Mark> LINKS = List.of(
            mark(
                    "!\\[[^\\[\\]]{0,120}(\\])\\s\\((?=" + ADDRESS + ")",
                    "Nothing stands between the two pairs of brackets: ![what it shows](picture.jpg)"),
            mark(
                    "\\[[^\\[\\]]{0,120}(\\S\\])\\s\\((?=" + ADDRESS + ")",
                    "Nothing stands between the words and the address: [words](https://...)"),
            mark("[({][^(){}\\n]{1,120}[)}][\\[(](?=" + ADDRESS + ")", LINK),
            mark("\\[[^\\[\\]]{1,120}\\][\\[{](?=" + ADDRESS + ")", LINK));

    private static final List<Mark> MARKS = List.of(
            mark("(?m)^#{2,6}(?=[^#\\s])", "A heading has a blank behind its marks: ## Heading."),
            mark("(?m)^:{2,}(?=\\s*\\p{L})", "A container begins with three colons: ::: fact-box"),
            mark("\\*\\*", "Asterisks stand right before the first letter and right behind the last: **words**."),
            mark(
                    "\\{\\{|\\{%",
                    "Templates do not run in texts. A film or a map is a container: ::: embed {name=\"video\" url=\"https://...\"}"),
            mark("!\\[", "A picture is a description and a file, each in its brackets: ![what it shows](picture.jpg)"),
            mark(
                    "\\](?:\\()(?=\\S)",
                    "An address is closed by a round bracket, and no blank stands in it: [words](https://...)"),
            mark(
                    "\\[\\[(?=[\\p{L}\\p{N}])",
                    "The name of an article stands in two pairs of brackets: [[bridge-vote]]"));

    private static Mark mark(String looks, String hint) {
        return new Mark(Pattern.compile(looks), hint);
    }

    @Override
    public String id() {
        return "shown-mark";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Proof proof, Paper paper, Remarks remarks) {
        Prose.of(proof).forEach(passage -> look(passage, remarks));
    }

    /** One mark that failed often leaves others behind: the first is told. */
    private static void look(Passage passage, Remarks remarks) {
        var first = new First(passage);
        LINKS.forEach(first::look);
        if (passage.kind() != Passage.Kind.FIELD) {
            MARKS.forEach(first::look);
        }
        first.tell(remarks);
    }

    /** Finds the first mark of a passage. */
    private static final class First {
        private final Passage passage;
        private int at = Integer.MAX_VALUE;
        private String shown = "";
        private String hint = "";

        First(Passage passage) {
            this.passage = passage;
        }

        void look(Mark mark) {
            Matcher found = mark.looks().matcher(passage.text());
            while (found.find() && found.start() < at) {
                String words = found.group().strip();
                int sure = found.groupCount() > 0 ? found.start(1) : found.start();
                int end = found.groupCount() > 0 ? found.end(1) : found.start() + words.length();
                if (passage.isWhole(sure, end)) {
                    at = found.start();
                    shown = words.replace('\n', ' ');
                    hint = mark.hint();
                }
            }
        }

        void tell(Remarks remarks) {
            if (!shown.isEmpty()) {
                remarks.add(passage.place(at), "Readers will see \"" + shown + "\": nothing came of this mark.", hint);
            }
        }
    }
}
