package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.news.Language;
import press.broadsheet.text.Slug;

class TypographyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "en # \"Yes,\" she said. # “Yes,” she said.",
                "en # \"He said 'no' twice,\" she said. # “He said ‘no’ twice,” she said.",
                "en # It's the reporters' day in the '90s. # It’s the reporters’ day in the ’90s.",
                "en # \"*Yes*\" (\"no\") # “<em>Yes</em>” (“no”)",
                "en # 1914--1918 --- so... # 1914–1918 — so…",
                "en # a - b -- c ---- d # a - b – c ---- d",
                "uk # Він сказав: \"Слава \"Зорі\" сьогодні\". # Він сказав: «Слава „Зорі“ сьогодні».",
                "uk # м'яч # м’яч",
                "de # \"Ja\", sagte er. # „Ja“, sagte er.",
                "fr # \"Oui\" # «\u202fOui\u202f»",
                "ja # 彼は\"はい\"と言った。 # 彼は「はい」と言った。",
                "ar # قال \"نعم\" # قال «نعم»",
                "fa # گفت \"بله\" # گفت «بله»",
                "pt-BR # \"Sim\" # “Sim”",
            })
    void marksFollowTheLanguage(String language, String text, String set) {
        assertEquals(
                "<p>" + set + "</p>", Proof.of(Proof.ALLOW_LIST, text, language).read());
        assertEquals(set, Proof.line(text, language).html());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "en # It's \"done\", they say -- at last... # It’s “done”, they say – at last…",
                "en # 'The Winter Ferry': a play # ‘The Winter Ferry’: a play",
                "uk # \"Зоря\" перемогла: п'ять голів # «Зоря» перемогла: п’ять голів",
                "ja # \"はい\"の日 # 「はい」の日",
                "fa # گفت \"بله\" # گفت «بله»",
                "en # C:\\new & <b>*bold*</b> _x_ https://a.example/--b # C:\\new & <b>*bold*</b> _x_ https://a.example/–b",
            })
    void headlinesHaveTheMarksOfTheirLanguageAndNoMarkup(String language, String headline, String set) {
        assertEquals(set, Proof.ALLOW_LIST.line(headline, new Language(language)));
        assertEquals(headline, Proof.PLAIN.line(headline, new Language(language)));
        assertEquals(Slug.of(headline, language), Slug.of(set, language), "the address stays");
    }

    @Test
    void codeAndEscapesAndHtmlKeepTheirMarks() {
        assertEquals(
                "<p><code>&#34;a&#34; -- b...</code> &#34;c&#34; <span title=\"d--e\">f</span></p>",
                Proof.of("`\"a\" -- b...` \\\"c\\\" <span title=\"d--e\">f</span>")
                        .read());
    }

    @Test
    void withoutTypographyAllStaysAsTyped() {
        assertEquals(
                "<p>\"It's\" -- so...</p>",
                Proof.of(Proof.PLAIN, "\"It's\" -- so...", "en").read());
    }

    @Test
    void aLineBreakBetweenJapaneseCharactersLeavesNoBlank() {
        assertEquals(
                "<p>今日は晴れです</p>", Proof.of(Proof.ALLOW_LIST, "今日は\n晴れです", "ja").read());
    }

    @Test
    void aMarkLeftOpenInOneParagraphDoesNotTouchTheNext() {
        assertEquals(
                "<p>“One.</p>\n<p>“Two.”</p>", Proof.of("\"One.\n\n\"Two.\"").read());
    }
}
