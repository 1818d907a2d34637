package press.broadsheet.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/** Turns a file's bytes into text that is safe to handle further. */
final class TextFile {
    /** The largest file that is read, in bytes. */
    static final int LARGEST = 8 * 1024 * 1024;

    private TextFile() {}

    /** The text without byte order mark, with {@code \n} for every line end; empty after telling one problem. */
    static Optional<String> decode(byte[] bytes, Path file, Problems problems) {
        if (bytes.length > LARGEST) {
            problems.add(
                    ContentFault.FILE_TOO_LARGE,
                    Place.in(file),
                    "The file has " + bytes.length + " bytes; more than " + LARGEST + " are not read.",
                    "Split it, or keep what is not text out of it.");
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            int broken = firstBroken(bytes);
            if (broken >= 0) {
                problems.add(
                        ContentFault.NOT_UTF_8,
                        Place.in(file).atLine(lineOf(bytes, broken)),
                        "The file is not text in UTF-8.",
                        "Save it as UTF-8.");
                return Optional.empty();
            }
        }
        String clean = unifyLines(text.startsWith("\uFEFF") ? text.substring(1) : text);
        int control = mayHaveControl(bytes) ? firstControl(clean) : -1;
        if (control >= 0) {
            problems.add(
                    ContentFault.CONTROL_CHARACTER,
                    placeOf(clean, control, file),
                    "Here stands the control character " + codeOf(clean.charAt(control))
                            + ", which no reader can be shown.",
                    "Delete it.");
            return Optional.empty();
        }
        return Optional.of(clean);
    }

    /** Whether a byte is, or begins, what {@link #firstControl} looks for: hardly any text has one. */
    private static boolean mayHaveControl(byte[] bytes) {
        for (byte b : bytes) {
            boolean noncharacter = b == (byte) 0xEF;
            if (b < ' ' && (noncharacter || (b >= 0 && b != '\n' && b != '\t' && b != '\r'))) {
                return true;
            }
        }
        return false;
    }

    /** The first character that XML, and so feeds, cannot carry; -1 if there is none. */
    static int firstControl(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter >= ' ' && letter < Character.MIN_SURROGATE) {
                continue;
            }
            boolean control = letter < ' ' && letter != '\n' && letter != '\t' && letter != '\r';
            boolean loneHalf = Character.isSurrogate(letter) && !isPair(text, at);
            if (control || loneHalf || letter >= '\uFFFE') {
                return at;
            }
        }
        return -1;
    }

    static String codeOf(char letter) {
        return String.format(java.util.Locale.ROOT, "U+%04X", (int) letter);
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String unifyLines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int firstBroken(byte[] bytes) {
        var source = ByteBuffer.wrap(bytes);
        var result = StandardCharsets.UTF_8.newDecoder().decode(source, CharBuffer.allocate(bytes.length + 1), true);
        return result.isError() ? source.position() : -1;
    }

    private static int lineOf(byte[] bytes, int end) {
        int line = 1;
        for (int at = 0; at < end; at++) {
            if (bytes[at] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static Place placeOf(String text, int at, Path file) {
        int line = 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
        return new Place(file, line, at - text.lastIndexOf('\n', at));
    }
}
