package press.broadsheet.make.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Language;
import press.broadsheet.problem.Problem;
import press.broadsheet.view.HeadView;
import press.broadsheet.view.LinkView;
import press.broadsheet.view.OnDemand;
import press.broadsheet.view.SlotView;

class TemplatesTest {
    private static final LinkView LINK = new LinkView("Ink & <Paper>", "/ink/", true);

    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, Object> values = new HashMap<>(Map.of("link", LINK));
    private Language language = new Language("en");
    private final Map<String, String> words = new HashMap<>();

    @Test
    void aViewIsPrintedEscaped() {
        assertEquals("Ink &amp; &lt;Paper&gt; true", print("{{ link.name }} {{ link.current }}"));
    }

    @Test
    void finishedHtmlIsPrintedRaw() {
        values.put("html", "<b>x</b>");
        assertEquals("<b>x</b>", print("{{ html | raw }}"));
    }

    @Test
    void valuesAreWrittenAsJsonForScriptsAndForAttributes() {
        var map = new LinkedHashMap<String, Object>();
        map.put("a \"b\"", List.of(1, 2.5, true, "</script>&"));
        map.put("none", null);
        map.put("endless", Double.POSITIVE_INFINITY);
        values.put("value", map);
        assertEquals(
                "{\"a \\\"b\\\"\":[1,2.5,true,\"\\u003c/script\\u003e\\u0026\"],\"none\":null,\"endless\":null}",
                print("{{ value | json | raw }}"));
        assertEquals("&quot;Ink \\u0026 \\u003cPaper\\u003e&quot;", print("{{ link.name | json }}"));
        assertEquals("not-printable", fault("{{ link | json }}").code().id());
    }

    @Test
    void whatIsMadeOnDemandIsMadeOnceAndOnlyIfItIsPrinted() {
        var made = new ArrayList<String>();
        var head =
                new HeadView("Title", "", "", "", new OnDemand<>(List::of), List.of(), List.of(), new OnDemand<>(() -> {
                    made.add("data");
                    return "{}";
                }));
        values.put("head", head);
        assertEquals("Title", print("{{ head.title }}"));
        assertEquals(List.of(), made);
        assertEquals(
                "{}{}",
                print("{% if head.structuredData %}{{ head.structuredData }}{{ head.structuredData }}{% endif %}"));
        assertEquals(List.of("data"), made);
    }

    @Test
    void nothingIsPrintedAsNothing() {
        values.put("absent", null);
        assertEquals("[]", print("[{{ absent }}]"));
    }

    @ParameterizedTest
    @CsvSource({
        "absent, no",
        "present, yes",
        "emptyText, no",
        "text, yes",
        "emptyList, no",
        "list, yes",
        "zero, no",
        "one, yes",
        "emptyMap, no",
        "not absent, yes",
        "not list, no",
        "absent or text, yes",
        "text and list, yes",
        "text and emptyList, no",
        "map.there, yes",
        "map.notThere, no"
    })
    void whatIsNotThereOrEmptyCountsAsNo(String condition, String expected) {
        values.put("absent", null);
        values.put("present", LINK);
        values.put("emptyText", "");
        values.put("text", "x");
        values.put("emptyList", List.of());
        values.put("list", List.of(LINK));
        values.put("zero", 0);
        values.put("one", 1);
        values.put("emptyMap", Map.of());
        values.put("map", Map.of("there", "x"));
        assertEquals(expected, print("{% if " + condition + " %}yes{% else %}no{% endif %}"));
    }

    @Test
    void loopsKnowWhereTheyAre() {
        values.put("links", List.of(LINK, new LinkView("B", "/b/", false)));
        assertEquals(
                "0 Ink &amp; &lt;Paper&gt;, 1 B of 2.",
                print("{% for link in links %}{{ loop.index }} {{ link.name }}"
                        + "{% if loop.last %} of {{ loop.length }}.{% else %}, {% endif %}{% endfor %}"));
    }

