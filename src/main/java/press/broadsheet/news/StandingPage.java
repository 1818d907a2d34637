package press.broadsheet.news;

import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;

/**
 * A page that is not news: about us, ethics, contact. From {@code pages/*.md}.
 *
 * @param id the file's path, as for articles: {@code pages/about}, {@code uk/pages/about}
 * @param path its address below the edition's root, without slashes at the ends: {@code about/ethics}
 * @param policy the property of schema.org's NewsMediaOrganization that it answers, such as
 *     {@code correctionsPolicy}; empty if none
 * @param template that shows it instead of the one for standing pages, without ending; null if none
 * @param inFooter whether the foot of every page links it
 */
public record StandingPage(
        Article.Id id,
        Language language,
        String headline,
        Inline standfirst,
        String path,
        String policy,
        boolean noindex,
        boolean inFooter,
        Card.@Nullable Reference template,
        Body body,
        Place place) {}
