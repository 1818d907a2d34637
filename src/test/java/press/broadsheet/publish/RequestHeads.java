package press.broadsheet.publish;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heads of the requests that go over one connection of HTTP/1.1, whose bodies say how long they are. */
final class RequestHeads {
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)");
    private static final String END = "\r\n\r\n";

    private final Collection<String> heads;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long bodyLeft;

    /** @param heads is given each, once it is whole */
    RequestHeads(Collection<String> heads) {
        this.heads = heads;
    }

    void take(byte[] bytes, int length) {
        for (int at = 0; at < length; ) {
            if (bodyLeft > 0) {
                int skipped = (int) Math.min(bodyLeft, length - at);
                bodyLeft -= skipped;
                at += skipped;
                continue;
            }
            head.write(bytes[at++]);
            boolean ends = bytes[at - 1] == '\n'
                    && head.toString(StandardCharsets.ISO_8859_1).endsWith(END);
            if (ends) {
                String whole = head.toString(StandardCharsets.ISO_8859_1);
                heads.add(whole);
                head.reset();
                Matcher said = LENGTH.matcher(whole);
                bodyLeft = said.find() ? Long.parseLong(said.group(1)) : 0;
            }
        }
    }
}