    @Test
    void macrosAndInheritanceWork() {
        files.put("base.peb", "<{% block body %}{% endblock %}>");
        files.put("macros.peb", "{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}");
        assertEquals(
                "<<b>Ink &amp; &lt;Paper&gt;</b>>",
                print("{% extends \"base\" %}{% block body %}{% import \"macros\" as m %}"
                        + "{{ m.bold(link.name) }}{% endblock %}"));
    }

    @Test
    void aVariableThatIsMisspeltIsToldWithTheNearestName() {
        Problem problem = fault("one\n{{ lnik.name }}");
        assertEquals("templates/page.peb:2", problem.place().toString());
        assertEquals("unknown-variable", problem.code().id());
        assertEquals("Did you mean \"link\"?", problem.hint());
    }

    @Test
    void anAttributeThatIsMisspeltIsToldWithTheNearestName() {
        Problem problem = fault("{% if link.adress %}x{% endif %}");
        assertEquals("unknown-attribute", problem.code().id());
        assertEquals("A LinkView has no \"adress\".", problem.message());
        assertEquals("Did you mean \"address\"?", problem.hint());
    }

    @Test
    void anAttributeInAnIncludedTemplateIsToldThere() {
        files.put("parts/a.peb", "\n\n{{ link.adress }}");
        Problem problem = fault("{% include \"parts/a.peb\" %}");
        assertEquals("templates/parts/a.peb:3", problem.place().toString());
    }

    @Test
    void anAttributeOfNothingIsTold() {
        values.put("absent", null);
        Problem problem = fault("{{ absent.name }}");
        assertEquals("attribute-of-nothing", problem.code().id());
        assertEquals("\"absent\" is nothing here, so it has no attributes.", problem.message());
    }

    @Test
    void aTemplateThatIsMissingIsToldWithTheLineThatAsksForIt() {
        files.put("parts/card.peb", "");
        Problem problem = fault("\n{% include \"parts/crad\" %}");
        assertEquals("templates/page.peb:2", problem.place().toString());
        assertEquals("missing-template", problem.code().id());
        assertEquals("Did you mean \"parts/card.peb\"?", problem.hint());
    }

    @Test
    void aSlotLayoutThatIsMissingIsTold() {
        files.put("slots/river.peb", "");
        values.put("slot", new SlotView("a", "", "", "rivr", "", List.of()));
        Problem problem = fault("{% include \"slots/\" ~ slot.layout ~ \".peb\" %}");
        assertEquals("unknown-slot-layout", problem.code().id());
        assertEquals("Did you mean \"slots/river.peb\"?", problem.hint());
    }

    @ParameterizedTest
    @CsvSource({"../secret", "/etc/passwd", "parts/../../x", "C:\\x"})
    void noNameLeadsOutOfTheFolder(String name) {
        values.put("name", name);
        assertEquals("missing-template", fault("{% include name %}").code().id());
    }

    @Test
    void whatIsNotTextCannotBePrinted() {
        Problem problem = fault("{{ link }}");
        assertEquals("not-printable", problem.code().id());
        assertEquals("A LinkView cannot be printed.", problem.message());
        assertEquals("not-printable", fault("{{ template }}").code().id());
        assertEquals("not-printable", fault("{{ template | raw }}").code().id());
    }

    @Test
    void aTemplateCannotReachTheEngine() {
        assertEquals("unknown-attribute", fault("{{ template.engine }}").code().id());
        assertEquals("unknown-attribute", fault("{{ link.name.bytes }}").code().id());
        assertEquals("unknown-function", fault("{{ link.getClass() }}").code().id());
        assertEquals("unknown-attribute", fault("{{ link.class }}").code().id());
    }

    @Test
    void aTemplateThatIncludesItselfIsAProblem() {
        Problem problem = fault("{% include \"page\" %}");
        assertEquals("template-failed", problem.code().id());
    }

