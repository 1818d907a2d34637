package press.broadsheet.publish;

import java.io.IOException;

/**
 * A target refuses, and will refuse again: wrong credentials, no space, read-only, an unknown host. Any other
 * {@link IOException} of a target may pass, and is tried again.
 */
public final class TargetFailure extends IOException {
    private static final long serialVersionUID = 1;

    private final String hint;
    private final String setting;

    /**
     * @param message what is, as a person is told; names no secret
     * @param hint what to do; empty if the message says it all
     */
    public TargetFailure(String message, String hint) {
        this(message, hint, "");
    }

    /** @param setting the one of the target's settings that it is about; empty if it is about none alone */
    public TargetFailure(String message, String hint, String setting) {
        super(message);
        this.hint = hint;
        this.setting = setting;
    }

    /** The name of the setting that it is about, for {@link TargetSettings#place(String)}; empty if it is about none alone. */
    public String setting() {
        return setting;
    }

    public String hint() {
        return hint;
    }
}
