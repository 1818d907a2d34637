package press.broadsheet.check;

import press.broadsheet.problem.Problem;

/** What can be wrong with what is said about checks. */
public enum SettingFault implements Problem.Code {
    /** No rule has this name. */
    UNKNOWN_CHECK("unknown-check"),
    /** A level that does not exist. */
    UNKNOWN_LEVEL("unknown-level"),
    /** An article asks to be spared a rule and does not say why. */
    WAIVER_WITHOUT_REASON("waiver-without-reason"),
    /** An article asks to be spared a rule that finds nothing in it. */
    WAIVER_OF_NOTHING("waiver-of-nothing");

    private final String id;

    SettingFault(String id) {
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
