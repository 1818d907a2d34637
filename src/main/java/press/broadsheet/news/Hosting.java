package press.broadsheet.news;

import java.util.List;
import java.util.Map;
import press.broadsheet.problem.Place;

/**
 * What the paper asks of the host that serves it, from {@code hosting:} and {@code budget:} in {@code site.yaml}. Apart
 * from {@link Site}, because no page shows anything of it.
 *
 * @param hosts for which rules are made
 * @param headers that the newsroom sets itself, by name as it is written; with an empty value, one that is not sent
 * @param allow what the content security policy allows beside the paper itself: sources by directive
 * @param cache how long browsers and caches may keep what they have
 * @param compress in which codings text files lie beside themselves
 * @param checksums whether {@code SHA256SUMS} is published
 * @param pings who is told of a deployment
 * @param budget what pages may weigh
 * @param policyInPages whether pages carry the content security policy themselves, for hosts that send no headers
 */
public record Hosting(
        List<Host> hosts,
        Map<String, String> headers,
        Map<String, List<String>> allow,
        Cache cache,
        List<Coding> compress,
        boolean checksums,
        Pings pings,
        Budget budget,
        boolean policyInPages) {

    /** What a paper has that says nothing. */
    public static final Hosting USUAL = new Hosting(
            List.of(Host.values()),
            Map.of(),
            Map.of(),
            new Cache(60, 86_400, 31_536_000),
            List.of(),
            false,
            new Pings("", "", ""),
            Budget.NONE,
            false);

    /** What hosts are asked for: what pages may weigh is told to the newsroom alone. */
    public Hosting withoutBudget() {
        return new Hosting(hosts, headers, allow, cache, compress, checksums, pings, Budget.NONE, policyInPages);
    }

    /** A host, or a server, that reads rules from a file. */
    public enum Host {
        NETLIFY,
        CLOUDFLARE,
        NGINX,
        APACHE
    }

    /** A way to compress what is sent (RFC 9110, 8.4.1); the name is that of HTTP. */
    public enum Coding {
        /** RFC 1952. */
        GZIP("gzip", ".gz"),
        /** RFC 7932. */
        BROTLI("br", ".br");

        private final String token;
        private final String ending;

        Coding(String token, String ending) {
            this.token = token;
            this.ending = ending;
        }

        /** As HTTP calls it. */
        public String token() {
            return token;
        }

        /** What the file is called after its own name. */
        public String ending() {
            return ending;
        }
    }

    /**
     * For how long, in seconds.
     *
     * @param pages pages, feeds, sitemaps: whatever keeps its address when it changes
     * @param pictures pictures keep their address, too, but rarely change
     * @param assets files of the theme, whose address says which bytes they are
     */
    public record Cache(int pages, int pictures, int assets) {}

    /**
     * Who is told after a deployment.
     *
     * @param webSub the hub to which readers of the feeds subscribe (W3C WebSub); empty if there is none
     * @param indexNow the key under which search engines are told (indexnow.org), published for all to see; empty if they
     *     are not
     * @param indexNowService where they are told; empty for the protocol's own service
     */
    public record Pings(String webSub, String indexNow, String indexNowService) {}

    /**
     * What the heaviest page of a kind may weigh, with all that it loads, as files and not as they travel.
     *
     * @param article bytes; 0 for as much as it likes
     * @param front bytes; 0 for as much as it likes
     * @param requests how many files a page of either kind may load, itself included; 0 for as many as it likes
     * @param place of each in the settings, by name; of none that is not set
     */
    public record Budget(long article, long front, int requests, Map<String, Place> place) {
        public static final Budget NONE = new Budget(0, 0, 0, Map.of());
    }
}
