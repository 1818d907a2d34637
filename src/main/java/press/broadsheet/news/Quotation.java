package press.broadsheet.news;

/**
 * What somebody said, as a text quotes it.
 *
 * @param speaker the name alone, without role and place
 * @param text plain; cut after {@link #LONGEST} characters
 * @param anchor where it stands in its text; empty if it cannot be linked to
 */
public record Quotation(String speaker, String text, String anchor) {
    /** What is kept of a quotation, in characters: enough to know it by. */
    public static final int LONGEST = 400;

    /** The name at the start of an attribution: {@code Selma Oyelaran, city engineer} gives the first two words. */
    public static String speakerOf(String attribution) {
        int end = 0;
        while (end < attribution.length() && ",\u060c\u3001;(\uff08".indexOf(attribution.charAt(end)) < 0) {
            end++;
        }
        return attribution.substring(0, end).strip();
    }
}
