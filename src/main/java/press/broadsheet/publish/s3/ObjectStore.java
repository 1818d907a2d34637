package press.broadsheet.publish.s3;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.broadsheet.publish.Serving;
import press.broadsheet.publish.SiteFile;
import press.broadsheet.publish.Store;
import press.broadsheet.text.Percent;

/** A bucket. An object is whole or not there; what it is served as stands in its metadata. */
final class ObjectStore implements Store {
    private static final String REDIRECT = "x-amz-website-redirect-location";

    /** Up to here in one request; what is larger in parts of half that size, of which each can be tried again. */
    static final long LARGE = 32L << 20;

    private static final long PART = LARGE / 2;

    private final Bucket bucket;
    private final Requests requests;
    private final int lanes;

    ObjectStore(Bucket bucket, Requests requests, int lanes) {
        this.bucket = bucket;
        this.requests = requests;
        this.lanes = lanes;
    }

    @Override
    public String place() {
        return bucket.toString();
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public boolean isToldByFile() {
        return true;
    }

    @Override
    public Optional<String> whenTakingBack() {
        return Optional.of(
                "an object store cannot say 410: a notice of withdrawal comes with 200, asks crawlers to forget the page and is"
                        + " kept by no cache; what has none is answered with 404.");
    }

    private Answer ask(String method, URI address, Map<String, String> headers, Content content) throws IOException {
        try {
            return requests.send(method, address, headers, content);
        } catch (UncheckedIOException e) {
            // The file that is being sent cannot be read.
            throw e.getCause();
        }
    }

    private IOException refused(Answer answer, String name) {
        return Refusals.of(answer, bucket.key(name), bucket, requests.credentialsOrigin());
    }

    private Answer good(Answer answer, String name) throws IOException {
        if (!answer.isGood()) {
            throw refused(answer, name);
        }
        return answer;
    }

    private static boolean isMissing(Answer answer) {
        return answer.status() == 404 && !answer.code().equals("NoSuchBucket");
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        Answer answer = ask("GET", bucket.address(name), Map.of(), Content.NONE);
        if (isMissing(answer)) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw refused(answer, name);
        }
        return Optional.of(answer.body());
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
        good(ask("PUT", bucket.address(name), ours(), Content.of(bytes)), name);
    }

    /** For what is not meant for readers. */
    private static Map<String, String> ours() {
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/octet-stream");
        headers.put("Cache-Control", "no-store");
        return headers;
    }

    @Override
    public boolean create(String name, byte[] bytes) throws IOException {
        // Not every store knows conditions; one that takes no notice of them must not give the lock twice.
        if (read(name).isPresent()) {
            return false;
        }
        Map<String, String> headers = ours();
        headers.put("If-None-Match", "*");
        Answer answer = ask("PUT", bucket.address(name), headers, Content.of(bytes));
        if (answer.status() == 412 || answer.status() == 409) {
            return false;
        }
        if (answer.status() == 501) {
            write(name, bytes);
            return true;
        }
        good(answer, name);
        return true;
    }

    @Override
    public void send(SiteFile file, Path from) throws IOException {
        var headers = new HashMap<String, String>(file.headers());
        String to = headers.remove(Serving.LEADS);
        if (to != null) {
            headers.put(REDIRECT, to);
        }
        String name = file.path().path();
        if (file.size() > LARGE) {
            sendInParts(name, file.size(), from, headers);
        } else {
            good(ask("PUT", bucket.address(name), headers, Content.of(from, 0, file.size())), name);
        }
    }

    private void sendInParts(String name, long size, Path from, Map<String, String> headers) throws IOException {
        URI object = bucket.address(name);
        Answer begun = good(ask("POST", URI.create(object + "?uploads="), headers, Content.NONE), name);
        String upload = "uploadId=" + Percent.encode(begun.first("UploadId")).replace("/", "%2F");
        try {
            var parts = new StringBuilder("<CompleteMultipartUpload>");
            for (int number = 1; (number - 1) * PART < size; number++) {
                long at = (number - 1) * PART;
                URI part = URI.create(object + "?partNumber=" + number + "&" + upload);
                Answer sent = good(ask("PUT", part, Map.of(), Content.of(from, at, Math.min(PART, size - at))), name);
                parts.append("<Part><PartNumber>")
                        .append(number)
                        .append("</PartNumber><ETag>")
                        .append(sent.header("ETag"))
                        .append("</ETag></Part>");
            }
            byte[] list = parts.append("</CompleteMultipartUpload>").toString().getBytes(StandardCharsets.UTF_8);
            good(ask("POST", URI.create(object + "?" + upload), Map.of(), Content.of(list)), name);
        } catch (IOException e) {
            abandon(URI.create(object + "?" + upload), e);
            throw e;
        }
    }

    /** Parts that are never put together would be paid for. */
    private void abandon(URI upload, IOException why) {
        try {
            ask("DELETE", upload, Map.of(), Content.NONE);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public void copy(String from, String to) throws IOException {
        copy(from, to, "");
    }

    @Override
    public void restore(SiteFile file, String from) throws IOException {
        copy(from, file.path().path(), file.headers().getOrDefault(Serving.LEADS, ""));
    }

    /** A copy has all metadata of the object but where it leads. */
    private void copy(String from, String to, String leads) throws IOException {
        var headers = new HashMap<String, String>();
        headers.put("x-amz-copy-source", bucket.source(from));
        if (!leads.isEmpty()) {
            headers.put(REDIRECT, leads);
        }
        Answer answer = ask("PUT", bucket.address(to), headers, Content.NONE);
        if (isMissing(answer)) {
            throw new FileNotFoundException("There is no " + bucket.key(from) + " at " + place() + ".");
        }
        good(answer, to);
    }

    @Override
    public void remove(String name) throws IOException {
        Answer answer = ask("DELETE", bucket.address(name), Map.of(), Content.NONE);
        if (!isMissing(answer)) {
            good(answer, name);
        }
    }

    @Override
    public Set<String> names(String folder) throws IOException {
        var names = new HashSet<String>();
        String prefix = bucket.key(folder + "/");
        String next = "";
        do {
            URI list = URI.create(bucket.address() + "?list-type=2&prefix="
                    + Percent.encode(prefix).replace("/", "%2F") + next);
            Answer answer = good(ask("GET", list, Map.of(), Content.NONE), folder);
            for (String key : answer.texts("Key")) {
                names.add(key.substring(Math.min(prefix.length(), key.length())));
            }
            String token = answer.first("NextContinuationToken");
            next = token.isEmpty()
                    ? ""
                    : "&continuation-token=" + Percent.encode(token).replace("/", "%2F");
        } while (!next.isEmpty());
        return names;
    }

    @Override
    public void close() {
        requests.close();
    }
}
