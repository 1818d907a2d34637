package press.broadsheet.make.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StyleScanTest {
    private static String faults(String css) {
        return StyleScan.of(css).faults().stream()
                .map(fault -> fault.mark() + " at " + fault.at())
                .collect(Collectors.joining(", "));
    }

    private static List<String> names(List<StyleScan.Name> names) {
        return names.stream().map(StyleScan.Name::text).toList();
    }

    @Test
    void aNameIsGivenAskedForOrMentioned() {
        StyleScan scan = StyleScan.of("""
                @property --turn{syntax:"<angle>"; inherits:false; initial-value:0deg}
                :root{--a:1; --b : 2;/* --c:3 */--d:var(--a)}
                .x{margin:VAR( --b ) var(--e, var(--f)); transition:--a 1s}
                @supports (--g:0){.y{color:red}}
                @container style(--h: 1){.--i:hover, .card--wide:hover, &--j:hover{content:"--k:1; var(--l)"}}
                """);
        assertEquals(List.of("--turn", "--a", "--b", "--d"), names(scan.given()));
        assertEquals(List.of("--a", "--b", "--f"), names(scan.asked()));
        assertEquals(List.of("--e", "--a", "--g", "--h", "--i", "--j"), scan.mentioned());
        assertEquals("", faults("a{b:c}"));
    }

    @Test
    void whatIsNotClosedIsNamedByWhereItBegins() {
        assertEquals("{ at 1", faults("a{b:c"));
        assertEquals("{ at 8, { at 10", faults("@media x{a{b:c"));
        assertEquals("} at 6", faults("a{b:c}}d{e:f}"));
        assertEquals("( at 8", faults("a{b:calc(1px;}c{d:e}"));
        assertEquals("[ at 1", faults("a[b{c:d}"));
        assertEquals(") at 5", faults("a{b:c);}"));
        assertEquals("/* at 6", faults("a{b:c}/* d{"));
        assertEquals("( at 7", faults("a{b:url(c.png}\nd{e:f}"));
    }

    /** A brace that is missing within a block leaves the block open, and the line to mend is far below. */
    @Test
    void aBraceThatIsMissingWithinABlockIsToldWhereItIsMissing() {
        String print = "@media print {\n  .a {\n    color: red;\n\n  .b {\n    color: blue;\n  }\n}\n.c {\n}\n";
        assertEquals("{ at " + print.indexOf("{\n    color: red"), faults(print));
        String two = ".a {\n  b: c;\n\n@media x {\n  .d,\n  .e {\n    f: g;\n  .h { i: j }\n}\n";
        assertEquals("{ at 3, { at " + two.indexOf("{\n    f"), faults(two));
        // What is nested by its indentation, by "&", or in one line, says nothing, nor does who never indents.
        assertEquals("{ at 7", faults("@media {\n  .a {\n    .b {\n    }\n    &:hover {\n    }\n  }\n"));
        assertEquals("{ at 7", faults("@media {\n.a {\n.b {\n}\n}\n.c {\n.d {\n}\n}\n"));
        assertEquals("", faults(".a {\n.b {\n}\n}\n"));
    }

    @Test
    void aTextThatIsNotClosedIsToldOnce() {
        assertEquals("\" at 4", faults("a{b:\"It's}\nc{d:e}"));
        assertEquals("' at 4, { at 1", faults("a{b:'c\\\nd"));
    }

    @Test
    void whatOnlyLooksUnclosedIsLeftAlone() {
        assertEquals("", faults("a::after{content:\"}\"} .b\\{{c:url(data:x;{)} /* { */ d{e:'\\'{'; f:url( \"(\" )}"));
        assertEquals("", faults(""));
        assertEquals("", faults("/"));
        assertEquals("", faults("a\\"));
    }

    @Test
    void theThemesOwnSheetIsWhole() throws IOException {
        StyleScan scan = StyleScan.of(Files.readString(Path.of("templates/assets/css/paper.css")));
        assertEquals(List.of(), scan.faults());
        assertEquals(
                List.of(),
                scan.asked().stream()
                        .filter(asked -> !names(scan.given()).contains(asked.text()))
                        .toList());
    }
}
