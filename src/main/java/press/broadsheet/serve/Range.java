package press.broadsheet.serve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that a browser asks for (RFC 9110, section 14).
 *
 * @param from the first byte, from 0
 * @param length in bytes; 0 if the file has no such part
 */
record Range(long from, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** @param header the value of {@code Range}; empty if it is none that must be obeyed: then the whole file is given */
    static Optional<Range> of(String header, long size) {
        Matcher match = ONE.matcher(header);
        if (!match.matches()) {
            return Optional.empty();
        }
        String first = match.group(1);
        String last = match.group(2);
        if (first.isEmpty()) {
            if (last.isEmpty()) {
                return Optional.empty();
            }
            long length = Math.min(Long.parseLong(last), size);
            return Optional.of(new Range(size - length, length));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return Optional.empty();
        }
        return Optional.of(from >= size ? new Range(0, 0) : new Range(from, to - from + 1));
    }

    boolean isEmpty() {
        return length == 0;
    }
}
