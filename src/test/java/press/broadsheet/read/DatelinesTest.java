package press.broadsheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.news.Language;

/** ED4 of the newsroom's facts: the city in capitals, then country or state; some cities stand alone. */
class DatelinesTest {
    private static final List<String> ALONE = List.of("Kyiv, Ukraine", "Paris, France", "New York, United States");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Lviv              | Ukraine       | true  | LVIV, Ukraine
            en | Lviv              | Ukraine       | false | Lviv, Ukraine
            en | Kyiv              | Ukraine       | true  | KYIV
            en | Kyiv              | Ukraine       | false | Kyiv
            en | Paris             | France        | true  | PARIS
            en | Paris             | Texas         | true  | PARIS, Texas
            en | New York          | United States | true  | NEW YORK
            en | Singapore         | Singapore     | true  | SINGAPORE
            en | Velmouth          | ''            | true  | VELMOUTH
            en | Ivano-Frankivsk   | Ukraine       | true  | IVANO-FRANKIVSK, Ukraine
            de | Weißwasser        | Sachsen       | true  | WEISSWASSER, Sachsen
            tr | İzmir             | Türkiye       | true  | İZMİR, Türkiye
            tr | Diyarbakır        | Türkiye       | true  | DİYARBAKIR, Türkiye
            uk | Щастя             | Україна       | true  | ЩАСТЯ, Україна
            fr | Sèvres            | France        | true  | SÈVRES, France
            ja | 東京               | 日本           | true  | 東京, 日本
            ar | بيروت             | لبنان         | true  | بيروت, لبنان
            """)
    void aDatelineIsPrintedByTheRulesOfTheTrade(
            String language, String city, String country, boolean capitals, String printed) {
        assertEquals(printed, Datelines.print(city, country, capitals, new Language(language), ALONE));
    }
}
