package press.broadsheet.sites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Follows every address in a published folder as browsers, feed readers and search engines would, and tells those that
 * lead nowhere: no such file, no such anchor, or beside the paper although on its host. Other hosts are not asked.
 */
public final class Crawler {
    /** How a fault ends that tells of an address on the paper's host, but not below its front. */
    public static final String BESIDE = " leads beside the paper";

    private static final Pattern CSS_ADDRESS = Pattern.compile("url\\(\\s*[\"']?([^)\"']+)[\"']?\\s*\\)");
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("https?://[^\\s<>\"')\\]]+");
    /** An address in a {@code srcset}; ours hold no comma. */
    private static final Pattern CANDIDATE = Pattern.compile("(?:^|,)\\s*([^\\s,]+)");
    /** What JSON-LD and JSON feeds call an address; {@code @id} only names a thing. */
    private static final Set<String> JSON_ADDRESSES = Set.of(
            "url", "contentUrl", "item", "logo", "home_page_url", "feed_url", "image", "icon", "src", "start_url");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final URI base;
    private final Map<String, Document> pages = new TreeMap<>();
    private final Map<String, Set<String>> anchors = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private int followed;

    private Crawler(Path root, URI base) {
        this.root = root;
        this.base = base;
    }

    /**
     * An address that leads nowhere.
     *
     * @param file where it stands
     * @param target the file that it means; empty if it means none
     * @param why what is wrong, after the address
     */
    public record Fault(String file, String address, String target, String why) {
        @Override
        public String toString() {
            return file + ": " + address + why;
        }
    }

    /**
     * What a crawl found.
     *
     * @param pages HTML pages read
     * @param followed addresses of this paper that were followed
     */
    public record Result(int pages, int followed, List<Fault> faults) {}

    /** Reads all files of a published folder whose front stands at {@code base}, which ends with a slash. */
    public static Result crawl(Path root, URI base) {
        var crawler = new Crawler(root, base);
        List<String> files = List.copyOf(SiteBuilder.tree(root).keySet());
        files.stream().filter(file -> file.endsWith(".html")).forEach(crawler::readPage);
        files.forEach(crawler::follow);
        return new Result(crawler.pages.size(), crawler.followed, List.copyOf(crawler.faults));
    }

    private void readPage(String file) {
        Document page = Jsoup.parse(text(file));
        pages.put(file, page);
        var ids = new HashSet<String>();
        for (Element element : page.select("[id]")) {
            if (!ids.add(element.id())) {
                faults.add(new Fault(file, "#" + element.id(), file, " stands on the page twice"));
            }
        }
        page.select("a[name]").forEach(element -> ids.add(element.attr("name")));
        anchors.put(file, ids);
    }

    private void follow(String file) {
        Consumer<String> follow = address -> follow(file, address);
        String ending = file.substring(file.lastIndexOf('.') + 1);
        switch (ending) {
            case "html" -> followHtml(Objects.requireNonNull(pages.get(file)), follow);
            case "css" -> matches(CSS_ADDRESS, text(file), follow);
            case "json", "webmanifest" -> followJson(json(text(file)), follow);
            case "xml" -> followXml(Jsoup.parse(text(file), "", Parser.xmlParser()), follow);
            case "txt" -> {
                if (!file.startsWith("assets/")) {
                    matches(PLAIN_ADDRESS, text(file), follow);
                }
            }
            default -> {}
        }
    }

    private static void followHtml(Document page, Consumer<String> follow) {
        for (String attribute : List.of("href", "src", "poster", "action", "data", "cite")) {
            page.select("[" + attribute + "]").eachAttr(attribute).forEach(follow);
        }
        for (String set : page.select("[srcset]").eachAttr("srcset")) {
            matches(CANDIDATE, set, follow);
        }
        page.select("meta[property~=^og:(url|image)$], meta[name=twitter:image], meta[property=article:author]")
                .eachAttr("content")
                .forEach(content -> {
                    if (content.startsWith("https://") || content.startsWith("http://")) {
                        follow.accept(content);
                    }
                });
        page.select("meta[http-equiv=refresh]")
                .eachAttr("content")
                .forEach(content -> follow.accept(content.replaceFirst("(?i)^[0-9.]+;\\s*url=", "")));
        page.select("style").forEach(style -> matches(CSS_ADDRESS, style.data(), follow));
        page.select("[style]").forEach(element -> matches(CSS_ADDRESS, element.attr("style"), follow));
        page.select("script[type=application/ld+json]").forEach(script -> followJson(json(script.data()), follow));
    }

    /** Feeds and sitemaps; the HTML that feeds carry is followed, too. */
    private static void followXml(Document xml, Consumer<String> follow) {
        for (Element element : xml.getAllElements()) {
            switch (element.tagName()) {
                case "loc", "image:loc", "comments", "uri", "logo" -> follow.accept(element.text());
                case "link", "atom:link", "xhtml:link" ->
                    follow.accept(element.hasAttr("href") ? element.attr("href") : element.text());
                case "media:content", "enclosure" -> follow.accept(element.attr("url"));
                case "content:encoded", "description", "content" -> followFeedText(element.wholeText(), follow);
                default -> {}
            }
        }
    }

    private static void followFeedText(String html, Consumer<String> follow) {
        Document text = Jsoup.parseBodyFragment(html);
        text.select("[href]").eachAttr("href").forEach(follow);
        text.select("[src]").eachAttr("src").forEach(follow);
    }

    private static void followJson(JsonNode node, Consumer<String> follow) {
        node.properties().forEach(member -> {
            if (member.getValue().isTextual()) {
                if (JSON_ADDRESSES.contains(member.getKey())) {
                    follow.accept(member.getValue().asText());
                } else if (member.getKey().equals("content_html")) {
                    followFeedText(member.getValue().asText(), follow);
                }
            }
        });
        node.forEach(child -> followJson(child, follow));
    }

    private void follow(String file, String address) {
        URI target;
        try {
            target = base.resolve(addressOf(file)).resolve(address.strip());
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(file, address, "", " is no address"));
            return;
        }
        if (target.isOpaque() || !base.getAuthority().equals(target.getRawAuthority())) {
            return;
        }
        followed++;
        String path = target.getRawPath();
        if (!path.startsWith(base.getPath())) {
            faults.add(new Fault(file, address, "", BESIDE));
            return;
        }
        String found = decode(path.substring(base.getPath().length()));
        if (found.isEmpty() || found.endsWith("/")) {
            found += "index.html";
        }
        if (!Files.isRegularFile(root.resolve(found))) {
            faults.add(new Fault(file, address, found, " leads to no file"));
            return;
        }
        String fragment = target.getRawFragment();
        if (fragment != null && !fragment.isEmpty() && anchors.containsKey(found)) {
            if (!anchors.get(found).contains(decode(fragment))) {
                faults.add(new Fault(file, address, found, " leads to no anchor"));
            }
        }
    }

    /** Where a file is asked for, below the front. */
    private static String addressOf(String file) {
        String folder = file.endsWith("index.html") ? file.substring(0, file.length() - "index.html".length()) : file;
        return "./" + encode(folder);
    }

    private static String encode(String path) {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static String decode(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void matches(Pattern pattern, String text, Consumer<String> follow) {
        pattern.matcher(text)
                .results()
                .map(match -> match.group(match.groupCount()))
                .forEach(follow);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
