package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WordCountTest {
    private static final String LETTERS = "abcXYZ019  \n''--’.,:&<日本ウкиї\u0301\u00ad\ud83d\ude00é";

    @Test
    void partsOfATextHaveTheWordsOfItsCharacters() {
        var random = new Random(11);
        var set = new boolean[128];
        set['&'] = true;
        set[':'] = true;
        byte[] kinds = WordCount.stoppingAt(set);
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            var letters = new Letters(text.toString());
            var whole = new WordCount();
            var alone = new WordCount();
            int at = 0;
            while (at < letters.length()) {
                int stop = whole.addUntil(kinds, letters, at, letters.length());
                for (; at < stop; at++) {
                    assertEquals(false, set[Math.min(127, letters.at(at))], text.toString());
                    alone.add(letters.at(at));
                }
                if (at < letters.length()) {
                    assertEquals(true, set[letters.at(at)], text.toString());
                    whole.add(letters.at(at));
                    alone.add(letters.at(at));
                    at++;
                }
                assertEquals(alone.words(), whole.words(), text.toString());
            }
        }
    }

    @Test
    void aWordIsWhatReadersTakeForOne() {
        assertEquals(3, words("The mayor's re-election"));
        assertEquals(2, words("rock 'n'"));
        assertEquals(2, words("日本語"));
        assertEquals(0, words("- – '"));
    }

    private static int words(String text) {
        var words = new WordCount();
        var letters = new Letters(text);
        words.addUntil(WordCount.stoppingAt(new boolean[128]), letters, 0, letters.length());
        return words.words();
    }
}
