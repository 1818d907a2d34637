package press.broadsheet.make.sitemap;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Subject;
import press.broadsheet.files.OutputPath;
import press.broadsheet.make.Maker;
import press.broadsheet.news.Root;
import press.broadsheet.news.Site;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.JsonWriter;

/**
 * Makes what the paper tells machines about itself: robots.txt, llms.txt, the web manifest, and what it states in
 * security.txt, trust.txt and ads.txt. Stateless.
 */
public final class NoticeMaker implements Maker<Output.Notice> {
    /** What the theme may call its icon; the first that it has is shown. */
    private static final List<String> DRAWN = List.of("icons/icon.svg", "icons/favicon.svg");

    /** The sizes of its icon in pixels that home screens ask for, {@code icons/icon-192.png}. */
    private static final List<Integer> SIZES = List.of(192, 512);

    private static final List<String> SITEMAPS = List.of("sitemap.xml");
    private static final List<String> SITEMAPS_WITH_NEWS = List.of("sitemap.xml", "sitemap-news.xml");

    @Override
    public byte[] make(Output.Notice output, NewsDesk desk, Problems problems) {
        return switch (output.kind()) {
            case ROBOTS -> robots(desk).getBytes(StandardCharsets.UTF_8);
            case LLMS -> Guide.print(desk).getBytes(StandardCharsets.UTF_8);
            case MANIFEST -> manifest(desk);
            case SECURITY -> security(desk).getBytes(StandardCharsets.UTF_8);
            case TRUST -> lines(desk.statements().trust());
            case ADS -> lines(desk.statements().ads());
        };
    }

    /** RFC 9309: one group for all, one for those that are turned away, and where the sitemaps are. */
    private static String robots(NewsDesk desk) {
        Root root = desk.root();
        Site.Crawlers crawlers = desk.crawlers();
        var text = new StringBuilder("User-agent: *\n");
        if (crawlers.disallow().isEmpty()) {
            text.append("Allow: /\n");
        }
        for (String path : crawlers.disallow()) {
            text.append("Disallow: ").append(oneLine(root.fromRoot(path))).append('\n');
        }
        if (!crawlers.blockedAgents().isEmpty()) {
            text.append('\n');
            for (String agent : crawlers.blockedAgents()) {
                text.append("User-agent: ").append(oneLine(agent)).append('\n');
            }
            text.append("Disallow: /\n");
        }
        text.append('\n');
        // The index names the news sitemap, too; who only asks for news finds it here.
        for (String name : NewsPart.isFilled(desk) ? SITEMAPS_WITH_NEWS : SITEMAPS) {
            text.append("Sitemap: ")
                    .append(SitemapMaker.address(new OutputPath(name), root))
                    .append('\n');
        }
        return text.toString();
    }

    /** A setting must not be able to begin a line or a comment of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}#]+", " ").strip();
    }

    /** RFC 9116. It says where it belongs, so that a copy elsewhere is no statement of ours. */
    private static String security(NewsDesk desk) {
        Site.Security security = desk.statements().security();
        if (security == null) {
            return "";
        }
        var text = new StringBuilder();
        security.contacts().forEach(contact -> field(text, "Contact", contact));
        field(text, "Expires", DateTimeFormatter.ISO_INSTANT.format(security.expires()));
        field(text, "Encryption", security.encryption());
        field(text, "Acknowledgments", security.acknowledgments());
        field(
                text,
                "Preferred-Languages",
                desk.editions().stream()
                        .map(edition -> edition.language().tag())
                        .collect(Collectors.joining(", ")));
        field(text, "Canonical", SitemapMaker.address(new OutputPath(".well-known/security.txt"), desk.root()));
        field(text, "Policy", security.policy());
        return text.toString();
    }

    private static void field(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(name).append(": ").append(oneLine(value)).append('\n');
        }
    }

    private static byte[] lines(List<String> lines) {
        return lines.stream()
                .map(line -> oneLine(line) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] manifest(NewsDesk desk) {
        NewsDesk.Nameplate nameplate = desk.nameplate();
        String front = desk.address(new Subject.Front()).orElse(desk.root().basePath());
        var json = new JsonWriter();
        json.object();
        json.member("id", front);
        json.member("name", nameplate.name());
        json.member("short_name", nameplate.name());
        json.optional("description", nameplate.description());
        json.member("lang", desk.language().tag());
        json.member("dir", desk.language().direction());
        json.member("start_url", front);
        json.member("scope", front);
        json.member("display", "minimal-ui");
        json.optional("theme_color", desk.publisher().accent());
        icons(desk, json);
        return json.end().toBytes();
    }

    private static void icons(NewsDesk desk, JsonWriter json) {
        Optional<String> drawn =
                DRAWN.stream().flatMap(name -> desk.asset(name).stream()).findFirst();
        var sized = new TreeMap<Integer, String>();
        SIZES.forEach(size -> desk.asset("icons/icon-" + size + ".png").ifPresent(address -> sized.put(size, address)));
        if (drawn.isEmpty() && sized.isEmpty()) {
            return;
        }
        json.array("icons");
        drawn.ifPresent(address -> icon(address, "any", "image/svg+xml", json));
        sized.forEach((size, address) -> icon(address, size + "x" + size, "image/png", json));
        json.end();
    }

    private static void icon(String address, String sizes, String type, JsonWriter json) {
        json.object();
        json.member("src", address);
        json.member("sizes", sizes);
        json.member("type", type);
        json.end();
    }
}
