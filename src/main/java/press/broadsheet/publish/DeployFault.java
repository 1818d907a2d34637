package press.broadsheet.publish;

import press.broadsheet.problem.Problem;

/** Why a deployment is not made, or not completed. */
public enum DeployFault implements Problem.Code {
    /** The target cannot be reached, or refuses. */
    DEPLOYMENT_FAILED("deployment-failed"),
    /** Another deployment to the same target is running. */
    DEPLOYMENT_RUNNING("deployment-running"),
    /** The settings describe a target that cannot be used. */
    UNUSABLE_TARGET("unusable-target"),
    /** Addresses that readers had would be gone. */
    VANISHED_ADDRESSES("vanished-addresses"),
    /** The finished site holds what nobody outside may see. */
    PRIVATE_FILE("private-file");

    private final String id;

    DeployFault(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Problem.Severity severity() {
        return Problem.Severity.ERROR;
    }
}
