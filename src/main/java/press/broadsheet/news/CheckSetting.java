package press.broadsheet.news;

import press.broadsheet.problem.Place;

/**
 * One line below {@code checks:}, in the settings or in an article.
 *
 * @param rule the id of a rule, as typed: {@code double-word}
 * @param text in the settings a level, in an article the reason why the rule does not count there; may be empty
 */
public record CheckSetting(String rule, String text, Place place) {}
