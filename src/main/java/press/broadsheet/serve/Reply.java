package press.broadsheet.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer to a browser.
 *
 * @param status as in RFC 9110
 * @param headers by name
 * @param length of the body in bytes
 * @param body opened only if it is sent
 */
record Reply(int status, Map<String, String> headers, long length, Body body) {

    /** Where the bytes come from. */
    @FunctionalInterface
    interface Body {
        InputStream open() throws IOException;
    }

    /** A text of ours, which no browser keeps. */
    static Reply text(int status, String mediaType, String text) {
        return bytes(status, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply bytes(int status, String mediaType, byte[] bytes) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", mediaType);
        headers.put("Cache-Control", "no-store");
        return new Reply(status, headers, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** Without a body. */
    static Reply empty(int status, Map<String, String> headers) {
        return new Reply(status, headers, 0, InputStream::nullInputStream);
    }

    /** The same answer with one more header. */
    Reply with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, length, body);
    }
}
