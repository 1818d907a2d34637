package press.broadsheet.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paper, as every page shows it.
 *
 * @param name of the edition
 * @param motto empty if none
 * @param description one sentence
 * @param address of the edition's front page
 * @param search of the search page; empty if there is none
 * @param sections of the first level, in the paper's order
 * @param navigation further links at the top
 * @param footer links at the foot, then the standing pages that ask to stand there
 * @param feeds of the whole edition
 * @param breaking articles that are breaking news, newest first
 * @param logo null if none
 * @param organisation who publishes the paper
 * @param email empty if none
 * @param copyright the notice at the foot; empty if none
 * @param accent the paper's colour, CSS hexadecimal; empty for the theme's own
 * @param params the newsroom's own settings
 */
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
        Map<String, Object> params) {

    /** The same paper, with the links marked that lead to where the reader is, and the settings as a page asks for them. */
    SiteView at(
            List<LinkView> newSections,
            List<LinkView> newNavigation,
            List<LinkView> newFooter,
            Map<String, Object> asked) {
        return new SiteView(
                name,
                motto,
                description,
                address,
                search,
                newSections,
                newNavigation,
                newFooter,
                feeds,
                breaking,
                logo,
                organisation,
                email,
                copyright,
                accent,
                asked);
    }
}
