package press.broadsheet.make.page;

import io.pebbletemplates.pebble.extension.writer.SpecializedWriter;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gathers a page in memory, without the locks of the JDK's string writer and without a copy for each script, and gives it
 * in UTF-8. For one page at a time, and one after the other: a thread keeps the room of its last page for its next. Not
 * thread-safe.
 */
final class CharacterBuffer extends Writer implements SpecializedWriter {
    private static final int USUAL = 16 * 1024;

    /** What no page has but a freak; its room is not kept. */
    private static final int UNUSUAL = 64 * USUAL;

    /** Of each thread, unless it is in use. */
    private static final ThreadLocal<CharacterBuffer> SPARE = new ThreadLocal<>();

    private char[] text = new char[USUAL];
    private int size;

    /** Where {@link #toBytes} writes before it knows how long the page is. */
    private byte[] room = new byte[USUAL];

    private CharacterBuffer() {}

    /** An empty one. {@link #giveBack} it. */
    static CharacterBuffer take() {
        CharacterBuffer spare = SPARE.get();
        if (spare == null) {
            return new CharacterBuffer();
        }
        SPARE.remove();
        return spare;
    }

    /** It is not used any more, by anybody. */
    void giveBack() {
        if (text.length < UNUSUAL) {
            size = 0;
            SPARE.set(this);
        }
    }

    /** Where a text stands; -1 if it does not. */
    int indexOf(String wanted) {
        char first = wanted.charAt(0);
        for (int i = 0; i + wanted.length() <= size; i++) {
            if (text[i] == first && wanted.contentEquals(CharBuffer.wrap(text, i, wanted.length()))) {
                return i;
            }
        }
        return -1;
    }

    /** Puts another text in the place of a part. */
    void replace(int from, int to, String with) {
        room(with.length());
        System.arraycopy(text, to, text, from + with.length(), size - to);
        with.getChars(0, with.length(), text, from);
        size += with.length() - (to - from);
    }

    /** What was gathered, in UTF-8. */
    byte[] toBytes() {
        char[] from = text;
        int end = size;
        if (room.length < end) {
            room = new byte[end + (end >> 3) + 64];
        }
        byte[] bytes = room;
        int length = 0;
        int i = 0;
        while (i < end) {
            // By far the most of the time goes here, and so into as few steps as can be.
            int stop = Math.min(end, i + bytes.length - length);
            while (i < stop && from[i] < 0x80) {
                bytes[length++] = (byte) from[i++];
            }
            if (i == end) {
                break;
            }
            if (length + 3 > bytes.length) {
                bytes = Arrays.copyOf(bytes, length + 3 * (end - i));
                room = bytes;
            }
            char c = from[i++];
            if (Character.isSurrogate(c)) {
                // The JDK knows what to do with half a pair.
                return new String(from, 0, end).getBytes(StandardCharsets.UTF_8);
            }
            if (c < 0x80) {
                bytes[length++] = (byte) c;
                continue;
            }
            if (c < 0x800) {
                bytes[length++] = (byte) (0xc0 | (c >> 6));
            } else {
                bytes[length++] = (byte) (0xe0 | (c >> 12));
                bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
            }
            bytes[length++] = (byte) (0x80 | (c & 0x3f));
        }
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (size + more > text.length) {
            text = Arrays.copyOf(text, Math.max(size + more, 2 * text.length));
        }
    }

    @Override
    public void write(char[] characters, int start, int length) {
        room(length);
        System.arraycopy(characters, start, text, size, length);
        size += length;
    }

    @Override
    public void write(int character) {
        writeSpecialized((char) character);
    }

    @Override
    public void write(String string) {
        room(string.length());
        string.getChars(0, string.length(), text, size);
        size += string.length();
    }

    @Override
    public void write(Object value) {
        if (value instanceof Escaping.Text printed) {
            escaped(printed.unescaped());
        } else {
            SpecializedWriter.super.write(value);
        }
    }

    /** Most texts need no escaping, which is seen here without another copy. */
    private void escaped(String string) {
        int end = size + string.length();
        room(string.length());
        string.getChars(0, string.length(), text, size);
        for (int i = size; i < end; i++) {
            if (Escaper.isSpecial(text[i])) {
                write(Escaper.html(string));
                return;
            }
        }
        size = end;
    }

    @Override
    public void writeSpecialized(String string) {
        write(string);
    }

    @Override
    public void writeSpecialized(char character) {
        room(1);
        text[size++] = character;
    }

    @Override
    public void writeSpecialized(int number) {
        write(Integer.toString(number));
    }

    @Override
    public void writeSpecialized(long number) {
        write(Long.toString(number));
    }

    @Override
    public void writeSpecialized(short number) {
        write(Short.toString(number));
    }

    @Override
    public void writeSpecialized(byte number) {
        write(Byte.toString(number));
    }

    @Override
    public void writeSpecialized(float number) {
        write(Float.toString(number));
    }

    @Override
    public void writeSpecialized(double number) {
        write(Double.toString(number));
    }

    @Override
    public void flush() {
        // All is in memory.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
