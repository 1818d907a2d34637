package press.broadsheet.publish.git;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.PersonIdent;
import press.broadsheet.publish.TargetFailure;
import press.broadsheet.publish.TargetSettings;

/**
 * Who commits. Neither the user's nor the machine's name is taken by itself: the repository may be public.
 *
 * @param name as people read it
 * @param mail an address, which need not work
 */
record Author(String name, String mail) {
    private static final Pattern WRITTEN = Pattern.compile("([^<>\\r\\n]+?)\\s*<([^<>\\s]+)>");
    private static final Author US = new Author("Broadsheet", "broadsheet@users.noreply.invalid");

    /** The one of the settings, or of git's own {@code GIT_AUTHOR_NAME} and {@code GIT_AUTHOR_EMAIL}, or the program. */
    static Author of(TargetSettings settings) throws TargetFailure {
        String text = settings.value("author");
        if (text.isEmpty()) {
            return new Author(
                    settings.environment().getOrDefault("GIT_AUTHOR_NAME", US.name()),
                    settings.environment().getOrDefault("GIT_AUTHOR_EMAIL", US.mail()));
        }
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new TargetFailure(
                    "\"" + text + "\" is no author.",
                    "Write a name and an address: author: Lantern <web@lantern.example>",
                    "author");
        }
        return new Author(parts.group(1), parts.group(2));
    }

    PersonIdent at(Instant when) {
        return new PersonIdent(name, mail, when, ZoneOffset.UTC);
    }
}
