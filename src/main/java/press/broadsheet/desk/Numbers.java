package press.broadsheet.desk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Numbers of a notebook, each once, in order. Immutable. */
public final class Numbers {
    private final int[] values;

    private Numbers(int[] values) {
        this.values = values;
    }

    /** @param inOrder each once, in order; nobody may change the array afterwards */
    public static Numbers of(int... inOrder) {
        return new Numbers(inOrder);
    }

    public int size() {
        return values.length;
    }

    public int get(int index) {
        return values[index];
    }

    /** Whether any of them is among others. */
    public boolean anyOf(BitSet others) {
        for (int value : values) {
            if (others.get(value)) {
                return true;
            }
        }
        return false;
    }

    public IntStream stream() {
        return IntStream.of(values);
    }

    /** The same entries under other numbers, which have the same order. */
    public Numbers moved(IntUnaryOperator place) {
        int[] moved = new int[values.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = place.applyAsInt(values[i]);
        }
        return new Numbers(moved);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Numbers that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
