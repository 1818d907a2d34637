package press.broadsheet.publish.s3;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import press.broadsheet.publish.TargetFailure;

/** What a person is told when the store says no. */
final class Refusals {
    private static final Set<String> WHO = Set.of(
            "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken", "TokenRefreshRequired");
    private static final Set<String> REGION =
            Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException");
    private static final Set<String> BUSY = Set.of("SlowDown", "RequestTimeout", "InternalError", "ServiceUnavailable");

    private Refusals() {}

    /** @return a {@link TargetFailure} if asking again is of no use */
    static IOException of(Answer answer, String key, Bucket place, String origin) {
        String code = answer.code();
        String low = (code + " " + answer.message()).toLowerCase(Locale.ROOT);
        if (answer.status() >= 500 && isFull(low, answer.status())) {
            return full(place);
        }
        if (BUSY.contains(code)
                || answer.status() == 429
                || answer.status() == 408
                || (answer.status() >= 500 && answer.status() != 501)) {
            return new IOException(place + " is busy: " + said(answer) + ".");
        }
        if (isFull(low, answer.status())) {
            return full(place);
        }
        if (WHO.contains(code)) {
            return new TargetFailure(
                    place + " does not accept the credentials: " + code + ".",
                    "They come from " + origin + ". Check that the key is for this store, whole and still valid.");
        }
        if (code.equals("NoSuchBucket")) {
            return new TargetFailure("There is no bucket " + place + ".", "Make it, or mend its name.", "bucket");
        }
        if (REGION.contains(code)) {
            String region = answer.header("x-amz-bucket-region");
            return new TargetFailure(
                    place + " is in another region: " + said(answer) + ".",
                    region.isEmpty() ? "Name it: region: ..." : "Name it: region: " + region,
                    "region");
        }
        if (code.equals("RequestTimeTooSkewed")) {
            return new TargetFailure(
                    place + " finds that this machine's clock is wrong.", "Set the clock, and deploy again.");
        }
        if (answer.status() == 405 || answer.status() == 501) {
            return new TargetFailure(
                    "Nothing can be written at " + place + ": it is read-only.", "Ask who keeps the bucket.");
        }
        if (answer.status() == 401 || answer.status() == 403) {
            return new TargetFailure(
                    place + " denies access to " + key + ".",
                    "Let the key that deploys get, put, delete and list objects there.");
        }
        return new TargetFailure(place + " refuses " + key + ": " + said(answer) + ".", "");
    }

    private static boolean isFull(String low, int status) {
        return status == 507 || low.contains("quota") || low.contains("storagefull") || low.contains("storage limit");
    }

    private static TargetFailure full(Bucket place) {
        return new TargetFailure("There is no space left at " + place + ".", "Make room there, and deploy again.");
    }

    private static String said(Answer answer) {
        String message = answer.message().replaceAll("[.\\s]+$", "");
        return (answer.status() + " " + answer.code() + (message.isEmpty() ? "" : ", " + message)).strip();
    }
}
