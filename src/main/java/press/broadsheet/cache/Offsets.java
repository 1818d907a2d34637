package press.broadsheet.cache;

import java.util.Arrays;

/** Where the entries of a part begin; written behind them, so that one can be found without reading the others. */
final class Offsets {
    private int[] starts = new int[16];
    private int size;

    void add(int start) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
        }
        starts[size++] = start;
    }

    /** At the very end of a part. */
    void addTo(Sink sink) {
        for (int i = 0; i < size; i++) {
            sink.four(starts[i]);
        }
        sink.four(size);
    }

    /** How many entries a part has. */
    static int count(Source part) {
        return part.from(part.size() - 4).four();
    }

    /** From an entry of a part on. */
    static Source entry(Source part, int index) {
        int start = part.from(part.size() - 4 * (count(part) - index) - 4).four();
        return part.from(start);
    }
}
