package press.broadsheet.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;

/**
 * Marks of which nothing came: a heading without the blank behind its marks, asterisks that close nothing, rows of no table. Readers
 * see them as they were typed. Marks that were typed on purpose, behind a backslash or as code, are none of these.
 */
final class ShownMarks implements Rule.OfText {
    /** @param hint how it is written */
    private record Mark(Pattern looks, String hint) {}

    private static final List<Mark> MARKS = List.of(
            mark("(?m)^#{2,6}(?=[^#\\s])", "A heading has a blank behind its marks: ## Heading."),
            mark("(?m)^:{2,}(?=\\s*\\p{L})", "A container begins with three colons: ::: fact-box"),
            mark("(?m)^\\|.+\\|\\s*\\R(?=\\|)", "A table has a line of hyphens below its heading: |---|---|"),
            mark("\\*\\*", "Asterisks stand right before the first letter and right behind the last: **words**."),
            mark(
                    "\\{\\{|\\{%",
                    "Templates do not run in texts. A film or a map is a container: ::: embed {name=\"video\" url=\"https://...\"}"));

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
        proof.body()
                .filter(passage -> passage.kind() != Passage.Kind.COMMENT)
                .forEach(passage -> look(passage, remarks));
    }

    /** One mark that failed often leaves others behind: the first is told. */
    private static void look(Passage passage, Remarks remarks) {
        int first = Integer.MAX_VALUE;
        String shown = "";
        String hint = "";
        for (Mark mark : MARKS) {
            Matcher found = mark.looks().matcher(passage.text());
            while (found.find() && found.start() < first) {
                String words = found.group().strip();
                if (passage.isWhole(found.start(), found.start() + words.length())) {
                    first = found.start();
                    shown = words;
                    hint = mark.hint();
                }
            }
        }
        if (!shown.isEmpty()) {
            remarks.add(passage.place(first), "Readers will see \"" + shown + "\": nothing came of this mark.", hint);
        }
    }
}
