package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.cli.ProblemTexts;

/** What a designer or a reporter misspells in a place where nothing would be seen of it. */
class NothingIsMisspeltSilentlyTest {
    private static final String FOOTER = "templates/parts/footer.peb";

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder site = new SiteBuilder(folder);

    @BeforeEach
    void aPaperWithAWordAndDataOfItsOwn() {
        site = new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                sections: [world]
                -- content/world/river.md --
                ---
                headline: "{place} and other holes"
                published: 2026-11-20
                ---
                Text.
                -- content/data/ferry.csv --
                time,quay
                07:10,North
                07:40,South
                -- content/data/boats.yaml --
                fleet:
                  - {name: Patience, note: in dock}
                  - {name: Prudence}
                -- templates/strings/en.yaml --
                greeting: "{name} greets {place}"
                """);
    }

    private String told(String footer) {
        site.write(FOOTER, footer);
        return ProblemTexts.of(folder, site.build().problems());
    }

    private String printed(String footer) {
        assertEquals("", told("<footer class=\"own\">" + footer + "</footer>"));
        return Jsoup.parse(site.published("index.html"))
                .expectFirst("footer.own")
                .text();
    }

    @Test
    void whatStandsInForAPlaceholderIsNotLookedAtForPlaceholders() {
        assertEquals(
                "{place} greets {name}",
                printed("{{ t(\"greeting\", {\"name\": \"{place}\", \"place\": \"{name}\"}) }}"));
    }

    @Test
    void aPlaceholderThatIsGivenUnderAnotherNameIsTold() {
        assertTrue(told("{{ t(\"greeting\", {\"name\": \"A\", \"plaec\": \"B\"}) }}")
                .contains("\"greeting\" wants {place}, and is given {name}, {plaec}"));
        assertTrue(told("{{ t(\"greeting\") }}").contains("\"greeting\" wants {name}, and is given nothing"));
        assertTrue(told("{{ t(\"minutes\") }}").contains("It has one for each number: t(\"minutes\", 5)"));
    }

    @Test
    void aColumnThatATableDoesNotHaveIsTold() {
        String loop = "{% for row in data(\"ferry\") %}{{ row.COLUMN }} {% endfor %}";
        assertEquals("North South", printed(loop.replace("COLUMN", "quay")));
        assertTrue(told(loop.replace("COLUMN", "harbour")).contains("There is: quay, time."));
        assertTrue(told("{{ (data(\"ferry\") | first).qauy }}").contains("Did you mean \"quay\"?"));
    }

    @Test
    void aNameThatOnlySomeRowsHaveMayBeMissing() {
        assertEquals(
                "in dock",
                printed("{% for boat in data(\"boats\").fleet %}{{ boat.note }}{{ boat.captain }}{% endfor %}"));
        assertTrue(told("{% for boat in data(\"boats\").fleet %}{{ boat.noet }}{% endfor %}")
                .contains("data(\"boats\") has no \"noet\".\n  Did you mean \"note\"?"));
        assertTrue(told("{{ data(\"boats\").flet }}").contains("Did you mean \"fleet\"?"));
    }

    @Test
    void aRowIsAMapForAllElse() {
        assertEquals(
                "2 time=07:10 quay=North South yes",
                printed(
                        "{{ data(\"ferry\") | length }} {% for cell in data(\"ferry\")[0] %}{{ cell.key }}={{ cell.value }} {% endfor %}"
                                + "{{ data(\"ferry\")[1][\"quay\"] }} {% if data(\"ferry\")[0] contains \"quay\" %}yes{% endif %}"));
    }

    @Test
    void aMacroSeesOnlyItsArgumentsAndThatIsToldOnce() {
        String told = told("""
                {% macro greet(name) %}{% set words = name %}{{ words }} of {{ site.name }}{% endmacro %}
                {{ greet("Ada") }}
                {% macro unused(name) %}{% if article %}{{ article.card.headline }}{% endif %}{% endmacro %}
                """);
        assertTrue(told.contains("footer.peb:1  error  unknown-variable"));
        assertTrue(told.contains("A macro sees only its arguments, and \"site\" is none of this one's."));
        assertTrue(told.contains("footer.peb:3  error  unknown-variable"));
        assertEquals(-1, told.indexOf("is nothing here"));
        assertEquals(
                "Ada of The Lantern",
                printed(
                        "{% macro greet(name, site) %}{% for word in [name] %}{{ loop.index == 0 ? word : \"\" }}{% endfor %}"
                                + " of {{ site.name }}{% endmacro %}{{ greet(\"Ada\", site) }}"));
    }

    @Test
    void whatATemplateIsNotGivenIsToldOfWhoIncludesIt() {
        site.write("templates/parts/box.peb", "{% if wide %}{{ words }}{% endif %}");
        String told = told("{% include \"parts/box.peb\" with {\"wide\": true, \"wrods\": \"A\"} %}"
                + "{# words are given: {% include \"parts/box.peb\" with {\"words\": \"A\"} %} #}");
        assertTrue(told.contains("parts/box.peb:1  error  unknown-variable"), told);
        assertTrue(told.contains("This template is not given \"words\" here."), told);
    }

    @Test
    void aWordOfASitesOwnThatATemplateWillAskForIsLeftAlone() {
        site.write(
                "templates/strings/en.yaml",
                "greeting: Hello\nlist: {latset: New, our-own: Ours}\nweather: {sun: Sun}\n");
        String told = told("{{ t(\"greeting\") }}{{ t(\"weather.\" ~ \"sun\") }}");
        assertEquals(1, told.split("unused-word", -1).length - 1, told);
        assertTrue(told.contains("Did you mean \"list.latest\"?"), told);
    }

    @Test
    void anImportedTemplatesNameIsAVariable() {
        site.write("templates/parts/forms.peb", "{% macro box(word) %}[{{ word }}]{% endmacro %}");
        assertEquals("[A]", printed("{% import \"parts/forms.peb\" as forms %}{{ forms.box(\"A\") }}"));
    }

    @Test
    void whatAShortTextLinksToIsToldWhereItStands() {
        site.write("content/world/short.md", """
                ---
                headline: Short texts
                published: 2026-11-20
                standfirst: >-
                  See [a](/lost-a/).
                keyPoints:
                  - One
                  - "[Two](/lost-b/)"
                corrections: [{date: 2026-11-21, kind: correction, text: "It [was](/lost-c/)."}]
                updates: [{date: 2026-11-21, text: "It [is](/lost-d/)."}]
                method: "[So](/lost-e/)."
                story: flod
                ---
                Text.
                """);
        site.write("content/people/ada.md", "---\nname: Ada\nsummary: \"[She](/lost-f/)\"\n---\n");
        site.write("content/world/_section.md", "---\nname: World\ndescription: The [w](/lost-g/)\n---\n");
        String told = ProblemTexts.of(folder, site.build().problems());
        for (String place : List.of(
                "short.md:4:13  warning  unknown-address",
                "short.md:8:5  warning  unknown-address",
                "short.md:9:58  warning  unknown-address",
                "short.md:10:36  warning  unknown-address",
                "short.md:11:9  warning  unknown-address",
                "short.md:12:8  warning  unknown-story",
                "ada.md:3:10  warning  unknown-address",
                "_section.md:3:14  warning  unknown-address")) {
            assertTrue(told.contains(place), place + " in\n" + told);
        }
    }

    @Test
    void aLinkInAStandfirstThatMovedIsToldWhereItStandsNow() {
        String article = "---\nheadline: Short\npublished: 2026-11-20\nNOTEstandfirst: See [a](/lost/).\n---\nText.\n";
        site.write("content/world/short.md", article.replace("NOTE", ""));
        site.build();
        site.write("content/world/short.md", article.replace("NOTE", "note: for us\n"));
        assertTrue(
                ProblemTexts.of(folder, site.build().problems()).contains("short.md:5:13  warning  unknown-address"));
    }
}
