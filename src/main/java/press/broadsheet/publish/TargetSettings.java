package press.broadsheet.publish;

import java.nio.file.Path;
import java.util.Map;
import press.broadsheet.problem.Place;

/**
 * A target as the settings describe it.
 *
 * @param name the newsroom's own: {@code production}
 * @param kind see {@link Target#kind}
 * @param values by name; holds no secret
 * @param base relative paths of this machine begin here
 * @param environment where secrets come from
 * @param place where the settings stand
 * @param places where each of them is written, as far as that is known; by name, {@code kind} among them
 */
public record TargetSettings(
        String name,
        String kind,
        Map<String, String> values,
        Path base,
        Map<String, String> environment,
        Place place,
        Map<String, Place> places) {

    /** Where a setting is written; if it is not given, where they all stand. */
    public Place place(String setting) {
        return places.getOrDefault(setting, place);
    }

    /** A setting; empty if it is not given. */
    public String value(String setting) {
        return values.getOrDefault(setting, "");
    }

    /** A setting or, if it is not given, another value. */
    public String value(String setting, String otherwise) {
        return values.getOrDefault(setting, otherwise);
    }

    /**
     * A whole number.
     *
     * @throws TargetFailure if it is none, or out of bounds; it names the setting
     */
    public int number(String setting, int least, int most, int otherwise) throws TargetFailure {
        String text = value(setting);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new TargetFailure(
                "\"" + setting + "\" of the target \"" + name + "\" must be a whole number from " + least + " to "
                        + most + ", not \"" + text + "\".",
                "",
                setting);
    }

    /** Without the environment, in which secrets are. */
    @Override
    public String toString() {
        return "target " + name + " (" + kind + ") " + values;
    }
}
