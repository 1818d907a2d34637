package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody's page. */
public record ContributorView(
        String name,
        String role,
        String summaryHtml,
        @Nullable BodyView biography,
        @Nullable PictureView portrait,
        String email,
        List<LinkView> links,
        List<String> expertise,
        List<String> languages) {}
