package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        var json = new JsonWriter()
                .object()
                .member("text", "\"quoted\" \\ \n\t\r\u0000 Київ 東京 \uD83D\uDE00")
                .member("number", 42)
                .member("yes", true)
                .optional("none", "")
                .optional("empty", List.of())
                .optional("list", List.of("a", "b"))
                .array("objects")
                .object()
                .end()
                .object()
                .member("x", "y")
                .end()
                .end()
                .end();
        JsonNode read = new ObjectMapper().readTree(json.toBytes());
        assertEquals(
                "\"quoted\" \\ \n\t\r\u0000 Київ 東京 \uD83D\uDE00",
                read.get("text").asText());
        assertEquals(42, read.get("number").asInt());
        assertEquals(
                "{\"text\":" + read.get("text")
                        + ",\"number\":42,\"yes\":true,\"list\":[\"a\",\"b\"],\"objects\":[{},{\"x\":\"y\"}]}",
                read.toString());
    }

    @Test
    void aScriptElementCannotBeClosedFromInside() {
        String json = new JsonWriter()
                .array()
                .value("</script><!-- &amp; \u2028")
                .end()
                .toString();
        assertFalse(json.contains("<"), json);
        assertFalse(json.contains("\u2028"), json);
    }

    @Test
    void anyRandomTextIsReadBack() throws Exception {
        var random = new Random(20261124);
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                char c = (char) random.nextInt(0x10000);
                text.append(Character.isSurrogate(c) ? '?' : c);
            }
            byte[] json = new JsonWriter().array().value(text.toString()).end().toBytes();
            assertEquals(
                    text.toString(), new ObjectMapper().readTree(json).get(0).asText());
        }
    }

    @Test
    void halfASurrogatePairDoesNotSpoilTheFile() throws Exception {
        byte[] json = new JsonWriter().array().value("a\uD800b\uDC00c").end().toBytes();
        assertEquals("[\"a\\ud800b\\udc00c\"]", new String(json, java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void anObjectLeftOpenIsTold() {
        assertThrows(
                IllegalStateException.class, () -> new JsonWriter().object().toBytes());
    }
}
