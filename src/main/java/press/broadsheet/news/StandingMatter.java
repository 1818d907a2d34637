package press.broadsheet.news;

import java.util.List;
import java.util.Map;

/**
 * What an edition keeps from day to day, beside its articles.
 *
 * @param authors by id
 * @param stories by id
 * @param fronts by section path; the front page has the empty key
 * @param redirects in the order of the file
 * @param strings the theme's words in the edition's language, by key such as {@code read-more}; plural forms as
 *     {@code minutes.one}, {@code minutes.other}
 */
public record StandingMatter(
        Map<String, Author> authors,
        List<StandingPage> pages,
        Map<String, StoryPackage> stories,
        Map<String, FrontPage> fronts,
        List<Redirect> redirects,
        Map<String, String> strings) {}
