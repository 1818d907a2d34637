package press.broadsheet.make.sitemap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Subject;
import press.broadsheet.files.OutputPath;
import press.broadsheet.make.Maker;
import press.broadsheet.news.Site;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.JsonWriter;

/** Makes what the paper tells machines about itself: robots.txt, llms.txt, the web manifest. Stateless. */
public final class NoticeMaker implements Maker<Output.Notice> {
    /** What the theme may call its icon; the first that it has is shown. */
    private static final List<String> ICONS = List.of("icons/icon.svg", "icons/favicon.svg");

    private static final List<String> SITEMAPS = List.of("sitemap.xml");
    private static final List<String> SITEMAPS_WITH_NEWS = List.of("sitemap.xml", "sitemap-news.xml");

    @Override
    public byte[] make(Output.Notice output, NewsDesk desk, Problems problems) {
        return switch (output.kind()) {
            case ROBOTS -> robots(desk).getBytes(StandardCharsets.UTF_8);
            case LLMS -> Guide.print(desk).getBytes(StandardCharsets.UTF_8);
            case MANIFEST -> manifest(desk);
        };
    }

    /** RFC 9309: one group for all, one for those that are turned away, and where the sitemaps are. */
    private static String robots(NewsDesk desk) {
        Site site = desk.site();
        var text = new StringBuilder("User-agent: *\n");
        if (site.crawlers().disallow().isEmpty()) {
            text.append("Allow: /\n");
        }
        for (String path : site.crawlers().disallow()) {
            text.append("Disallow: ").append(oneLine(site.fromRoot(path))).append('\n');
        }
        if (!site.crawlers().blockedAgents().isEmpty()) {
            text.append('\n');
            for (String agent : site.crawlers().blockedAgents()) {
                text.append("User-agent: ").append(oneLine(agent)).append('\n');
            }
            text.append("Disallow: /\n");
        }
        text.append('\n');
        // The index names the news sitemap, too; who only asks for news finds it here.
        for (String name : NewsPart.isFilled(desk) ? SITEMAPS_WITH_NEWS : SITEMAPS) {
            text.append("Sitemap: ")
                    .append(SitemapMaker.address(new OutputPath(name), site))
                    .append('\n');
        }
        return text.toString();
    }

    /** A setting must not be able to begin a line or a comment of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}#]+", " ").strip();
    }

    private static byte[] manifest(NewsDesk desk) {
        Site site = desk.site();
        String front = desk.address(new Subject.Front()).orElse(site.basePath());
        var json = new JsonWriter();
        json.object();
        json.member("id", front);
        json.member("name", desk.edition().name());
        json.member("short_name", desk.edition().name());
        json.optional("description", desk.edition().description());
        json.member("lang", desk.language().tag());
        json.member("dir", desk.language().direction());
        json.member("start_url", front);
        json.member("scope", front);
        json.member("display", "minimal-ui");
        json.optional("theme_color", site.organisation().accent());
        ICONS.stream().flatMap(name -> desk.asset(name).stream()).findFirst().ifPresent(address -> {
            json.array("icons").object();
            json.member("src", address);
            json.member("sizes", "any");
            json.member("type", "image/svg+xml");
            json.end().end();
        });
        return json.end().toBytes();
    }
}
