package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes for the paper.
 *
 * @param name as readers know them
 * @param address their page; empty if they have none
 * @param role such as "Foreign editor"; empty if not said
 * @param summaryHtml one sentence, finished HTML; empty if none
 * @param biography null if there is none, and on lists
 * @param portrait null if there is none
 * @param email empty if it is not published
 * @param links their pages elsewhere, each named by its host
 * @param expertise what they know about
 * @param languages that they speak: as the newsroom wrote them, or the names of the tags that it wrote
 */
public record ContributorView(
        String name,
        String address,
        String role,
        String summaryHtml,
        @Nullable BodyView biography,
        @Nullable PictureView portrait,
        String email,
        List<LinkView> links,
        List<String> expertise,
        List<String> languages) {}
