package press.broadsheet.check;

import java.util.List;
import java.util.regex.Pattern;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;

/**
 * A paragraph that is one long quotation, of which nobody learns who said it: no word of saying in it or in the
 * paragraphs beside it, no line with a dash below it. Languages whose words of saying we do not know are passed over.
 */
final class UnattributedQuotations implements Rule.OfText {
    /** Shorter ones are titles, slogans and words held at arm's length. */
    private static final int LONG = 25;

    private static final int FEW = 4;

    private static final Pattern DASHED = Pattern.compile("(?s).*(?:^|\n)\\s*(?:[—–―]|---?)\\s*\\S[^\n]*\\s*");
    /** Behind the closing mark, on the same line: the name of who said it. */
    private static final Pattern NAMED = Pattern.compile("^[\\s,.]*[-–—―]{1,3}\\s*\\p{L}.*", Pattern.DOTALL);

    /** A block that speaks to the reader is a piece of advice set apart, and quotes nobody. */
    private static final Pattern ADVICE =
            Pattern.compile("(?i)(?<!\\p{L})(?:you|your|you're|you’re|let's|let’s)(?!\\p{L})");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    @Override
    public String id() {
        return "unattributed-quotation";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Proof proof, Paper paper, Remarks remarks) {
        Pattern saying = Speech.of(proof.language());
        if (saying == null) {
            return;
        }
        List<Passage> passages = proof.body()
                .filter(passage -> passage.kind() != Passage.Kind.COMMENT)
                .toList();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            int from = longQuotation(passage, proof);
            if (from >= 0
                    && !says(passage, saying, proof)
                    && !(i > 0 && says(passages.get(i - 1), saying, proof))
                    && !(i + 1 < passages.size() && says(passages.get(i + 1), saying, proof))) {
                remarks.add(
                        passage.place(from),
                        "Nothing near this long quotation says whose words these are.",
                        passage.kind() == Passage.Kind.QUOTATION
                                ? "Name the speaker, for example in a last line: > -- Ida Roe, harbour master"
                                : "Name the speaker.");
            }
        }
    }

    /** Where the first long quotation of a passage begins; -1 if there is none. */
    private static int longQuotation(Passage passage, Proof proof) {
        String text = passage.text();
        if (passage.kind() == Passage.Kind.QUOTATION) {
            boolean told = !passage.name().isEmpty()
                    || DASHED.matcher(text).matches()
                    || ADVICE.matcher(text).find();
            return words(text) >= LONG && !told ? 0 : -1;
        }
        if (passage.kind() == Passage.Kind.HEADING) {
            return -1;
        }
        for (Quotations.Span span : Quotations.of(text, proof.language()).spans()) {
            // Whatever else the paragraph says may well be about the speaker.
            int others = words(text.substring(0, span.from())) + words(text.substring(span.to()));
            if (words(text.substring(span.from(), span.to())) >= LONG
                    && others <= FEW
                    && !NAMED.matcher(text.substring(span.to())).matches()) {
                return span.from();
            }
        }
        return -1;
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : BLANKS.split(text.strip(), -1).length;
    }

    /** Whether what is not quoted there speaks of saying, or announces something with a colon. */
    private static boolean says(Passage passage, Pattern saying, Proof proof) {
        String text = passage.text();
        if (passage.kind() == Passage.Kind.QUOTATION) {
            return !passage.name().isEmpty()
                    || DASHED.matcher(text).matches()
                    || text.strip().endsWith(":");
        }
        var unquoted = new StringBuilder(text);
        for (Quotations.Span span : Quotations.of(text, proof.language()).spans()) {
            for (int i = span.from(); i < span.to(); i++) {
                unquoted.setCharAt(i, ' ');
            }
        }
        return saying.matcher(unquoted).find() || unquoted.toString().strip().endsWith(":");
    }
}
