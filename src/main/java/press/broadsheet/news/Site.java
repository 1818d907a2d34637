package press.broadsheet.news;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;

/**
 * The paper's settings, from {@code content/site.yaml}. A value: whoever needs it is given it. Who reads texts gets no more
 * than its {@link Stylebook}, who makes pages no more than the parts that a page asks for.
 *
 * @param url the absolute address of the root, with a closing slash: {@code https://example.org/} or
 *     {@code https://example.org/paper/}
 * @param zone the zone in which dates without one are meant, and in which addresses name days
 * @param editions one for each language; the first is the default and stands at the root
 * @param params the newsroom's own settings, for templates
 * @param history whether articles that were corrected or updated show their earlier versions
 * @param statements what the paper says at addresses that machines know
 * @param organisationPlaces where the organisation's logo and the addresses of its policies are written: by the policy's name, and
 *     {@code logo}
 */
public record Site(
        URI url,
        ZoneId zone,
        List<EditionSettings> editions,
        Organisation organisation,
        Lists lists,
        Text text,
        Crawlers crawlers,
        Map<String, Object> params,
        boolean history,
        Statements statements,
        Map<String, Place> organisationPlaces) {

    /** One that shows no earlier versions and makes no statements. */
    public Site(
            URI url,
            ZoneId zone,
            List<EditionSettings> editions,
            Organisation organisation,
            Lists lists,
            Text text,
            Crawlers crawlers,
            Map<String, Object> params) {
        this(url, zone, editions, organisation, lists, text, crawlers, params, false, Statements.NONE, Map.of());
    }

    /**
     * One language's own settings.
     *
     * @param folder the first part of its addresses and its folder in {@code content/}; empty for the default edition
     * @param name the paper's name in this language
     * @param motto empty if none
     * @param description one sentence for search engines and feeds
     * @param sections in the order of the navigation
     * @param navigation further links at the top; {@code footer} at the foot
     * @param copyright the notice at the foot; empty where the organisation's is used
     */
    public record EditionSettings(
            Language language,
            String folder,
            String name,
            String motto,
            String description,
            List<Section> sections,
            List<NamedLink> navigation,
            List<NamedLink> footer,
            String copyright) {}

    /**
     * A link that the newsroom chose for every page.
     *
     * @param target an absolute address, or a root-relative one of this paper's
     * @param place where the address is written
     */
    public record NamedLink(String name, String target, Place place) {}

    /**
     * Who publishes.
     *
     * @param publicationName the name registered with Google News, without brackets
     * @param logo below {@code content/}; empty if none
     * @param sameAs absolute addresses of the same organisation elsewhere
     * @param policies schema.org property (such as {@code correctionsPolicy}) to address, absolute or root-relative
     * @param reporting whether news is marked as reportage: the paper declares reporting standards
     * @param social the account named in cards, with {@code @}; empty if none
     * @param copyright the notice at the foot of editions that have none of their own; empty if none
     * @param accent the paper's colour, a CSS hexadecimal colour; empty for the theme's own
     */
    public record Organisation(
            String name,
            String publicationName,
            String logo,
            String email,
            List<String> sameAs,
            Map<String, String> policies,
            boolean reporting,
            String social,
            String copyright,
            String accent) {

        /** What schema.org knows of a NewsMediaOrganization's policies; others would not be understood. */
        public static final List<String> POLICIES = List.of(
                "publishingPrinciples",
                "correctionsPolicy",
                "verificationFactCheckingPolicy",
                "unnamedSourcesPolicy",
                "actionableFeedbackPolicy",
                "missionCoveragePrioritiesPolicy",
                "noBylinesPolicy",
                "masthead",
                "ownershipFundingInfo",
                "diversityStaffingReport",
                "ethicsPolicy",
                "diversityPolicy");
    }

    /**
     * How long things are.
     *
     * @param pageSize articles on a list page
     * @param feedSize entries in a feed
     * @param feedFormats of {@code rss}, {@code atom}, {@code json}
     * @param listFeeds lists that have feeds, too, of {@link #WITH_FEEDS}
     * @param fullText whether feeds carry whole articles
     * @param leaveOut lists that the paper does without, of {@code latest}, {@code archive} and {@code corrections}
     */
    public record Lists(
            int pageSize,
            int feedSize,
            List<String> feedFormats,
            List<String> listFeeds,
            boolean fullText,
            List<String> leaveOut) {
        /** Lists that go on: those of a year, a month or a day come to an end. */
        public static final List<String> WITH_FEEDS = List.of(
                "sections",
                "tags",
                "contributors",
                "stories",
                "corrections",
                "people",
                "organisations",
                "places",
                "events");

        /** @param listFeeds whether all lists that can have feeds have them */
        public Lists(
                int pageSize,
                int feedSize,
                List<String> feedFormats,
                boolean listFeeds,
                boolean fullText,
                List<String> leaveOut) {
            this(pageSize, feedSize, feedFormats, listFeeds ? WITH_FEEDS : List.of(), fullText, leaveOut);
        }

        public boolean hasLatest() {
            return !leaveOut.contains("latest");
        }

        /** Pages by year, month and day. */
        public boolean hasArchive() {
            return !leaveOut.contains("archive");
        }

        public boolean hasCorrections() {
            return !leaveOut.contains("corrections");
        }
    }

    /**
     * How texts are treated.
     *
     * @param html what happens to raw HTML in bodies
     * @param smartTypography whether straight quotation marks and hyphens become typographic ones
     * @param creditRequired whether a picture without a credit is told
     * @param citiesAlone cities that datelines name without their country, each as {@code City, Country}
     */
    public record Text(Html html, boolean smartTypography, boolean creditRequired, List<String> citiesAlone) {
        /** With the country after every city. */
        public Text(Html html, boolean smartTypography, boolean creditRequired) {
            this(html, smartTypography, creditRequired, List.of());
        }

        public enum Html {
            OFF,
            ALLOW_LIST,
            TRUSTED
        }
    }

    /**
     * What machines may do.
     *
     * @param disallow paths that robots.txt forbids to all
     * @param blockedAgents crawlers that robots.txt turns away
     * @param llmsTxt whether {@code llms.txt} is made
     */
    public record Crawlers(List<String> disallow, List<String> blockedAgents, boolean llmsTxt) {}

    /**
     * What the paper says of itself in files with agreed names: {@code security.txt} (RFC 9116), {@code trust.txt}
     * (JournalList) and {@code ads.txt} (IAB Tech Lab). Those of which nothing is said are not published.
     *
     * @param security null if the paper has no {@code security.txt}
     * @param trust lines of {@code trust.txt}, each {@code name=value}
     * @param ads lines of {@code ads.txt}
     */
    public record Statements(@Nullable Security security, List<String> trust, List<String> ads) {
        public static final Statements NONE = new Statements(null, List.of(), List.of());

        /** The same, wherever in its file it stands. */
        public Statements anywhere() {
            return security == null ? this : new Statements(security.anywhere(), trust, ads);
        }
    }

    /**
     * How to report a hole in the paper's site.
     *
     * @param contacts at least one, each an address of mail ({@code mailto:}), telephone or the web
     * @param expires from then on nobody should believe the file
     * @param policy an absolute address; empty if none. Likewise {@code encryption} and {@code acknowledgments}
     */
    public record Security(
            List<String> contacts,
            Instant expires,
            String policy,
            String encryption,
            String acknowledgments,
            Place place) {
        private Security anywhere() {
            return new Security(contacts, expires, policy, encryption, acknowledgments, Place.in(place.file()));
        }
    }

    /** The same paper at another address. */
    public Site at(URI newUrl) {
        return new Site(
                newUrl,
                zone,
                editions,
                organisation,
                lists,
                text,
                crawlers,
                params,
                history,
                statements,
                organisationPlaces);
    }

    /** The edition at the root. */
    public EditionSettings defaultEdition() {
        return editions.getFirst();
    }

    public Root root() {
        return new Root(url);
    }

    /** As {@link Root#basePath()}. */
    public String basePath() {
        return root().basePath();
    }

    /** As {@link Root#fromRoot}. */
    public String fromRoot(String written) {
        return root().fromRoot(written);
    }
}
