package press.broadsheet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.sites.SiteBuilder;

/** What rules find in single texts, and above all what they leave alone. */
class RulesTest {
    private static final String LONG =
            "“We had been told of the water for years, and every year somebody promised a wall,"
                    + " and every year there was none, and so it came as it had to come.”";

    @TempDir
    private Path folder = Path.of("");

    /** What is found in an article, as "line:column code"; what is not about its text is left out. */
    private List<String> found(String language, String published, String body) {
        var site = new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                language: %s
                sections: [world]
                checks: {missing-policy: off}
                -- content/world/river.md --
                ---
                headline: "A headline of some length"
                published: %s
                ---
                %s
                """.formatted(language, published, body));
        return site.check().problems().stream()
                .filter(problem -> problem.place().line() > 0)
                .map(problem -> (problem.place().line() - 4) + ":"
                        + problem.place().column() + " " + problem.code().id())
                .toList();
    }

    private List<String> found(String body) {
        return found("en", "2026-11-20", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She had had enough, and said that that was so.",
                "It rained in Walla Walla. Duran Duran played.",
                "It was very very late. Bye bye!",
                "He gave it to the man, the man with the hat.",
                "Call `the the` twice, the `the`.\n\n    the the code\n\n[the the]: https://a.example/",
                "![the the](a.svg)",
                "Done done means done. It is done done.",
                "It is a well-well known fact."
            })
    void whatIsDoubledOnPurposeIsLeftAlone(String body) {
        assertEquals(
                List.of(),
                found(body).stream().filter(one -> one.endsWith("double-word")).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write `**bold**`, `[[name]]` and `{{ title }}`.",
                "Write \\*\\*bold\\*\\* with stars.",
                "#metoo is a word, and 2 * 3 * 4 is 24.",
                "He said [sic] (twice) that it holds.",
                "A | stands here | and here.",
                "```\n##x\n[a] (https://a.example/)\n```",
                "A [link](https://a.example/), **bold**, and a note (https://a.example/).",
                "::: fact-box {title=\"x\"}\nA.\n:::\n\n## A heading\n\nA."
            })
    void marksThatAreMeantAreLeftAlone(String body) {
        assertEquals(
                List.of(),
                found(body).stream().filter(one -> one.endsWith("shown-mark")).toList());
    }

    @Test
    void aDoubleWordIsFoundOverLineEndsAndMarkup() {
        assertEquals(
                List.of("1:13 double-word", "3:9 double-word", "5:10 double-word"),
                found("It was the *the* end.\n\nUp or **or** down.\n\n> Of the the river"));
    }

    @Test
    void otherLanguagesAreToldOfLittleWordsOnly() {
        assertEquals(List.of("1:8 double-word"), found("uk", "2026-11-20", "Вода в в місті. Дуже дуже холодно."));
        assertEquals(List.of(), found("de", "2026-11-20", "Die Stadt, die die Flut traf."));
        assertEquals(List.of(), found("fr", "2026-11-20", "Nous nous souvenons, vous vous taisez."));
        assertEquals(List.of(), found("tr", "2026-11-20", "Yavaş yavaş geldi, ve ve."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“One,” she said. “Two.”",
                "\"One,\" she said. \"Two.\"",
                "A 5\" pipe and a 6'2\" man.",
                "“He said ‘no’ and “no” again.”",
                "“The first part\n\n“and the second”",
                "> “The first part\n>\n> “and the second” he said",
                "(\"word\") and *\"word\"* and [\"word\"](https://a.example/)",
                "The word “x” in «y».",
                "`\"` is a mark, and so is \\\"quoted\\\"."
            })
    void balancedQuotationMarksAreLeftAlone(String body) {
        assertEquals(
                List.of(),
                found(body).stream().filter(one -> one.contains("unbalanced")).toList());
    }

    @Test
    void marksAreThoseOfTheLanguage() {
        assertEquals(List.of(), found("de", "2026-11-20", "Er sagte: „Nein.“ Und: „Das Buch ‚Fluss‘.“"));
        assertEquals(List.of(), found("uk", "2026-11-20", "Він сказав: «Книга „Ріка“ вийшла»."));
        assertEquals(List.of(), found("sv", "2026-11-20", "Han sade: ”Nej.”"));
        assertEquals(List.of("1:11 unbalanced-quotation-marks"), found("uk", "2026-11-20", "Він каже: «Ні."));
        assertEquals(List.of("1:10 unbalanced-quotation-marks"), found("en", "2026-11-20", "He said: ”No”."));
    }

    @Test
    void aLongQuotationIsLeftAloneWhereSomebodySpeaks() {
        assertEquals(List.of("3:1 unattributed-quotation"), found("The water came.\n\n" + LONG + "\n\nIt rained."));
        for (String around : List.of(
                LONG + " the mayor said.",
                LONG + " – **Ida Roe**",
                "The mayor told the council of it.\n\n" + LONG,
                "From the report:\n\n" + LONG,
                LONG + "\n\nThe mayor said no more.",
                "> " + LONG + "\n> -- Ida Roe, mayor",
                "::: quote {by=\"Ida Roe\"}\n" + LONG + "\n:::",
                "::: pull-quote\n" + LONG + "\n:::",
                "> **Example:**\n\n> " + LONG,
                "> **Note:** if you follow these steps, one by one and in this very order, your own copy of the whole"
                        + " site will look like that of everybody else on the team.")) {
            assertEquals(List.of(), found(around), around);
        }
        assertEquals(List.of(), found("tr", "2026-11-20", LONG), "a language whose words of saying we do not know");
    }

    @Test
    void aDateNeedsItsYearOnlyInOldPieces() {
        assertEquals(List.of(), found("It fell on November 16."));
        assertEquals(List.of("1:12 yearless-date"), found("en", "2024-11-17", "It fell on November 16."));
        assertEquals(List.of("1:12 yearless-date"), found("en", "2024-11-17", "It fell on 16th of May and on 3 June."));
        for (String body : List.of(
                "It fell on November 16, 2024.",
                "It fell on November 16. That was 2024.",
                "It may be 16 or more.",
                "In May, 16 boats sank.",
                "> On November 16 it fell, he said.\n> -- Ida")) {
            assertEquals(List.of(), found("en", "2024-11-17", body), body);
        }
        assertEquals(List.of("1:9 yearless-date"), found("uk", "2024-11-17", "Це було 16 листопада."));
    }

    @Test
    void townsFirmsAndCouplesAreNoPersonUnderTwoNames() {
        for (String body : List.of(
                "Acme Bank opened. The Bank closed. Acme said nothing.",
                "Ida Roe came. Roe left. Then Roe said no.",
                "Ida Roe and Ida Poe came. Roe left. “No,” said Ida.",
                "New York was cold. York was warm. New rules, said York.",
                "Foreign Minister Ida Roe came. Minister Roe said no.")) {
            assertEquals(List.of(), found(body), body);
        }
        assertEquals(List.of("1:25 two-names"), found("Ida Roe came. Roe left. Ida said no."));
    }

    @Test
    void aMarkOfAnotherProgramIsNoHiddenComment() {
        assertEquals(List.of(), found("Text.\n\n<!-- more -->\n\nText."));
        assertEquals(List.of("1:7 hidden-comment"), found("Text. <!-- ask Ida --> More."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Volodymyr Zelensky came. Zelenskyy left.",
                "Volodymyr Zelenskyy came. “No,” said Mr Zelensky.",
                "Takeshi Iwaya came. Later Takeshi Ivaya left.",
                "Volodymyr Zelensky came. Volodimir Zelensky left.",
                "Viktor Smirnoff came. Smirnov’s hat stayed.",
                "Nadia Müller came. Muller left.",
                "Mara Ellingwood came. Mara Elligwood left.",
                "Ada Kovalchuk came. Ada Kovalhcuk left.",
                "::: quote {by=\"Takeshi Iwaya, minister\"}\nYes.\n:::\n\nIvaya left.",
            })
    void oneNameInTwoSpellingsIsTold(String body) {
        assertTrue(
                found(body).stream().anyMatch(finding -> finding.endsWith("two-names")),
                () -> body + " " + found(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ida Clark came. Ned Clarke left. Clarke said no.",
                "Ida Smith came. Jo Smyth left. Smith said no, Smyth said yes.",
                "The Federal Rule is one of many Federal Rules. Rules are Rules.",
                "A Harbour Authority is no Port Authority. The New Yorker of New York.",
                "Ida Reed came. Ned Read left.",
                "The Labour Party fought the Labor Day. The City Centre, the Center Court.",
                "Ida Hansen came, and the Hanssen fjord froze.",
                "Ida Roe’s hat and Roes’ hats.",
                "The Data Analysis ended. Two Data Analyses began. Data Analysis went on.",
                "Let's Encrypt came. Happy Valentine's Day. Let’s go to Valentine’s.",
                "Let's Encrypt came. Let’s Encrypt went. Happy Valentine's Day. This Valentine’s Day."
            })
    void twoNamesThatAreNearlyAlikeAreNotOne(String body) {
        assertEquals(List.of(), found(body));
    }

    @Test
    void theSpellingOfTheListOfPeopleIsTheRightOne() {
        var site = new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                sections: [world]
                checks: {missing-policy: off}
                -- content/world/river.md --
                ---
                headline: Ivaya speaks of the river again
                published: 2026-11-20
                people: [Takeshi Iwaya]
                ---
                “No,” said Ivaya. Ivaya left.
                """);
        assertEquals(
                List.of("content/world/river.md:2:11 \"Ivaya\" is spelled \"Iwaya\" elsewhere in this article."),
                site.check().problems().stream()
                        .map(problem -> problem.place() + " " + problem.message())
                        .toList());
    }
}
