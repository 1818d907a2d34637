package press.broadsheet.publish;

import java.io.IOException;

/**
 * A target refuses, and will refuse again: wrong credentials, no space, read-only, an unknown host. Any other
 * {@link IOException} of a target may pass, and is tried again.
 */
public final class TargetFailure extends IOException {
    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * @param message what is, as a person is told; names no secret
     * @param hint what to do; empty if the message says it all
     */
    public TargetFailure(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
