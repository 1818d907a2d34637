package press.broadsheet.view;

import java.util.List;

/** A page that names all lists of a kind: tags, contributors, stories, archive. */
public record OverviewView(String kind, String title, List<GroupView> groups, List<ContributorView> people) {}
