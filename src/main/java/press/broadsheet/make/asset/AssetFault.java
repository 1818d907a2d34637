package press.broadsheet.make.asset;

import press.broadsheet.problem.Problem;

/** What can be wrong with the theme's files that are published as they are. */
public enum AssetFault implements Problem.Code {
    /** A style sheet names a file that the theme does not have. */
    MISSING_STYLE_FILE;

    @Override
    public String id() {
        return "missing-style-file";
    }

    @Override
    public Problem.Severity severity() {
        return Problem.Severity.WARNING;
    }
}
