package press.broadsheet.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Photographs are looked at by the broken paper {@code telling-picture}. */
class PictureTracesTest {
    private static List<String> of(String text) {
        return Telltales.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDrawingMayNameAFolderAndHoldAComment() {
        assertEquals(
                List.of("a comment", "the name of a folder on the machine where it was drawn"),
                of("<svg inkscape:export-filename=\"/home/ida/leak/plan.png\"><!-- from Ida --></svg>"));
    }

    @Test
    void whatAProgramSaysOfItselfIsNoTrace() {
        assertEquals(
                List.of(),
                of("<?xml version=\"1.0\"?><!-- Generator: Some Program 1.0 --><!-- Created with Another -->"
                        + "<svg export-filename=\"plan.png\"></svg>"));
    }

    @Test
    void whatIsNoPictureHasNoTraces() {
        assertEquals(List.of(), of(""));
        assertEquals(List.of(), of("no picture"));
    }
}
