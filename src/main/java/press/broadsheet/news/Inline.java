package press.broadsheet.news;

import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * A short text that may hold emphasis and links, such as a standfirst, a caption or a key point.
 *
 * @param html safe HTML without block elements
 * @param plain the same words without markup, not escaped
 */
public record Inline(String html, String plain) {
    public static final Inline NONE = new Inline("", "");

    public Inline {
        // Most have no markup, and there are many: one text is enough.
        plain = plain.equals(html) ? html : plain;
    }

    public boolean isEmpty() {
        return plain.isEmpty();
    }

    /** Turns what a reporter typed into safe inline text. Thread-safe. */
    public interface Typesetter {
        /** {@code text} is inline Markdown; {@code language} decides its quotation marks. */
        Inline inline(String text, Language language, Place place, Problems problems);

        /**
         * Gives a plain text, such as a headline, the quotation marks, apostrophes and dashes of its language. Nothing in it is
         * markup, and the answer is plain text, too. A typesetter that knows no such marks leaves it as it is.
         */
        default String line(String text, Language language) {
            return text;
        }
    }
}
