package press.broadsheet.markdown;

import java.util.Objects;

/** A text that is not set, because setting it would take too long or sink too deep. Never leaves this package. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final TextFault fault;
    private final int offset;

    Refusal(TextFault fault, int offset, String message) {
        super(message, null, false, false);
        this.fault = fault;
        this.offset = offset;
    }

    static Refusal tooDeep(int offset) {
        return new Refusal(TextFault.TEXT_TOO_DEEP, offset, "The text is nested too deeply to be set.");
    }

    static Refusal tooSlow() {
        return new Refusal(TextFault.TEXT_TOO_SLOW, 0, "Setting this text takes far more work than its length allows.");
    }

    void tell(Sheet sheet) {
        sheet.tell(
                fault,
                offset,
                Objects.requireNonNull(getMessage()),
                "Nothing of this text is published. Split it, or take out what is repeated; if it was pasted, paste it as plain text.");
    }
}
