package press.broadsheet.build;

import java.util.Set;

/**
 * What was touched since the last build, as far as somebody watched.
 *
 * @param all whether more may have been touched than is named
 * @param paths below the paper's folder, with {@code /}: {@code content/world/river.md}
 */
public record Touched(boolean all, Set<String> paths) {
    /** Nobody watched. */
    public static final Touched UNKNOWN = new Touched(true, Set.of());
}
