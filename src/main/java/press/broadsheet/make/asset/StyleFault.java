package press.broadsheet.make.asset;

import press.broadsheet.problem.Problem;

/** What can be wrong with style sheets. */
public enum StyleFault implements Problem.Code {
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
