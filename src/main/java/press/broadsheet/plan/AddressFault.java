package press.broadsheet.plan;

import press.broadsheet.problem.Problem;

/** Faults of addresses and of what stands there. */
public enum AddressFault implements Problem.Code {
    /** Two sources would be published at one address. */
    SAME_ADDRESS_TWICE("same-address-twice", Problem.Severity.ERROR),
    /** A redirect leads to an address that leads back. */
    REDIRECT_LOOP("redirect-loop", Problem.Severity.ERROR),
    /** A redirect leads to an address that leads on. */
    REDIRECT_CHAIN("redirect-chain", Problem.Severity.WARNING),
    /** A redirect leads to an address of the paper at which nothing stands. */
    REDIRECT_TO_NOTHING("redirect-to-nothing", Problem.Severity.ERROR),
    /** An article or page asks for a template that does not exist. */
    UNKNOWN_TEMPLATE("unknown-template", Problem.Severity.ERROR);

    private final String id;
    private final Problem.Severity severity;

    AddressFault(String id, Problem.Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Problem.Severity severity() {
        return severity;
    }
}
