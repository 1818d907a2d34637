package press.broadsheet.publish.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * Signs requests and sends them. Signature version 4 is the signer library's; the sending is the JDK's. What is sent is signed
 * with its digest, so the store finds out if a byte was lost. Thread-safe.
 */
final class Requests implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** These the client writes itself. */
    private static final Set<String> NOT_OURS = Set.of("host", "content-length", "expect");

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Credentials credentials;
    private final String region;
    private final Bucket place;

    Requests(Credentials credentials, String region, Bucket place) {
        this.credentials = credentials;
        this.region = region;
        this.place = place;
    }

    /**
     * Sends one, and reads the whole answer.
     *
     * @param headers beside those that every request has
     * @throws IOException if the store cannot be reached
     */
    Answer send(String method, URI address, Map<String, String> headers, Content content) throws IOException {
        SdkHttpRequest signed = sign(method, address, headers, content).request();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(LONGEST).method(method, content.publisher());
        for (Map.Entry<String, List<String>> header : signed.headers().entrySet()) {
            if (!NOT_OURS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                header.getValue().forEach(value -> request.header(header.getKey(), value));
            }
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    name -> response.headers().firstValue(name).orElse(""),
                    response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while speaking with " + place);
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new IOException(
                    "The store " + place.endpoint().getAuthority() + " cannot be reached: " + why + ".", e);
        }
    }

    private SignedRequest sign(String method, URI address, Map<String, String> headers, Content content) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(address);
        headers.forEach(request::putHeader);
        return signer.sign(sign -> sign.identity(credentials.identity())
                .request(request.build())
                .payload(() -> content.bytes().get())
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true));
    }

    String credentialsOrigin() {
        return credentials.origin();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
