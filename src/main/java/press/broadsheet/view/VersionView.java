package press.broadsheet.view;

import java.util.List;

/**
 * One version of an article beside the one before it. What was taken out stands in {@code del}, what was put in in
 * {@code ins}; each begins with a hidden word that says so to those who listen.
 *
 * @param date when readers first had it
 * @param headlineHtml finished HTML without block elements
 * @param standfirstHtml likewise; empty if there is none
 * @param passages the text, in order
 */
public record VersionView(DateView date, String headlineHtml, String standfirstHtml, List<PassageView> passages) {}
