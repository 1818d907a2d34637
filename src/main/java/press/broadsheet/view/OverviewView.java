package press.broadsheet.view;

import java.util.List;

/**
 * A page that names all lists of a kind.
 *
 * @param kind tags, contributors, stories, archive, people, organisations, places or events
 * @param title the page's name
 * @param groups the lists
 * @param people everybody, where the kind is contributors
 * @param stories all story packages in the order of their links, without their articles, where the kind is stories
 */
public record OverviewView(
        String kind, String title, List<GroupView> groups, List<ContributorView> people, List<StoryView> stories) {}
