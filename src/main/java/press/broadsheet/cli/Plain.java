package press.broadsheet.cli;

/** Text from a file, safe to show on a terminal. */
final class Plain {
    private Plain() {}

    /** Control characters must not command the terminal. */
    static String of(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? (c == '\t' ? ' ' : '\uFFFD') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
