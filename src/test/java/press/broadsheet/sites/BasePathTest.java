package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;

/** A paper that is published under a path: no address in it leads past that path, or to nothing. */
class BasePathTest {
    private static final URI HOME = URI.create("https://host.example/paper/");
    private static final List<String> ADDRESSES =
            List.of("href", "src", "poster", "cite", "action", "data", "data-src", "data-url");

    @TempDir
    private Path folder = Path.of("");

    private final List<String> broken = new ArrayList<>();
    private int followed;

    @Test
    void everyAddressOfTheDemonstrationPaperLeadsSomewhere() throws IOException {
        BuildReport report = build(Path.of(""));
        assertTrue(report.committed(), report.problems().toString());
        crawl();
        assertEquals("", String.join("\n", broken));
        assertTrue(followed > 5000, "followed only " + followed);
    }

    @Test
    void everyKindOfTextMayNameAnAddressFromThePapersRoot() throws IOException {
        var site = new SiteBuilder(folder.resolve("site")).write("""
                -- content/site.yaml --
                name: The Moved Times
                url: https://elsewhere.example/
                sections: [{id: world, name: World, description: "A [world](/about/?in=section)"}]
                navigation: [{name: About, to: "/about/?in=navigation"}]
                footer: [{name: About, to: "/about/?in=footer"}]
                organisation: {policies: {ethicsPolicy: "/about/?in=policy"}}
                -- content/world/river.md --
                ---
                headline: The river rises
                standfirst: See [the rules](/about/?in=standfirst).
                published: 2026-11-24T08:00Z
                authors: [ada]
                story: flood
                keyPoints: ["[one](/about/?in=key-point)", two]
                method: "By [hand](/about/?in=method)."
                corrections: [{date: 2026-11-24T09:00Z, text: "See [more](/about/?in=correction)."}]
                updates: [{date: 2026-11-24T09:00Z, text: "See [more](/about/?in=update)."}]
                image: {src: a.svg, alt: A, credit: B, caption: "See [C](/about/?in=main-caption)."}
                ---
                A [link](/about/?in=body "with title"), [a picture ![A](a.svg){credit="B"}](/about/?in=picture-link),
                <a href="/about/?in=raw-html">raw</a>, [one][reference], and `<a href="/about/">`.

                ![A](a.svg "See [C](/about/?in=caption)."){credit="B"}

                | [a](/about/?in=table) |
                |---|
                | b |

                ::: embed {name="map" url="https://map.example/" title="Map"}
                Or see [this](/about/?in=embed).
                :::

                [reference]: /about/?in=reference
                -- content/world/a.svg --
                <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>
                -- content/people/ada.md --
                ---
                name: Ada
                summary: Of [us](/about/?in=person).
                ---
                Writes [here](/about/?in=biography).
                -- content/stories/flood.md --
                ---
                name: The flood
                summary: See [it](/about/?in=story).
                timeline: [{date: Today, text: "See [it](/about/?in=timeline)."}]
                ---
                See [it](/about/?in=story-text).
                -- content/pages/about.md --
                ---
                headline: About
                standfirst: Us [again](/about/?in=page-standfirst).
                ---
                See [it](/about/?in=page).
                """);
        BuildReport report = build(site.folder());
        assertEquals(List.of(), report.problems());
        crawl();
        assertEquals("", String.join("\n", broken));
        var places = new TreeSet<String>();
        for (Path file : files()) {
            Pattern.compile("/paper/about/\\?in(?:=|&#61;)([a-z-]+)")
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(found -> places.add(found.group(1)));
        }
        assertEquals(
                "[biography, body, caption, correction, embed, footer, key-point, main-caption, method, navigation, "
                        + "page, page-standfirst, person, picture-link, policy, raw-html, reference, section, "
                        + "standfirst, story, story-text, table, timeline, update]",
                places.toString());
        Document page = Jsoup.parse(Files.readString(output().resolve("world/2026/11/24/the-river-rises/index.html")));
        assertEquals("<a href=\"/about/\">", page.select("code").text(), "code is words, not a link");
    }

    private Path output() {
        return folder.resolve("public");
    }

    private BuildReport build(Path site) {
        return SiteBuilder.build(new BuildOptions(
                site.toAbsolutePath(),
                Path.of(System.getProperty("broadsheet.home", "")),
                output(),
                HOME,
                SiteBuilder.NOON,
                false,
                false,
                false,
                false,
                false,
                2));
    }

    private List<Path> files() throws IOException {
        try (var walk = Files.walk(output())) {
            return walk.filter(file -> file.toString().matches(".*\\.(html|xml|json|txt|webmanifest|css)"))
                    .sorted()
                    .toList();
        }
    }

    private void crawl() throws IOException {
        for (Path file : files()) {
            String name = output().relativize(file).toString().replace('\\', '/');
            String text = Files.readString(file);
            if (name.endsWith(".html")) {
                Document page = Jsoup.parse(text);
                URI here = HOME.resolve(name.replaceFirst("index\\.html$", "").replace(" ", "%20"));
                crawl(page, here, name);
            } else {
                // Markup in feeds, addresses in sitemaps and notices: whatever looks like one of the host's.
                Pattern.compile("https://host\\.example[^\\s\"'<>)\\\\&]*")
                        .matcher(text)
                        .results()
                        .forEach(found -> follow(URI.create(found.group()), name));
                Pattern.compile("(?:href|src)=(?:\\\\?\"|&quot;|')(/[^\\s\"'<>\\\\&]*)")
                        .matcher(text)
                        .results()
                        .filter(found -> !name.startsWith("llms"))
                        .forEach(found -> broken.add(name + ": not absolute: " + found.group()));
            }
        }
    }

    private void crawl(Document page, URI here, String name) {
        for (String attribute : ADDRESSES) {
            for (Element element : page.getElementsByAttribute(attribute)) {
                String written = element.attr(attribute);
                boolean address = !attribute.startsWith("data") || written.startsWith("/");
                if (address && !written.matches("(?s)(mailto|tel|data|javascript):.*")) {
                    follow(here.resolve(written.isEmpty() ? "#" : written), name);
                }
            }
        }
        for (Element element : page.getElementsByAttribute("srcset")) {
            for (String candidate : element.attr("srcset").split(",", -1)) {
                follow(here.resolve(candidate.strip().split("\\s+", 2)[0]), name);
            }
        }
        for (Element refresh : page.select("meta[http-equiv=refresh]")) {
            follow(here.resolve(refresh.attr("content").replaceFirst("^.*url=", "")), name);
        }
    }

    private void follow(URI address, String from) {
        if (!HOME.getHost().equals(address.getHost())) {
            return;
        }
        followed++;
        String path = address.getPath();
        if (path == null || !path.startsWith(HOME.getPath())) {
            broken.add(from + ": leads past the paper: " + address);
            return;
        }
        String file =
                URLDecoder.decode(path.substring(HOME.getPath().length()).replace("+", "%2B"), StandardCharsets.UTF_8);
        if (!Files.isRegularFile(output().resolve(file.isEmpty() || file.endsWith("/") ? file + "index.html" : file))) {
            broken.add(from + ": leads nowhere: " + address);
        }
    }
}
