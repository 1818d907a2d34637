package press.broadsheet.publish.s3;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import press.broadsheet.publish.StoreSession;
import press.broadsheet.publish.Target;
import press.broadsheet.publish.TargetFailure;
import press.broadsheet.publish.TargetSettings;

/** A bucket of an object store that speaks S3: AWS, Cloudflare R2, MinIO and others. Each file is replaced at once. */
public final class S3Target implements Target {
    private static final int MOST_LANES = 64;
    private static final int LANES = 8;
    private static final Pattern BUCKET = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{1,62}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{2,40}");

    @Override
    public String kind() {
        return "s3";
    }

    @Override
    public Set<String> required() {
        return Set.of("bucket");
    }

    @Override
    public Set<String> optional() {
        return Set.of("region", "endpoint", "prefix", "lanes");
    }

    @Override
    public Session open(TargetSettings settings) throws IOException {
        String bucket = settings.value("bucket");
        String region = region(settings);
        if (!BUCKET.matcher(bucket).matches()) {
            throw new TargetFailure(
                    "\"" + bucket + "\" can be no bucket.", "Write its bare name: bucket: lantern-www", "bucket");
        }
        String prefix = settings.value("prefix").replaceAll("^/+|/+$", "");
        var place = new Bucket(endpoint(settings, region), bucket, prefix.isEmpty() ? "" : prefix + "/");
        var requests = new Requests(Credentials.find(settings.environment(), place.toString()), region, place);
        return new StoreSession(new ObjectStore(place, requests, settings.number("lanes", 1, MOST_LANES, LANES)));
    }

    private static String region(TargetSettings settings) throws TargetFailure {
        String usual = settings.environment()
                .getOrDefault("AWS_REGION", settings.environment().getOrDefault("AWS_DEFAULT_REGION", "us-east-1"));
        String region = settings.value("region", usual);
        if (!REGION.matcher(region).matches()) {
            throw new TargetFailure(
                    "\"" + region + "\" is no region.",
                    "Write it as the store names it: region: eu-central-1",
                    "region");
        }
        return region;
    }

    private static URI endpoint(TargetSettings settings, String region) throws TargetFailure {
        String text = settings.value("endpoint", "https://s3." + region + ".amazonaws.com");
        try {
            URI endpoint = URI.create(text.endsWith("/") ? text : text + "/");
            boolean web = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
            if (web && endpoint.getHost() != null && endpoint.getUserInfo() == null) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new TargetFailure(
                "The endpoint of the store is no address.",
                "Write it as the store gives it: endpoint: https://ACCOUNT.r2.cloudflarestorage.com",
                "endpoint");
    }
}
