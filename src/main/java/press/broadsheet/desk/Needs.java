package press.broadsheet.desk;

import java.util.Arrays;

/** Numbers of what one page asked, gathered as they come. For one page; not thread-safe. */
final class Needs {
    private int[] numbers = new int[64];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /** Each once, in order. */
    Numbers numbers() {
        Arrays.sort(numbers, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || numbers[i] != numbers[kept - 1]) {
                numbers[kept++] = numbers[i];
            }
        }
        size = kept;
        return Numbers.of(Arrays.copyOf(numbers, kept));
    }
}
