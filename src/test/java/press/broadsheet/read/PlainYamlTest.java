package press.broadsheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

class PlainYamlTest {
    private static final int TRIES = 200_000;

    /** Out of these texts are made that are nearly, but not always, plain. */
    private static final List<String> BITS = List.of(
            "headline",
            "headline: ",
            "headline:",
            "tags: ",
            "tags:\n",
            "image:\n",
            ": ",
            ":",
            ",",
            ", ",
            "[",
            "]",
            "{",
            "}",
            "[a, b]",
            "[\"a, b\", 'c']",
            "{src: a.jpg, alt: \"A: b\"}",
            "\"",
            "\"River: again\"",
            "'",
            "'it'",
            "- ",
            "  - ",
            "  ",
            " ",
            "\n",
            "\n",
            "\n\n",
            "#",
            " #",
            "&a ",
            "*a",
            "!t ",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            "\\",
            "?",
            "? ",
            "-",
            "--- ",
            "---\n",
            "...\n",
            "\t",
            "1",
            "-1",
            "0.5",
            "0x1f",
            ".inf",
            "2026-11-26",
            "10:30",
            "true",
            "False",
            "null",
            "~",
            "no",
            "Річка",
            "川",
            "—",
            "“",
            "é",
            "\uFEFF",
            "\u00A0",
            "\u0085",
            "\u2028",
            "\uD83D\uDE00",
            "(",
            "/",
            "https://river.example/a",
            "<<: ",
            "a",
            "b",
            "word word");

    @Test
    void whatItReadsTheLibraryReadsInTheSameWay() {
        var random = new Random(20261126);
        int read = 0;
        for (int i = 0; i < TRIES; i++) {
            var text = new StringBuilder();
            int bits = 1 + random.nextInt(14);
            for (int bit = 0; bit < bits; bit++) {
                text.append(BITS.get(random.nextInt(BITS.size())));
            }
            read += isSame(text.toString()) ? 1 : 0;
        }
        assertTrue(read > TRIES / 200, "only " + read + " texts were plain");
    }

    /** Such texts with one letter too many, too few or another one. */
    @Test
    void whatIsOneSlipAwayFromPlainIsReadInTheSameWay() throws IOException {
        var random = new Random(26112026);
        List<String> all = usual();
        int read = 0;
        for (int i = 0; i < TRIES / 4; i++) {
            var text = new StringBuilder(all.get(random.nextInt(all.size())));
            int at = random.nextInt(text.length());
            String bit = BITS.get(random.nextInt(BITS.size()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, bit);
                case 1 -> text.deleteCharAt(at);
                default -> text.replace(at, Math.min(text.length(), at + 1), bit);
            }
            read += isSame(text.toString()) ? 1 : 0;
        }
        assertTrue(read > TRIES / 40, "only " + read + " texts were plain");
    }

    @Test
    void mostOfWhatThePaperHoldsIsPlain() throws IOException {
        List<String> all = usual();
        long plain = all.stream().filter(PlainYamlTest::isSame).count();
        assertTrue(plain > all.size() / 2, plain + " of " + all.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "headline: River rises\nsection: world\ndate: 2026-11-26T10:00:00Z\nbreaking: true",
                "headline: \"River: rises\"\nimage: {src: river.svg, alt: \"The river\"}\ntags: [River, 'Weather', \"A, b\"]\n",
                "headline: Річка піднялася\n\ntags:\n  - Річка\n  - \"Погода: осінь\"\nauthors:\n- Olha\n- Petro\n",
                "corrections:\n  - date: 2026-11-26\n    text: \"Two\"\n  - {date: 2026-11-26 18:00, text: [a, {b: c}]}\nslug: river",
                "image:\n  src: ../river.svg\n  alt: The river\nnote:\nslug: river\n"
            })
    void whatReportersUsuallyWriteIsPlain(String yaml) {
        assertNotNull(PlainYaml.compose(yaml));
        assertTrue(isSame(yaml));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "headline: River: rises",
                "headline: River #1 rises",
                "headline: River\n  rises",
                "headline: |\n  River",
                "headline: \"A \\\"b\\\"\"",
                "headline: 'It''s'",
                "a: &x b\nc: *x",
                "a: b # remark",
                "\ta: b",
                "a: \uD83D\uDE00",
                "just a text",
                ""
            })
    void whatIsOutOfTheOrdinaryIsLeftToTheLibrary(String yaml) {
        assertNull(PlainYaml.compose(yaml));
    }

    @Test
    void deepFieldsAreLeftToTheLibrary() {
        var yaml = new StringBuilder();
        for (int depth = 0; depth < 2000; depth++) {
            yaml.append(" ".repeat(depth)).append("a:\n");
        }
        assertNull(PlainYaml.compose(yaml.toString()));
    }

    private static List<String> usual() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(PlainYamlTest::frontMatter)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Optional<String> frontMatter(Path file) {
        try {
            return FrontMatter.Part.find(Files.readString(file))
                    .map(FrontMatter.Part::yaml)
                    .filter(yaml -> !yaml.isBlank());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whether it is plain; it must then be what the library reads. */
    private static boolean isSame(String yaml) {
        Node plain = PlainYaml.compose(yaml);
        if (plain == null) {
            return false;
        }
        try {
            assertEquals(
                    words(YamlTree.composeAny(yaml).orElseThrow(), true), words(plain, true), () -> "of:\n" + yaml);
        } catch (YamlEngineException refused) {
            throw new AssertionError("The library refuses:\n" + yaml, refused);
        }
        return true;
    }

    private static String words(Node node, boolean isValue) {
        var words = new StringBuilder();
        words.append(node.getTag()).append('@').append(at(node.getStartMark()));
        switch (node) {
            case ScalarNode text -> {
                words.append(text.getScalarStyle())
                        .append('"')
                        .append(text.getValue())
                        .append('"');
                if (isValue) {
                    words.append(at(node.getEndMark()));
                }
            }
            case SequenceNode list -> {
                words.append(list.getFlowStyle());
                list.getValue().forEach(item -> words.append("\n- ").append(words(item, true)));
            }
            case MappingNode map -> {
                words.append(map.getFlowStyle());
                for (NodeTuple pair : map.getValue()) {
                    words.append('\n').append(words(pair.getKeyNode(), false));
                    words.append(": ").append(words(pair.getValueNode(), true));
                }
            }
            default -> throw new AssertionError(node);
        }
        return words.append(';').toString();
    }

    private static String at(Optional<Mark> mark) {
        return mark.map(one -> one.getLine() + ":" + one.getColumn() + "(" + one.getIndex() + ")")
                .orElse("nowhere");
    }
}
