package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.news.Body;
import press.broadsheet.news.Piece;

/** What holds for any text whatever. The generators are seeded: the same texts each time. */
class LawsTest {
    private static final String[] PARTS = {
        "a",
        "word ",
        " ",
        "\n",
        "\n\n",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "](",
        "[[",
        "]]",
        "|",
        "!",
        "![",
        "<",
        ">",
        "> ",
        "- ",
        "1. ",
        "# ",
        "## ",
        "\"",
        "'",
        "--",
        "...",
        "\\",
        "&",
        "&lt;",
        "&#106;",
        "javascript:",
        "data:",
        "https://a.example/",
        "x.md",
        "../",
        "../../../../",
        "{",
        "}",
        "{credit=\"c\"}",
        "::: qa\n",
        ":::\n",
        "::: fact-box {title=\"",
        "::: entry {time=\"14:05\"}\n",
        "::: entry {time=\"2026-11-25 09:",
        "::: quote {by=\"A. Speaker, role\"}\n",
        "::: embed {video url=\"",
        "<script>",
        "</script>",
        "<b>",
        "</b>",
        "<div onclick=\"",
        "<img src=x onerror=alert(1)>",
        "-->",
        "<!--",
        "[^1]",
        "[^1]: ",
        "[r]: ",
        "\t",
        "    ",
        "\r\n",
        "\0",
        "漢字",
        "слово",
        "עברית",
        "\ud83d\ude00",
        "\ud83d",
        "\u202e",
        "|a|b|\n|-|-|\n",
        "=\n",
        "---\n",
        "hole0e",
        "onclick=x",
        "\" onclick=\"x",
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyTextIsSetWithoutHarmAndTheSameEachTime(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 700; i++) {
            String text = text(random);
            for (Markdown markdown : new Markdown[] {Proof.ALLOW_LIST, Proof.OFF}) {
                Proof proof = Proof.of(markdown, text, i % 3 == 0 ? "uk" : "en");
                assertEquals(proof, Proof.of(markdown, text, i % 3 == 0 ? "uk" : "en"), text);
                assertHarmless(proof.body(), text);
            }
            Proof live = Proof.live(Proof.ALLOW_LIST, text);
            assertEquals(live, Proof.live(Proof.ALLOW_LIST, text), text);
            assertHarmless(live.body(), text);
            assertSafe(Proof.line(text, "en").html(), text);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        int parts = 1 + random.nextInt(40);
        for (int i = 0; i < parts; i++) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    private static void assertHarmless(Body body, String text) {
        assertHarmless(body.pieces(), text);
    }

    private static void assertHarmless(List<Piece> pieces, String text) {
        var html = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Entry entry -> {
                    assertSafe(entry.title().html(), text);
                    assertHarmless(entry.pieces(), text);
                }
                case Piece.Html finished -> html.append(finished.html());
                case Piece.Link link -> {
                    boolean climbs = List.of(link.target().split("/", -1)).contains("..");
                    assertFalse(link.target().startsWith("/") || climbs, text);
                    assertTrue(Address.scheme(link.target()).isEmpty(), text);
                    html.append("<a href=\"/hole\">").append(link.html()).append("</a>");
                }
                case Piece.Figure figure -> {
                    assertFalse(
                            figure.source().startsWith("/") || figure.source().contains(".."), text);
                    html.append("<figure>").append(figure.caption().html()).append("</figure>");
                }
                case Piece.Embed embed -> {
                    assertTrue(embed.values().getOrDefault("url", "https://").startsWith("https://"), text);
                    html.append("<div>").append(embed.text()).append("</div>");
                }
            }
        }
        assertSafe(html.toString(), text);
    }

    private static void assertSafe(String html, String text) {
        var page = Jsoup.parseBodyFragment(html);
        assertTrue(page.select("script,img,style,iframe").isEmpty(), () -> text + "\n=>\n" + html);
        for (var element : page.body().getAllElements()) {
            for (var attribute : element.attributes()) {
                boolean safe = !attribute.getKey().startsWith("on")
                        && !(attribute.getKey().equals("href")
                                && attribute.getValue().matches("(?s)\\s*(javascript|data):.*"));
                assertTrue(safe, () -> text + "\n=>\n" + html);
            }
        }
    }
}
