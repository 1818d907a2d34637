package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The paper, as every page shows it. {@code logo} is null if none; {@code accent} is empty for the theme's own colour. */
public record SiteView(
        String name,
        String motto,
        String description,
        String address,
        String search,
        List<LinkView> sections,
        List<LinkView> navigation,
        List<LinkView> footer,
        List<FeedView> feeds,
        List<CardView> breaking,
        @Nullable PictureView logo,
        String organisation,
        String email,
        String copyright,
        String accent,
        java.util.Map<String, Object> params) {}
