package press.broadsheet.serve;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which names the preview answers to. A page of another site can make its own name lead to this machine (DNS
 * rebinding) and read what it gets; so names that are not ours are refused. Numbers cannot be made to lead elsewhere.
 *
 * @param given the name or number that the server was told to listen at
 */
record Hosts(String given) {

    /** Whether a request with this {@code Host} header is for us. */
    boolean accepts(@Nullable String header) {
        if (header == null) {
            return false;
        }
        String host = nameOf("http://" + header);
        return host != null
                && (host.equals("localhost")
                        || host.endsWith(".localhost")
                        || host.equals(given.toLowerCase(Locale.ROOT))
                        || isNumber(host));
    }

    /**
     * Whether a request that changes something comes from a page of ours. Browsers tell the origin of every form that is
     * sent; other programs may leave it out.
     */
    boolean acceptsOrigin(@Nullable String origin, String host) {
        return origin == null || origin.equals("http://" + host);
    }

    private static @Nullable String nameOf(String address) {
        try {
            URI uri = new URI(address);
            String host = uri.getHost();
            boolean plain = uri.getRawUserInfo() == null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null;
            return host == null || !plain ? null : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** An IPv4 address, or an IPv6 address in brackets; nothing is looked up. */
    private static boolean isNumber(String host) {
        return host.startsWith("[") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }
}
