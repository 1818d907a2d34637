package press.broadsheet.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import press.broadsheet.files.MediaTypes;
import press.broadsheet.files.OutputPath;
import press.broadsheet.text.Fingerprint;
import press.broadsheet.text.Percent;

/**
 * A folder as a static host shows it: files with their types, parts of files, {@code index.html} for a folder, {@code
 * 404.html} for what is not there, and nothing but regular files inside the folder. Pages pass through a dressing on
 * their way out; the files themselves are never touched. Thread-safe.
 */
final class Preview {
    private static final String INDEX = "index.html";
    private static final String MISSING = "404.html";
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Path folder;
    private final UnaryOperator<String> dressing;

    /**
     * What a browser asks for. A header that it does not send is empty.
     *
     * @param path decoded, beginning with {@code /}
     * @param query as sent, without its question mark; empty if none
     */
    record Question(
            String path, String query, String ifNoneMatch, String ifModifiedSince, String range, String ifRange) {
        static Question of(String path) {
            return new Question(path, "", "", "", "", "");
        }
    }

    /**
     * @param folder the published folder; need not exist yet
     * @param dressing what is done to each page before it is sent
     */
    Preview(Path folder, UnaryOperator<String> dressing) {
        this.folder = folder;
        this.dressing = dressing;
    }

    /** What a static host would answer. */
    Reply answer(Question question) throws IOException {
        String path = question.path();
        String name = nameOf(path);
        Optional<Path> file = find(name);
        if (file.isPresent()) {
            return MediaTypes.of(name).startsWith("text/html")
                    ? page(200, file.get(), question)
                    : file(file.get(), name, question);
        }
        if (!path.endsWith("/") && find(name + "/" + INDEX).isPresent()) {
            String to = Percent.encode(path + "/") + (question.query().isEmpty() ? "" : "?" + question.query());
            return Reply.empty(301, Map.of("Location", to, "Cache-Control", "no-store"));
        }
        return missing(path);
    }

    /** The page of an address, as it stands in the folder; empty if there is none. */
    Optional<String> page(String path) throws IOException {
        Optional<Path> file = find(nameOf(path));
        return file.isPresent() ? Optional.of(text(file.get())) : Optional.empty();
    }

    private static String nameOf(String path) {
        return path.substring(1) + (path.endsWith("/") ? INDEX : "");
    }

    /** A regular file inside the folder, without any link on the way, whose name has no part that begins with a dot. */
    Optional<Path> find(String name) throws IOException {
        if (!OutputPath.isSafe(name) || isHidden(name)) {
            return Optional.empty();
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        // A file system that does not know letter case finds more than the paper's host would.
        Path real = file.toRealPath();
        return real.equals(folder.toRealPath().resolve(name)) ? Optional.of(real) : Optional.empty();
    }

    /** Dot files are not served, but for the folder that RFC 8615 has made public. */
    private static boolean isHidden(String name) {
        return Arrays.stream(name.split("/", -1)).anyMatch(part -> part.startsWith(".") && !part.equals(".well-known"));
    }

    private static Reply file(Path file, String name, Question question) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        long size = attributes.size();
        Instant changed = attributes.lastModifiedTime().toInstant();
        String tag = "\"" + Long.toHexString(size) + "-" + Long.toHexString(changed.getEpochSecond()) + "-"
                + Integer.toHexString(changed.getNano()) + "\"";
        var headers = new LinkedHashMap<String, String>();
        headers.put("ETag", tag);
        headers.put("Last-Modified", HTTP_DATE.format(changed.atOffset(ZoneOffset.UTC)));
        // Browsers keep it, and ask each time whether it is still so.
        headers.put("Cache-Control", "no-cache");
        if (isKnown(question, tag, changed)) {
            return Reply.empty(304, headers);
        }
        headers.put("Content-Type", MediaTypes.of(name));
        headers.put("Accept-Ranges", "bytes");
        boolean partly = question.ifRange().isEmpty() || question.ifRange().equals(tag);
        Optional<Range> range = partly ? Range.of(question.range(), size) : Optional.empty();
        if (range.isEmpty()) {
            return new Reply(200, headers, size, () -> Files.newInputStream(file));
        }
        Range part = range.get();
        if (part.isEmpty()) {
            headers.put("Content-Range", "bytes */" + size);
            return Reply.empty(416, headers);
        }
        headers.put("Content-Range", "bytes " + part.from() + "-" + (part.from() + part.length() - 1) + "/" + size);
        return new Reply(206, headers, part.length(), () -> partOf(file, part));
    }

    private static boolean isKnown(Question question, String tag, Instant changed) {
        if (!question.ifNoneMatch().isEmpty()) {
            return isNamed(question.ifNoneMatch(), tag);
        }
        if (question.ifModifiedSince().isEmpty()) {
            return false;
        }
        try {
            Instant since = DateTimeFormatter.RFC_1123_DATE_TIME.parse(question.ifModifiedSince(), Instant::from);
            return !changed.truncatedTo(ChronoUnit.SECONDS).isAfter(since);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isNamed(String ifNoneMatch, String tag) {
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }

    private static InputStream partOf(Path file, Range part) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(part.from());
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** A page as it is sent differs from its file, so its tag is of what is sent. */
    private Reply page(int status, Path file, Question question) throws IOException {
        byte[] bytes = dressing.apply(text(file)).getBytes(StandardCharsets.UTF_8);
        String tag = "\"" + Fingerprint.of(bytes) + "\"";
        if (status == 200 && isNamed(question.ifNoneMatch(), tag)) {
            return Reply.empty(304, Map.of("ETag", tag, "Cache-Control", "no-cache"));
        }
        return Reply.bytes(status, MediaTypes.of(INDEX), bytes)
                .with("ETag", tag)
                .with("Cache-Control", "no-cache");
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** The page for what is not there, of the edition whose folder is nearest. */
    private Reply missing(String path) throws IOException {
        for (String above = path; above.contains("/"); ) {
            above = above.substring(0, above.lastIndexOf('/'));
            Optional<Path> page = find((above.isEmpty() ? "" : above.substring(1) + "/") + MISSING);
            if (page.isPresent()) {
                return page(404, page.get(), Question.of(path));
            }
        }
        String none = "<!doctype html><html lang=\"en\"><title>Not found</title>"
                + "<body><p>There is no such page in this paper.</p></body></html>\n";
        return Reply.text(404, MediaTypes.of(INDEX), dressing.apply(none));
    }
}
