package press.broadsheet.news;

import java.util.Map;
import press.broadsheet.problem.Place;

/**
 * A place that the newsroom publishes to, from {@code targets:} in the settings.
 *
 * @param name as the command calls it: {@code production}
 * @param kind what sort of place it is: {@code folder}, {@code sftp}; empty after telling that it is missing
 * @param settings what that kind needs to know, by name; which names it has only the kind knows
 * @param place where it is described
 * @param places where each setting is written, by name; {@code kind} is among them
 */
public record Target(String name, String kind, Map<String, String> settings, Place place, Map<String, Place> places) {}
