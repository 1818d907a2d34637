package press.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What we give away is given with its licences. */
class LegalTest {
    private static final Path HOME = Path.of(System.getProperty("broadsheet.home", "."));
    private static final Path LEGAL = HOME.resolve("src/main/app/legal");

    @Test
    void theNoticeNamesEveryLibraryThatIsPacked() throws Exception {
        String notice = Files.readString(LEGAL.resolve("NOTICE"));
        var missing = new ArrayList<String>();
        int libraries = 0;
        for (Element library : Jsoup.parse(Files.readString(HOME.resolve("pom.xml")), "", Parser.xmlParser())
                .select("project > dependencies > dependency")) {
            if (!List.of("test", "provided").contains(library.select("scope").text())) {
                libraries++;
                String name = library.select("> artifactId").text();
                if (!Pattern.compile("[( ]" + Pattern.quote(name) + "[,)]")
                        .matcher(notice)
                        .find()) {
                    missing.add(name);
                }
            }
        }
        assertTrue(libraries > 5, "The pom's dependencies are not found");
        assertEquals(List.of(), missing);
    }

    @Test
    void everyTextThatTheNoticeSpeaksOfIsThere() throws Exception {
        var names = Pattern.compile("text is in ([\\w.-]*\\w)").matcher(Files.readString(LEGAL.resolve("NOTICE")));
        int texts = 0;
        while (names.find()) {
            assertTrue(Files.size(LEGAL.resolve(names.group(1))) > 500, names.group(1));
            texts++;
        }
        assertEquals(9, texts);
    }
}
