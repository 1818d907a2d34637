package press.broadsheet.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import press.broadsheet.news.Author;
import press.broadsheet.news.Body;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.StoryPackage;

/** What stands in an edition's pages beside articles. */
final class Standing {
    private Standing() {}

    /** All texts. */
    static List<Body> bodies(Site.EditionSettings settings, StandingMatter matter) {
        var bodies = new ArrayList<Body>();
        settings.sections().stream().map(Section::text).filter(Objects::nonNull).forEach(bodies::add);
        matter.pages().stream().map(StandingPage::body).forEach(bodies::add);
        matter.authors().values().stream()
                .map(Author::biography)
                .filter(Objects::nonNull)
                .forEach(bodies::add);
        matter.stories().values().stream()
                .map(StoryPackage::text)
                .filter(Objects::nonNull)
                .forEach(bodies::add);
        return bodies;
    }

    /** All portraits and story pictures. */
    static List<Picture> pictures(StandingMatter matter) {
        var pictures = new ArrayList<Picture>();
        matter.authors().values().stream()
                .map(Author::portrait)
                .filter(Objects::nonNull)
                .forEach(pictures::add);
        matter.stories().values().stream()
                .map(StoryPackage::picture)
                .filter(Objects::nonNull)
                .forEach(pictures::add);
        return pictures;
    }
}
