package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "River bursts its banks, River bursts its banks, river-bursts-its-banks",
        "'', Don’t panic: it's 50% off!, dont-panic-its-50-off",
        "'', Crème brûlée à São Tomé, creme-brulee-a-sao-tome",
        "'', Łódź and Þingvellir, lodz-and-thingvellir",
        "'', ﬁre № ２, fire-no-2",
        "'', --a -- b--, a-b"
    })
    void latinTextIsFolded(String ignored, String text, String slug) {
        assertEquals(slug, Slug.of(text, "en"));
    }

    /** The examples of the national table itself. */
    @ParameterizedTest
    @CsvSource({
        "Алушта,alushta",
        "Борщагівка,borshchahivka",
        "Вінниця,vinnytsia",
        "Гадяч,hadiach",
        "Богдан,bohdan",
        "Згурський,zghurskyi",
        "Ґалаґан,galagan",
        "Ґорґани,gorgany",
        "Донецьк,donetsk",
        "Рівне,rivne",
        "Єнакієве,yenakiieve",
        "Гаєвич,haievych",
        "Короп'є,koropie",
        "Житомир,zhytomyr",
        "Закарпаття,zakarpattia",
        "Медвин,medvyn",
        "Михайленко,mykhailenko",
        "Іванків,ivankiv",
        "Їжакевич,yizhakevych",
        "Кадиївка,kadyivka",
        "Мар’їне,marine",
        "Йосипівка,yosypivka",
        "Стрий,stryi",
        "Київ,kyiv",
        "Львів,lviv",
        "Хорошківка,khoroshkivka",
        "Біла Церква,bila-tserkva",
        "Шостка,shostka",
        "Гоща,hoshcha",
        "Розгон,rozghon",
        "Юрій,yurii",
        "Корюківка,koriukivka",
        "Яготин,yahotyn",
        "Костянтин,kostiantyn",
        "Знам'янка,znamianka",
        "Феодосія,feodosiia"
    })
    void ukrainianFollowsTheNationalTable(String name, String slug) {
        assertEquals(slug, Slug.of(name, "uk"));
    }

    @Test
    void theWordStartCountsAfterAHyphenToo() {
        assertEquals("ivano-yahodyn", Slug.of("Івано-Ягодин", "uk"));
    }

    @Test
    void otherCyrillicLanguagesHaveTablesOfTheirOwn() {
        assertEquals("moskva-i-eshchyo-obyavlenie", Slug.of("Москва и ещё объявление", "ru"));
        assertEquals("sofiya-shtorm", Slug.of("София щорм", "bg"));
        assertEquals("zivot", Slug.of("Живот", "sr"));
        assertEquals("obyavlenie", Slug.of("Объявление", "en"));
        assertEquals("kyiv", Slug.of("Київ", "en"));
    }

    @Test
    void otherScriptsKeepTheirLetters() {
        assertEquals("東京でパンダが生まれた", Slug.of("東京でパンダが生まれた", "ja"));
        assertEquals("خبر-جديد", Slug.of("خبر جديد!", "ar"));
        assertEquals("می-خواهم-بروم", Slug.of("می‌خواهم بروم", "fa"));
        assertEquals("हिन्दी-समाचार", Slug.of("हिन्दी समाचार", "hi"));
        assertEquals("αθήνα", Slug.of("Αθήνα", "el"));
    }

    @Test
    void decomposedLettersGiveTheSameSlug() {
        String composed = "Їжак çé が";
        assertEquals(Slug.of(composed, "uk"), Slug.of(Normalizer.normalize(composed, Normalizer.Form.NFD), "uk"));
        assertTrue(Normalizer.isNormalized(Slug.of("が", "ja"), Normalizer.Form.NFC));
    }

    @Test
    void languagesWriteTheirOwnLettersTheirOwnWay() {
        assertEquals("muenchen", Slug.of("München", "de-AT"));
        assertEquals("munchen", Slug.of("München", "en"));
        assertEquals("aarhus", Slug.of("Århus", "da"));
        assertEquals("istanbul", Slug.of("İstanbul", "tr"));
    }

    @Test
    void nothingIsLeftOfMarksAlone() {
        assertEquals("", Slug.of("?! — … 🙂", "en"));
        assertEquals("", Slug.of("../..", "en"));
    }

    @Test
    void devicesOfWindowsAreAvoided() {
        assertEquals("con-x", Slug.of("CON", "en"));
        assertEquals("lpt1-x", Slug.of("LPT1", "en"));
        assertEquals("nul-x", Slug.of("nul", "en"));
        assertEquals("console", Slug.of("console", "en"));
    }

    @Test
    void noFileHasTheNameOfADeviceOrOneThatIsTooLong() {
        for (String name : new String[] {"aux", "CON", "nul.html", "lpt1", "a".repeat(201), "川".repeat(67)}) {
            assertFalse(Slug.canBeFile(name), name);
        }
        for (String name : new String[] {"auxiliary", "console.html", "lpt", "a".repeat(200), "川".repeat(66)}) {
            assertTrue(Slug.canBeFile(name), name);
        }
    }

    @Test
    void aLongTextIsCutAtAHyphen() {
        String slug = Slug.of("word ".repeat(40), "en");
        assertTrue(slug.length() <= Slug.LONGEST, slug);
        assertTrue(slug.endsWith("-word"), slug);
        String unbroken = Slug.of("本".repeat(300), "ja");
        assertTrue(unbroken.getBytes(StandardCharsets.UTF_8).length <= 200, unbroken);
    }

    @Test
    void aSafeSlugNeedsNoChange() {
        assertTrue(Slug.isSafe("river-2026"));
        assertTrue(Slug.isSafe("東京"));
        for (String slug : new String[] {"", "../../x", "a/b", "Con", "con", "a b", "-a", "a.html", "a\u0000", "%2e"}) {
            assertFalse(Slug.isSafe(slug), slug);
        }
    }
}