    @Test
    void aFilterThatFailsIsToldWithItsLine() {
        Problem problem = fault("\n{{ link.name | slice(9, 2) }}");
        assertEquals("template-failed", problem.code().id());
        assertEquals("templates/page.peb:2", problem.place().toString());
    }

    @Test
    void wordsComeFromTheDesk() {
        words.put("read", "Read <{what}>");
        assertEquals("Read &lt;Ink &amp; &lt;Paper&gt;&gt;", print("{{ t(\"read\", {\"what\": link.name}) }}"));
    }

    @Test
    void wordsTakeTheFormOfTheirNumber() {
        language = new Language("uk");
        words.putAll(Map.of("a.one", "{count} стаття", "a.few", "{count} статті", "a.many", "{count} статей"));
        assertEquals("1 стаття 3 статті 11 статей", print("{{ t(\"a\", 1) }} {{ t(\"a\", 3) }} {{ t(\"a\", 11) }}"));
    }

    @Test
    void aWordBesideAFractionShowsTheFraction() {
        words.putAll(Map.of("star.one", "{count} star", "star.other", "{count} stars"));
        assertEquals("4.5 stars 1 star", print("{{ t(\"star\", 4.5) }} {{ t(\"star\", 1) }}"));
        language = new Language("uk");
        assertEquals("4,5 stars", print("{{ t(\"star\", 4.5) }}"));
    }

    @Test
    void aWordThatIsMissingIsTold() {
        Problem problem = fault("{{ t(\"share.title\") }}");
        assertEquals("missing-string", problem.code().id());
        assertEquals("Mend its name, or add it to templates/strings/en.yaml.", problem.hint());
    }

    @Test
    void anAssetHasItsAddress() {
        assertEquals("/assets/css/paper.1234.css", print("{{ asset(\"css/paper.css\") }}"));
        assertEquals(
                "missing-asset", fault("{{ asset(\"css/papre.css\") }}").code().id());
    }

    @Test
    void allTemplatesAreReadUpFront() {
        files.put("a.peb", "{% if page %}");
        files.put("b.peb", "\n{{ page | upperr }}{{ tt(\"x\") }}{% if page is emptyy %}{% endif %}");
        files.put("c.peb", "{% include \"parts/none.peb\" %}");
        files.put("d.peb", "{{ page | date(\"yyyy\") }}");
        files.put("e.peb", "{% cache \"x\" %}{% endcache %}");
        files.put("good.peb", "{{ page | upper }}");
        List<String> told = new Templates(source())
                .compileAll().stream()
                        .map(problem -> problem.place() + " " + problem.code().id())
                        .toList();
        assertEquals(
                List.of(
                        "templates/a.peb:1 broken-template",
                        "templates/b.peb:2 unknown-function",
                        "templates/b.peb:2 unknown-function",
                        "templates/b.peb:2 unknown-function",
                        "templates/c.peb:1 missing-template",
                        "templates/d.peb:1 unknown-function",
                        "templates/e.peb:1 broken-template"),
                told);
    }

    private List<String> toldUpFront() {
        return new Templates(source())
                .compileAll().stream()
                        .map(problem -> problem.place() + " " + problem.code().id() + " " + problem.hint())
                        .toList();
    }

    @Test
    void aVariableIsMisspeltAlsoWhereNobodyComes() {
        files.put("a.peb", "{% if page or pgae.x %}{% else %}{{ latset }}{% endif %}{{ sitte | default(\"x\") }}");
        files.put(
                "parts/p.peb",
                "{{ picture }}{{ row.key }}{{ total }}{{ loop.index }}{% if maybe is defined %}{% endif %}");
        files.put(
                "b.peb",
                "{% for row in list.cards %}{% set total = 1 %}{% include \"parts/p.peb\" with {\"picture\": row} %}{% endfor %}"
                        + "{% macro m(one, two=2) %}{{ one }}{{ two }}{% endmacro %}");
        assertEquals(
                List.of(
                        "templates/a.peb:1 unknown-variable Did you mean \"page\"?",
                        "templates/a.peb:1 unknown-variable Did you mean \"latest\"?",
                        "templates/a.peb:1 unknown-variable Did you mean \"site\"?"),
                toldUpFront());
    }

