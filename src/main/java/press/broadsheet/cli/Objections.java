package press.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import press.broadsheet.build.BuildReport;
import press.broadsheet.problem.Problems;
import press.broadsheet.publish.Difference;
import press.broadsheet.publish.FinishedSite;
import press.broadsheet.publish.Guard;
import press.broadsheet.publish.SiteFile;
import press.broadsheet.publish.TargetFailure;

/**
 * What stands against a deployment: addresses that would vanish, words that are not for readers.
 *
 * @param allowRemovals whether addresses may vanish
 * @param built tells what is held back; asked only if something is to be sent
 */
record Objections(Path site, boolean allowRemovals, Supplier<BuildReport> built) {
    /** @param finished as it is to stand at the target */
    void tell(Difference work, FinishedSite finished, Problems problems) throws IOException {
        if (!allowRemovals) {
            Guard.checkAddresses(work, finished, problems);
        }
        if (!work.isNothing()) {
            var words = Secrets.of(site, built.get());
            words.check(finished, work.toSend().stream().map(SiteFile::path).toList(), problems);
        }
    }

    /** What is to be done is another thing if another deployment came between. */
    void review(Difference work, FinishedSite finished) throws IOException {
        var problems = new Problems();
        tell(work, finished, problems);
        if (problems.hasErrors()) {
            throw new TargetFailure(
                    "Another deployment came between. "
                            + problems.inOrder().getFirst().message(),
                    "Deploy again to see what is to be done. Nothing was sent.");
        }
    }
}
