package press.broadsheet.cli;

/** The command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("x");
    }
}
