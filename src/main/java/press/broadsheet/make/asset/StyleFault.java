package press.broadsheet.make.asset;

import press.broadsheet.problem.Problem;

/** What can be wrong with style sheets. */
public enum StyleFault implements Problem.Code {
    /** A style sheet names a file that the theme does not have. */
    MISSING_STYLE_FILE("missing-style-file"),
    /** Something in a style sheet is not closed, or closes nothing. */
    BROKEN_STYLE_SHEET("broken-style-sheet"),
    /** A style sheet asks for a custom property that none gives a value. */
    UNKNOWN_STYLE_NAME("unknown-style-name"),
    /** A style sheet gives a value to a custom property for which nothing asks, and which is nearly another. */
    UNUSED_STYLE_NAME("unused-style-name");

    private final String id;

    StyleFault(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Problem.Severity severity() {
        return Problem.Severity.WARNING;
    }
}
