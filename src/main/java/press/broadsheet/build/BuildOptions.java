package press.broadsheet.build;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one build is to be done.
 *
 * @param site the folder that has {@code content/}
 * @param home the app's folder, which has the default {@code templates/}
 * @param output the published folder
 * @param baseUrl replaces the settings' address; null to keep it
 * @param now the moment that the paper shows
 * @param drafts whether drafts are shown
 * @param future whether articles under embargo or dated later are shown
 * @param strict whether warnings count as errors
 * @param keepGoing whether what can be made is published although something is broken
 * @param dryRun whether everything is made but nothing written
 * @param threads how many threads make pages, at least 1
 * @param guarded whether edits are told of that were made silently since readers got the text
 */
public record BuildOptions(
        Path site,
        Path home,
        Path output,
        @Nullable URI baseUrl,
        Instant now,
        boolean drafts,
        boolean future,
        boolean strict,
        boolean keepGoing,
        boolean dryRun,
        int threads,
        boolean guarded) {

    /** Of a build that does not look for silent edits. */
    public BuildOptions(
            Path site,
            Path home,
            Path output,
            @Nullable URI baseUrl,
            Instant now,
            boolean drafts,
            boolean future,
            boolean strict,
            boolean keepGoing,
            boolean dryRun,
            int threads) {
        this(site, home, output, baseUrl, now, drafts, future, strict, keepGoing, dryRun, threads, false);
    }

    /** The same of another moment. */
    public BuildOptions at(Instant moment) {
        return with(moment, keepGoing);
    }

    /** The same of another moment, for a paper that is broken or not. */
    BuildOptions with(Instant moment, boolean goingOn) {
        return new BuildOptions(
                site, home, output, baseUrl, moment, drafts, future, strict, goingOn, dryRun, threads, guarded);
    }
}
