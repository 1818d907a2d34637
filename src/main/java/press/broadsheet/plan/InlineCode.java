package press.broadsheet.plan;

import java.util.List;

/**
 * What stands in pages themselves and would run or style: a content security policy names it by its digest, or browsers
 * pass over it.
 *
 * @param scripts each as a policy names it, {@code 'sha256-...'}, in order
 * @param styles likewise
 */
public record InlineCode(List<String> scripts, List<String> styles) {
    /** None at all, or not known yet. */
    public static final InlineCode NONE = new InlineCode(List.of(), List.of());
}
