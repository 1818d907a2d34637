package press.broadsheet.cli;

/** What the command tells the shell. */
final class Exit {
    static final int GOOD = 0;
    static final int PROBLEMS = 1;
    static final int WRONG_USE = 2;
    static final int NOT_DEPLOYED = 3;
    static final int OUR_FAULT = 70;

    private Exit() {}
}