    @Test
    void aBlockThatNoAncestorHasIsTold() {
        files.put(
                "base.peb",
                "{% block main %}{% block inner %}{% endblock %}{% endblock %}{% macro m() %}{% endmacro %}");
        files.put(
                "list.peb",
                "{% extends \"base.peb\" %}{% block main %}{% block cards %}{% endblock %}{{ m() }}{% endblock %}");
        files.put(
                "tag.peb",
                "{% extends \"list\" %}\n{% block cards %}{% endblock %}{% block inner %}{% endblock %}\n{% block mian %}{% endblock %}");
        assertEquals(List.of("templates/tag.peb:3 unknown-block Did you mean \"main\"?"), toldUpFront());
    }

    @Test
    void aMacroThatNoAncestorHasIsToldInItsOwnTemplate() {
        files.put("base.peb", "\n\n{% block main %}{% endblock %}{% macro m() %}{% endmacro %}");
        files.put("tag.peb", "{% extends \"base.peb\" %}\n{% block main %}{{ m() }}{{ mm() }}{% endblock %}");
        assertEquals(
                "templates/tag.peb:2 unknown-function", toldUpFront().getFirst().replaceFirst(" There.*", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<p>Lost.</p>", "{{ page.x }}", "{% if page %}{% endif %}", "{% include \"p.peb\" %}", "Words."})
    void whatStandsOutsideOfBlocksIsTold(String lost) {
        files.put("base.peb", "{% block main %}{% endblock %}");
        files.put("p.peb", "");
        files.put(
                "a.peb",
                "{% extends \"base.peb\" %}\n{# a remark #}\n{% set x = 1 %}\n\n" + lost
                        + "\n{% block main %}{{ x }}{% endblock %}\n");
        assertEquals(
                List.of("templates/a.peb:5 outside-blocks Put it into a block: {% block main %} ... {% endblock %}"),
                toldUpFront());
    }

    @Test
    void theSitesOwnTemplateStandsOverTheApps() {
        files.put("a.peb", "site");
        TemplateSource app = source(new LinkedHashMap<>(Map.of("a.peb", "app", "b.peb", "app too")));
        var templates = new Templates(source().over(app));
        assertEquals("site", text(templates.print("a", values, desk())));
        assertEquals("app too", text(templates.print("b", values, desk())));
        assertTrue(templates.has("b"));
        assertFalse(templates.has("c"));
    }

    private String print(String template) {
        files.put("page.peb", template);
        return text(new Templates(source()).print("page", values, desk()));
    }

    private Problem fault(String template) {
        return assertThrows(TemplateException.class, () -> print(template)).problem();
    }

    private TemplateSource source() {
        return source(files);
    }

    private static TemplateSource source(Map<String, String> texts) {
        return new TemplateSource() {
            @Override
            public Optional<String> read(String name) {
                return Optional.ofNullable(texts.get(name));
            }

            @Override
            public List<String> names() {
                return List.copyOf(texts.keySet());
            }
        };
    }

    /** Knows words, a language and one asset; all else is not asked here. */
    private NewsDesk desk() {
        return (NewsDesk) Proxy.newProxyInstance(
                NewsDesk.class.getClassLoader(), new Class<?>[] {NewsDesk.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "note" -> null;
                        case "language" -> language;
                        case "string" -> Optional.ofNullable(words.get(arguments[0]));
                        case "asset" ->
                            arguments[0].equals("css/paper.css")
                                    ? Optional.of("/assets/css/paper.1234.css")
                                    : Optional.empty();
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private static String text(byte[] page) {
        return new String(page, StandardCharsets.UTF_8);
    }
}
