package press.broadsheet.cli;

import press.broadsheet.build.BuildReport;
import press.broadsheet.files.FileFault;

/** What the command tells the shell. */
final class Exit {
    static final int GOOD = 0;
    static final int PROBLEMS = 1;
    static final int WRONG_USE = 2;
    static final int NOT_DEPLOYED = 3;
    static final int OUR_FAULT = 70;

    private Exit() {}

    /** Of a build, if nothing else went wrong. */
    static int of(BuildReport done, boolean strict) {
        if (isOfFullDisk(done)) {
            return NOT_DEPLOYED;
        }
        return done.failed(strict) ? PROBLEMS : GOOD;
    }

    static boolean isOfFullDisk(BuildReport done) {
        return done.problems().stream().anyMatch(problem -> problem.code() == FileFault.DISK_FULL);
    }
}
