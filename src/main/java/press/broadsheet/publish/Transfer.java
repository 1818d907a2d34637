package press.broadsheet.publish;

/** Is told how a deployment goes. Called from one thread at a time. */
public interface Transfer {
    /** Listens to nothing. */
    Transfer NONE = (files, allFiles, bytes, allBytes) -> {};

    /** It takes a while; why, for a person. */
    default void waiting(String why) {}

    /**
     * Another file has been sent.
     *
     * @param files sent so far
     * @param bytes sent so far
     */
    void sent(int files, int allFiles, long bytes, long allBytes);
}
