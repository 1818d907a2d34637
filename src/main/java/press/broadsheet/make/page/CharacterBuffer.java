package press.broadsheet.make.page;

import io.pebbletemplates.pebble.extension.writer.SpecializedWriter;
import java.io.Writer;

/** Gathers a page in memory, without the locks of the JDK's string writer. For one page; not thread-safe. */
final class CharacterBuffer extends Writer implements SpecializedWriter {
    private final StringBuilder text = new StringBuilder(32 * 1024);

    StringBuilder text() {
        return text;
    }

    @Override
    public void write(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void write(String string) {
        text.append(string);
    }

    @Override
    public void writeSpecialized(String string) {
        text.append(string);
    }

    @Override
    public void writeSpecialized(char character) {
        text.append(character);
    }

    @Override
    public void writeSpecialized(int number) {
        text.append(number);
    }

    @Override
    public void writeSpecialized(long number) {
        text.append(number);
    }

    @Override
    public void writeSpecialized(short number) {
        text.append(number);
    }

    @Override
    public void writeSpecialized(byte number) {
        text.append(number);
    }

    @Override
    public void writeSpecialized(float number) {
        text.append(number);
    }

    @Override
    public void writeSpecialized(double number) {
        text.append(number);
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
