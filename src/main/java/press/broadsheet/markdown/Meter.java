package press.broadsheet.markdown;

/**
 * A text that counts how often it is looked at, and refuses to be read on when that is far more often than its length
 * allows: the only way to stop a parser that runs away. Counts rather than watches the clock, so that a text is refused
 * on every machine or on none. For one parse; not thread-safe.
 */
final class Meter implements CharSequence {

    private final String text;
    private long left;

    Meter(String text, long looks) {
        this.text = text;
        this.left = looks;
    }

    long left() {
        return left;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw Refusal.tooSlow();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
