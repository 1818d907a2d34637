package press.broadsheet.build;

/** Is told how far a build is. Called from several threads. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (step, done, total) -> {};

    /** @param step what is being done, such as {@code reading}; {@code done} of {@code total} */
    void at(String step, int done, int total);
}
