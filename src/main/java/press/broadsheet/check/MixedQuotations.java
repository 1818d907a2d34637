package press.broadsheet.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;

/** Straight and typographic marks, or the marks of two languages, around what is quoted in one article. */
final class MixedQuotations implements Rule.OfText {
    /** How a quotation may be set. */
    private enum Style {
        STRAIGHT("\"", "\""),
        ENGLISH("“", "”"),
        LOW("„", "“"),
        GUILLEMETS("«", "»"),
        POINTING("»", "«"),
        CORNERS("「", "」"),
        /** A typographic mark at one end and a straight one at the other. */
        TORN("“", "\"");

        private final String open;
        private final String close;

        Style(String open, String close) {
            this.open = open;
            this.close = close;
        }

        static @Nullable Style of(Quotations.Span span) {
            if (span.isMismatched()) {
                return TORN;
            }
            for (Style style : values()) {
                if (style.open.charAt(0) == span.open()) {
                    return style;
                }
            }
            return null;
        }
    }

    private record Found(Passage passage, Quotations.Span span, Style style) {}

    @Override
    public String id() {
        return "mixed-quotation-marks";
    }

    @Override
    public Level level() {
        return Level.NOTE;
    }

    @Override
    public void look(Proof proof, Paper paper, Remarks remarks) {
        var found = new ArrayList<Found>();
        proof.body().filter(passage -> passage.kind() != Passage.Kind.COMMENT).forEach(passage -> {
            for (Quotations.Span span :
                    Quotations.of(passage.text(), proof.language()).spans()) {
                Style style = Style.of(span);
                if (style != null) {
                    found.add(new Found(passage, span, style));
                }
            }
        });
        Map<Style, Integer> counts = new EnumMap<>(Style.class);
        found.forEach(one -> counts.merge(one.style(), 1, Integer::sum));
        if (counts.size() > 1 || counts.containsKey(Style.TORN)) {
            tell(found, counts, proof, remarks);
        }
    }

    private static void tell(List<Found> found, Map<Style, Integer> counts, Proof proof, Remarks remarks) {
        Style wanted = wanted(counts);
        long others = found.stream().filter(one -> one.style() != wanted).count();
        boolean first = true;
        for (Found one : found) {
            if (one.style() == wanted) {
                continue;
            }
            Fix opening = fix(one, one.span().from(), wanted.open);
            Fix closing = fix(one, one.span().to() - 1, wanted.close);
            boolean sure = opening != null && closing != null && isPlain(one, wanted, proof);
            if (first) {
                remarks.add(
                        one.passage().place(one.span().from()),
                        message(one, others, wanted),
                        "Use one kind of quotation marks in an article.",
                        sure ? opening : null);
                first = false;
                if (sure) {
                    remarks.alsoFix(closing);
                }
            } else if (sure) {
                remarks.alsoFix(opening);
                remarks.alsoFix(closing);
            }
        }
    }

    private static String message(Found first, long others, Style wanted) {
        if (wanted == Style.STRAIGHT) {
            return "This quotation opens with " + first.span().open() + " and closes with "
                    + first.span().close() + ".";
        }
        return others + (others == 1 ? " quotation stands" : " quotations stand") + " in other marks than "
                + wanted.open + " " + wanted.close + ", which the rest of this article uses.";
    }

    /** Typographic marks are somebody's choice; straight ones are what the keyboard gives. */
    private static Style wanted(Map<Style, Integer> counts) {
        Style best = Style.STRAIGHT;
        int most = 0;
        for (Map.Entry<Style, Integer> count : counts.entrySet()) {
            boolean chosen = count.getKey() != Style.STRAIGHT && count.getKey() != Style.TORN;
            if (chosen && count.getValue() > most) {
                best = count.getKey();
                most = count.getValue();
            }
        }
        return best;
    }

    /** Only what is straight at one end, only where the whole passage is in order and nothing is quoted within it. */
    private static boolean isPlain(Found one, Style wanted, Proof proof) {
        Quotations all = Quotations.of(one.passage().text(), proof.language());
        return (one.style() == Style.STRAIGHT || (one.style() == Style.TORN && wanted == Style.ENGLISH))
                && all.isBalanced()
                && all.marks().stream()
                        .noneMatch(mark -> mark.at() > one.span().from()
                                && mark.at() < one.span().to() - 1);
    }

    private static @Nullable Fix fix(Found one, int at, String after) {
        return one.passage().isWhole(at, at + 1)
                ? new Fix(one.passage().place(at), one.passage().text().substring(at, at + 1), after)
                : null;
    }
}
