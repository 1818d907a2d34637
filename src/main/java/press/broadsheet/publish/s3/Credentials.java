package press.broadsheet.publish.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import press.broadsheet.publish.TargetFailure;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Who we are to the store: from {@code AWS_ACCESS_KEY_ID} and its companions, or from the file that other tools share, {@code
 * ~/.aws/credentials}.
 *
 * @param origin where they come from, for a person
 */
record Credentials(AwsCredentialsIdentity identity, String origin) {
    private static final String KEY = "aws_access_key_id";
    private static final String SECRET = "aws_secret_access_key";
    private static final String SESSION = "aws_session_token";

    /** @throws TargetFailure if there are none */
    static Credentials find(Map<String, String> environment, String place) throws TargetFailure {
        var values = new HashMap<String, String>();
        for (String name : List.of(KEY, SECRET, SESSION)) {
            values.put(name, environment.getOrDefault(name.toUpperCase(java.util.Locale.ROOT), ""));
        }
        if (isComplete(values)) {
            return of(values, "the environment");
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        Path file = Path.of(environment.getOrDefault("AWS_SHARED_CREDENTIALS_FILE", home + "/.aws/credentials"));
        String profile = environment.getOrDefault("AWS_PROFILE", "default");
        Map<String, String> shared = profile(file, profile);
        if (isComplete(shared)) {
            return of(shared, "the profile " + profile + " of " + file);
        }
        throw new TargetFailure(
                "There are no credentials for " + place + ".",
                "Give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to the command, or let " + file + " have the profile "
                        + profile + ".");
    }

    private static boolean isComplete(Map<String, String> values) {
        return !values.getOrDefault(KEY, "").isEmpty()
                && !values.getOrDefault(SECRET, "").isEmpty();
    }

    private static Credentials of(Map<String, String> values, String origin) {
        String session = values.getOrDefault(SESSION, "");
        String key = values.getOrDefault(KEY, "");
        String secret = values.getOrDefault(SECRET, "");
        return new Credentials(
                session.isEmpty()
                        ? AwsCredentialsIdentity.create(key, secret)
                        : AwsSessionCredentialsIdentity.create(key, secret, session),
                origin);
    }

    /** The lines of a profile; none if there is no such file or profile. */
    private static Map<String, String> profile(Path file, String profile) {
        var values = new HashMap<String, String>();
        boolean ours = false;
        try {
            for (String line : Files.isReadable(file) ? Files.readAllLines(file) : List.<String>of()) {
                String text = line.strip();
                int is = text.indexOf('=');
                if (text.startsWith("[")) {
                    ours = text.equals("[" + profile + "]");
                } else if (ours && is > 0) {
                    values.put(
                            text.substring(0, is).strip(),
                            text.substring(is + 1).strip());
                }
            }
        } catch (IOException unreadable) {
            return Map.of();
        }
        return values;
    }

    /** Without a secret. */
    @Override
    public String toString() {
        return "credentials from " + origin;
    }
}
