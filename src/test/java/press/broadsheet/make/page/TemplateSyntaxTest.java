package press.broadsheet.make.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.Problem;

/** What a designer is told of a template that cannot be read: the line of the mistake, and what to write there. */
class TemplateSyntaxTest {
    private static String told(String template) {
        List<Problem> problems = new Templates(new TemplateSource() {
                    @Override
                    public Optional<String> read(String name) {
                        return Optional.of(template);
                    }

                    @Override
                    public List<String> names() {
                        return List.of("a.peb");
                    }
                })
                .compileAll();
        assertEquals(1, problems.size(), problems::toString);
        Problem problem = problems.getFirst();
        return problem.place().line() + ": " + problem.message() + " | " + problem.hint();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<p>{{ site.name </p>#<p>; 1: This {{ is not closed. | Write }} where it ends: {{ site.name }}",
                "<p>#{{ site.name; 2: This {{ is not closed. | Write }} where it ends: {{ site.name }}",
                "{{ site.name <b>{{ page.title }}</b>; 1: This {{ is not closed. | Write }} where it ends: {{ site.name }}",
                "<p>#{{ site.name }</p>; 2: This {{ is closed by a single }. | Write }} there: {{ site.name }}",
                "{{ site.name %}; 1: This {{ is closed by %}. | Write }} there: {{ site.name }}",
                "{% if site }}#x{% endif %}; 1: This {% is closed by }}. | Write %} there: {% if site %}",
                "{% if site }#x{% endif %}; 1: This {% is closed by a single }. | Write %} there: {% if site %}",
                "x{# a#comment; 1: This comment is not closed. | Write #} where it ends.",
                "#{% include \"parts/x %}#; 2: A text begins here with \" and does not end. | Write \" where it ends.",
                "{{ t(\"a) }} <a href=\"x\">; 1: A text begins here with \" and does not end. | Write \" where it ends.",
            })
    void aMarkThatIsNotClosedIsToldWhereItBegins(String template, String told) {
        assertEquals(told, told(template.replace('#', '\n').replace("{\n", "{#")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{% if site %}#x#; 1: {% if %} is not closed. | Write {% endif %} where it ends.",
                "{% if site %}#{% for a in b %}#{% endif %}; 3: {% endif %} stands where the {% for %} of line 2 is still open."
                        + " | Write {% endfor %} first.",
                "x#{% endblock %}; 2: {% endblock %} closes nothing."
                        + " | Leave it out, or write {% block ... %} where it begins.",
                "{% fi site %}x{% endif %}; 1: There is no tag \"fi\". | Did you mean \"if\"?",
                "{% if site %}a{% else if page %}b{% endif %}; 1: \"else\" takes no condition."
                        + " | Write it as one word: {% elseif ... %}.",
                "x{% elseif site %}; 1: {% elseif %} stands in no {% if %}. | Write {% if ... %} where it begins.",
                "{% verbatim %}#{{ x; 1: {% verbatim %} is not closed. | Write {% endverbatim %} where it ends."
            })
    void aTagThatDoesNotFitIsToldWithTheOneThatDoes(String template, String told) {
        assertEquals(told, told(template.replace('#', '\n')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{% if site = page %}x{% endif %}; 1: \"=\" is not expected here."
                        + " | Two things are compared by ==. A variable gets its value by {% set x = ... %}.",
                "{% if site && page %}x{% endif %}; 1: \"&\" is not expected here. | Write \"and\".",
                "{% for a of b %}x{% endfor %}; 1: \"of\" is not expected here. | Write {% for x in list %}.",
                "{{ }}; 1: Something is missing before }}. | ",
                "{{ (site.name }}; 1: A bracket is opened and not closed. | Write ) where it ends."
            })
    void anExpressionOfAnotherLanguageIsToldInOurs(String template, String told) {
        assertEquals(told.strip(), told(template).strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{ site | uper }}; 1: There is no filter \"uper\". | Did you mean \"upper\"?",
                "{{ colr(site) }}; 1: There is no function or macro \"colr\". | Did you mean \"colour\"?",
                "{% if site is emty %}x{% endif %}; 1: There is no test \"emty\". | Did you mean \"empty\"?"
            })
    void aMisspeltWordOfTheLanguageIsToldWithTheNearest(String template, String told) {
        assertEquals(told, told(template));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ {\"a\": {\"b\": 1}}.a }}",
                "{% verbatim %}{{ {% endif %}{% endverbatim %}",
                "{# {{ #}{% for a in b %}x{% else %}y{% endfor %}",
                "{{- site -}}{%- if site -%}'{%- endif -%}",
                "{{ \"it's\" }}"
            })
    void whatIsRightIsNotFoundWrong(String template) {
        assertEquals(Optional.empty(), TemplateSyntax.of(template));
    }

    @Test
    void noTemplateOfTheAppIsFoundWrong() throws java.io.IOException {
        try (var files = java.nio.file.Files.walk(java.nio.file.Path.of("templates"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".peb")).toList()) {
                assertEquals(
                        Optional.empty(), TemplateSyntax.of(java.nio.file.Files.readString(file)), file.toString());
            }
        }
    }
}
