package press.broadsheet.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Language;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;

/**
 * A quotation that begins and does not end, or the other way round. One that goes on over several paragraphs may be open
 * at the end of each but the last, as long as the next one begins with an opening mark.
 */
final class UnbalancedQuotations implements Rule.OfText {
    /** Over how many paragraphs a quotation may reach without opening anew. */
    private static final int LONGEST = 8;

    /** A paragraph; those of a block quotation are one passage. */
    private record Paragraph(Passage passage, int start, String text) {
        boolean beginsQuoted() {
            return passage.kind() != Passage.Kind.FIELD && !text.isEmpty() && "\"“„«»「『”".indexOf(text.charAt(0)) >= 0;
        }
    }

    @Override
    public String id() {
        return "unbalanced-quotation-marks";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Proof proof, Paper paper, Remarks remarks) {
        List<Paragraph> paragraphs = paragraphs(proof);
        int afterEnd = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            if (i < afterEnd) {
                continue;
            }
            int end = endOfLong(paragraphs, i, proof.language());
            if (end >= 0) {
                afterEnd = end + 1;
            } else {
                Paragraph next = i + 1 < paragraphs.size() ? paragraphs.get(i + 1) : null;
                look(paragraphs.get(i), next, proof.language(), remarks);
            }
        }
    }

    /** The paragraph in which what this one opens ends, with whole ones between: a list, say. -1 if it is not such. */
    private static int endOfLong(List<Paragraph> paragraphs, int from, Language language) {
        Quotations first = Quotations.of(paragraphs.get(from).text(), language);
        if (first.unclosed().size() != 1 || !first.unopened().isEmpty() || isField(paragraphs.get(from))) {
            return -1;
        }
        for (int i = from + 1; i < paragraphs.size() && i <= from + LONGEST; i++) {
            Quotations found = Quotations.of(paragraphs.get(i).text(), language);
            if (!found.isBalanced()) {
                return found.unopened().size() == 1 && found.unclosed().isEmpty() ? i : -1;
            }
        }
        return -1;
    }

    private static boolean isField(Paragraph paragraph) {
        return paragraph.passage().kind() == Passage.Kind.FIELD;
    }

    private static List<Paragraph> paragraphs(Proof proof) {
        var paragraphs = new ArrayList<Paragraph>();
        Prose.of(proof).forEach(passage -> {
            int start = 0;
            for (String text : passage.text().split("\n\n", -1)) {
                paragraphs.add(new Paragraph(passage, start, text));
                start += text.length() + 2;
            }
        });
        return paragraphs;
    }

    private static void look(Paragraph paragraph, @Nullable Paragraph next, Language language, Remarks remarks) {
        Quotations found = Quotations.of(paragraph.text(), language);
        boolean goesOn = next != null && next.beginsQuoted() && found.unclosed().size() == 1;
        if (!found.unopened().isEmpty()) {
            remarks.add(
                    paragraph
                            .passage()
                            .place(paragraph.start() + found.unopened().getFirst()),
                    "A quotation ends here that did not begin in this paragraph.",
                    "Open it where the quoted words begin, or delete the mark.");
        } else if (!found.unclosed().isEmpty() && !goesOn) {
            remarks.add(
                    paragraph
                            .passage()
                            .place(paragraph.start() + found.unclosed().getFirst()),
                    "A quotation begins here and does not end in this paragraph.",
                    "Close it where the quoted words end, or delete the mark.");
        }
    }
}
