package press.broadsheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "site.yaml, SETTINGS",
        "world/site.yaml, OTHER",
        "world/_section.md, SECTION",
        "_drafts/_section.md, SECTION",
        "world/2026/11/river.md, ARTICLE",
        "river.md, ARTICLE",
        "wire/river.txt, WIRE_STORY",
        "people/mara.md, PERSON",
        "uk/people/mara.md, PERSON",
        "people/mara.png, OTHER",
        "world/people/mara.md, ARTICLE",
        "pages/about/us.md, PAGE",
        "stories/dam.md, STORY",
        "data/votes.csv, DATA",
        "data/votes.yaml, DATA",
        "data/votes.md, OTHER",
        "front.yaml, FRONT",
        "world/front.yaml, FRONT",
        "redirects.yaml, REDIRECTS",
        "uk/redirects.yaml, REDIRECTS",
        "world/redirects.yaml, OTHER",
        "world/river.png, OTHER",
        "_notes/river.md, IGNORED",
        "world/_notes/river.md, IGNORED",
        "world/2026/.river.md.swp, IGNORED",
        ".git/config, IGNORED",
        "world/_river.md, IGNORED",
        "world/a_b/river.md, ARTICLE"
    })
    void aFileIsWhatItsPathSays(String path, FileKind kind) {
        assertEquals(kind, FileKind.of(path, List.of("uk")));
    }
}
