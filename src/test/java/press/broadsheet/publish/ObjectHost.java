package press.broadsheet.publish;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A real S3 server on this machine, which checks signatures. */
public final class ObjectHost implements Closeable {
    public static final String KEY = "local-identity";
    public static final String SECRET = "a-secret-that-nobody-may-see";
    public static final String BUCKET = "lantern-www";

    /** What storing an object ends in; empty if all is well. */
    volatile String refusal = "";

    /** How many more objects of the site there is room for. */
    final AtomicInteger room = new AtomicInteger(Integer.MAX_VALUE);

    /** What was stored, as it was asked for. */
    final List<PutObjectRequest> stored = new CopyOnWriteArrayList<>();

    private final BlobStore store;
    private final S3Proxy server;

    public ObjectHost() throws Exception {
        var properties = new Properties();
        store = BlobStores.create("transient", properties);
        store.createContainer(BUCKET);
        server = S3Proxy.builder()
                .blobStore(new Watched(store))
                .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .ignoreUnknownHeaders(true)
                .stopTimeout(0)
                .build();
        server.start();
    }

    public int port() {
        return server.getPort();
    }

    private final class Watched extends ForwardingBlobStore {
        Watched(BlobStore store) {
            super(store);
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream in) {
            boolean full = !request.key().contains(".broadsheet/") && room.getAndDecrement() <= 0;
            if (full || !refusal.isEmpty()) {
                String[] parts = (full ? "507 InsufficientStorage" : refusal).split(" ", 2);
                throw S3Exception.builder()
                        .statusCode(Integer.parseInt(parts[0]))
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode(parts[1])
                                .errorMessage(parts[1])
                                .sdkHttpResponse(SdkHttpResponse.builder()
                                        .statusCode(Integer.parseInt(parts[0]))
                                        .build())
                                .build())
                        .build();
            }
            stored.add(request);
            return super.putBlob(request, in);
        }
    }

    /** All objects, with their texts. */
    public Map<String, String> objects() throws IOException {
        var files = new TreeMap<String, String>();
        for (var object : store.list(BUCKET).contents()) {
            try (var in = store.getBlob(
                    GetObjectRequest.builder().bucket(BUCKET).key(object.key()).build())) {
                files.put(object.key(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** What is told with an object. */
    HeadObjectResponse metadata(String key) {
        return store.blobMetadata(BUCKET, key);
    }

    /** What an object is, and how long it may be kept. */
    public String served(String key) {
        HeadObjectResponse told = metadata(key);
        return told.contentType() + " | " + told.cacheControl();
    }

    void put(String key, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        store.putBlob(
                PutObjectRequest.builder()
                        .bucket(BUCKET)
                        .key(key)
                        .contentLength((long) bytes.length)
                        .build(),
                new ByteArrayInputStream(bytes));
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
