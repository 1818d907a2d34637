package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralsTest {
    @ParameterizedTest
    @CsvSource({
        "en,  1.0 1.5 0.5,      other other other",
        "de,  1.0 1.5,          other other",
        "fr,  0.5 1.5 2.0,      one one other",
        "uk,  1.5 2.0,          other other",
        "pl,  1.5,              other",
        "cs,  1.5 2.0,          many many",
        "lt,  1.5,              many",
        "da,  0.5 1.5 2.5,      one one other",
        "fa,  0.5 1.0 1.5,      one one other",
        "hr,  1.1 1.2 1.5 1.11, one few other other",
        "ro,  1.5,              few",
        "es,  1.0 1.5,          one other",
        "ja,  1.5,              other"
    })
    void fractionsHaveTheFormThatTheCldrSays(String language, String counts, String categories) {
        String found = Arrays.stream(counts.split(" "))
                .map(count -> Plurals.category(language, new BigDecimal(count)))
                .collect(Collectors.joining(" "));
        assertEquals(categories, found);
    }

    @ParameterizedTest
    @CsvSource({
        "en,    0 1 2 11 21,                other one other other other",
        "uk,    0 1 2 4 5 11 12 14 21 22 25 111 112 121, many one few few many many many many one few many many many one",
        "be,    1 3 7,                      one few many",
        "sr,    1 2 5 11 21,                one few other other one",
        "pl,    0 1 2 5 12 21 22 25,        many one few many many many few many",
        "cs,    0 1 2 4 5 22,               other one few few other other",
        "sl,    1 2 3 4 5 101 102,          one two few few other one two",
        "lt,    0 1 2 9 10 11 21 22,        other one few few other other one few",
        "lv,    0 1 2 10 11 21 30,          zero one other zero zero one zero",
        "ro,    0 1 2 19 20 101 119 120,    few one few few other few few other",
        "ar,    0 1 2 3 10 11 99 100 102 103 111, zero one two few few many many other other few many",
        "he,    1 2 3 20,                   one two other other",
        "fa,    0 1 2,                      one one other",
        "fr,    0 1 2 1000000,              one one other many",
        "pt,    0 1 2,                      one one other",
        "pt-PT, 0 1 2,                      other one other",
        "pt-BR, 0 1 2,                      one one other",
        "es,    0 1 2 2000000,              other one other many",
        "de,    0 1 2,                      other one other",
        "ja,    0 1 2,                      other other other",
        "zh-Hant, 1 2,                      other other",
        "cy,    0 1 2 3 4 6,                zero one two few other many",
        "ga,    1 2 6 7 11,                 one two few many other",
        "xx,    0 1 2,                      other one other"
    })
    void everyLanguageCountsAsTheCldrSays(String language, String counts, String categories) {
        String found = Arrays.stream(counts.split(" "))
                .map(count -> Plurals.category(language, Long.parseLong(count)))
                .collect(Collectors.joining(" "));
        assertEquals(categories, found, language);
    }

    @Test
    void aNegativeCountTakesTheFormOfThePositive() {
        assertEquals("one", Plurals.category("uk", -21));
        assertEquals("other", Plurals.category("en", Long.MIN_VALUE));
    }
}
