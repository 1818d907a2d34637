package press.broadsheet.build;

import press.broadsheet.problem.Problem;

/** What pages weigh too much of. */
public enum WeightFault implements Problem.Code {
    /** A page loads more than the newsroom's budget allows. */
    OVER_BUDGET("over-budget");

    private final String id;

    WeightFault(String id) {
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
