package press.broadsheet.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Article;
import press.broadsheet.news.Language;
import press.broadsheet.problem.Place;

/** One file to be published. Pure data, so that a plan can be printed, compared and tested. */
public sealed interface Output {
    /** Where it is published. */
    OutputPath path();

    /** What it comes from, for a person who must mend it. */
    Place place();

    /** @param template the template's name without ending, for example {@code article} */
    record Page(OutputPath path, Language language, Subject subject, String template, Place place) implements Output {

        // Compared for every page of the paper in rounds that make a few; what a record brings by itself is several
        // times slower.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Page that
                    && path.equals(that.path)
                    && template.equals(that.template)
                    && language.equals(that.language)
                    && subject.equals(that.subject)
                    && place.equals(that.place);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
    }

    record Feed(OutputPath path, Language language, Listing.Id listing, FeedFormat format, Place place)
            implements Output {}

    /** What open pages of a live report ask for: which entries it has by now. */
    record LiveFile(OutputPath path, Language language, Article.Id article, Place place) implements Output {
        /** Its name, in the article's folder. */
        public static final String NAME = "live.json";
    }

    record Sitemap(OutputPath path, SitemapPart part, Place place) implements Output {}

    /** robots.txt, llms.txt, the web manifest, security.txt, trust.txt, ads.txt. */
    record Notice(OutputPath path, NoticeKind kind, Language language, Place place) implements Output {}

    /** @param source below the site folder's {@code content/}, or a template's asset */
    record Asset(OutputPath path, AssetSource source, Place place) implements Output {}

    /**
     * A page that sends readers on to another address.
     *
     * @param to as browsers need it: with the path under which the paper is published, or another site's
     * @param lasting whether crawlers should forget the old address
     */
    record Redirect(OutputPath path, String to, boolean lasting, Place place) implements Output {}

    /**
     * A file that tells a host, or a program, how the paper is to be served.
     *
     * @param layout what stands where
     * @param code what pages hold that a content security policy must name; known only when they are made, so a plan has
     *     {@link InlineCode#NONE}
     */
    record HostFile(OutputPath path, HostFileKind kind, Layout layout, InlineCode code, Place place) implements Output {
        /** The same, once pages are made. */
        public HostFile with(InlineCode known) {
            return new HostFile(path, kind, layout, known, place);
        }
    }

    enum HostFileKind {
        /** {@code _headers}, for Netlify and Cloudflare Pages. */
        HEADERS,
        /** {@code _redirects}, for Netlify, Cloudflare Pages and GitLab Pages. */
        REDIRECTS,
        /** To be included in a {@code server} block of nginx. */
        NGINX,
        /** To be included in a {@code VirtualHost} of Apache. */
        APACHE,
        /** How each file is served, for a deployment that has to tell its host file by file. */
        SERVING,
        /** The public key under which search engines are told of changes (indexnow.org). */
        INDEX_NOW_KEY
    }

    enum FeedFormat {
        RSS("feed.xml", "application/rss+xml"),
        ATOM("atom.xml", "application/atom+xml"),
        JSON("feed.json", "application/feed+json");

        private final String fileName;
        private final String mediaType;

        FeedFormat(String fileName, String mediaType) {
            this.fileName = fileName;
            this.mediaType = mediaType;
        }

        public String fileName() {
            return fileName;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** A part of the sitemap. */
    sealed interface SitemapPart {
        /** Names all parts. */
        record Index(List<OutputPath> parts) implements SitemapPart {}

        /** The articles of one month, in all editions; the month as {@code 2026-11}, parts numbered from 1. */
        record Month(String month, int number) implements SitemapPart {}

        /** Fronts, lists and standing pages; parts numbered from 1. */
        record Pages(int number) implements SitemapPart {}

        /** The articles of the last two days; parts are numbered from 1. */
        record News(int number) implements SitemapPart {}
    }

    enum NoticeKind {
        ROBOTS,
        LLMS,
        MANIFEST,
        SECURITY,
        TRUST,
        ADS
    }

    /** Where an asset's bytes are. */
    sealed interface AssetSource {
        /** A picture; its path is below {@code content/}. */
        record Picture(String path) implements AssetSource {}

        /** A file of the theme; its name is below {@code templates/assets/}. */
        record Theme(String name) implements AssetSource {}
    }
}
