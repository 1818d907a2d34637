package press.broadsheet.news;

import java.net.URI;

/**
 * Where the paper stands on the web, and how addresses are completed by it.
 *
 * @param url the absolute address of the root, with a closing slash: {@code https://example.org/} or
 *     {@code https://example.org/paper/}
 */
public record Root(URI url) {
    /** The path of the root, with slashes at both ends: {@code /} or {@code /paper/}. */
    public String basePath() {
        return url.getPath();
    }

    /**
     * An address that the newsroom wrote, as browsers need it. Whoever writes {@code /about/} means the paper's own root,
     * wherever that is put; anything else is left as it is, also another host's ({@code //other.example/}).
     */
    public String fromRoot(String written) {
        return written.startsWith("/") && !written.startsWith("//") ? basePath() + written.substring(1) : written;
    }

    /** An absolute address from one that begins with {@link #basePath()}. */
    public String absolute(String address) {
        return address.startsWith("/") ? origin() + address : address;
    }

    /** Scheme and host, without a closing slash. */
    private String origin() {
        String root = url.toString();
        return root.substring(0, root.length() - url.getRawPath().length());
    }
}
