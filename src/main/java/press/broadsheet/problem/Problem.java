package press.broadsheet.problem;

/**
 * One fault that a person can mend.
 *
 * @param code what kind of fault it is
 * @param place where it stands
 * @param message what is: one sentence or two, without line breaks
 * @param hint what to do about it; empty if the message says it all. May hold several lines, for example text to paste
 */
public record Problem(Code code, Place place, String message, String hint) {

    /** A problem whose message says it all. */
    public Problem(Code code, Place place, String message) {
        this(code, place, message, "");
    }

    /** Each stage has an enum of its own codes; the id is stable and has a heading in the problem guide. */
    public interface Code {
        /** In words and hyphens, for example {@code unknown-section}. */
        String id();

        Severity severity();
    }

    /** How bad it is: an error stops the build from publishing, a warning does not; a note is for thought only. */
    public enum Severity {
        NOTE,
        WARNING,
        ERROR
    }
}
