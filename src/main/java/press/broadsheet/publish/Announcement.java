package press.broadsheet.publish;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import press.broadsheet.files.OutputPath;
import press.broadsheet.text.JsonWriter;
import press.broadsheet.text.Percent;

/**
 * Tells others that the paper has changed, once readers can see it: the hub to which readers of its feeds have subscribed
 * (W3C WebSub, 7; in the form of PubSubHubbub 0.4, which hubs understand), and search engines (indexnow.org). Never part of
 * a build. No password is needed for either.
 *
 * @param root the paper's address, with a closing slash
 * @param hub empty if there is none
 * @param key for search engines; empty if they are not told
 * @param service where search engines are told; empty for the protocol's own
 */
public record Announcement(URI root, String hub, String key, String service) {
    private static final URI INDEX_NOW = URI.create("https://api.indexnow.org/indexnow");
    private static final Set<String> FEEDS = Set.of("feed.xml", "atom.xml", "feed.json");
    private static final int MOST_FEEDS = 100;
    private static final int MOST_PAGES = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Whether anybody is to be told. */
    public boolean isWanted() {
        return !hub.isEmpty() || !key.isEmpty();
    }

    /**
     * Tells everybody.
     *
     * @param done what the deployment has changed
     * @return who could not be told, and why; the deployment is complete all the same
     */
    public List<String> make(Difference done) {
        var failures = new ArrayList<String>();
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        List<OutputPath> changed = Stream.concat(done.toSend().stream().map(SiteFile::path), done.gone().stream())
                .sorted()
                .toList();
        if (!hub.isEmpty()) {
            List<String> feeds = changed.stream()
                    .filter(path ->
                            FEEDS.contains(path.path().substring(path.path().lastIndexOf('/') + 1)))
                    .map(this::address)
                    .toList();
            for (int from = 0; from < feeds.size(); from += MOST_FEEDS) {
                String form = form(feeds.subList(from, Math.min(feeds.size(), from + MOST_FEEDS)));
                send(client, URI.create(hub), "application/x-www-form-urlencoded", form)
                        .ifPresent(failures::add);
            }
        }
        List<String> pages = changed.stream()
                .filter(Stage::isPage)
                .map(this::address)
                .limit(MOST_PAGES)
                .toList();
        if (!key.isEmpty() && !pages.isEmpty()) {
            URI to = service.isEmpty() ? INDEX_NOW : URI.create(service);
            send(client, to, "application/json; charset=utf-8", json(pages)).ifPresent(failures::add);
        }
        return List.copyOf(failures);
    }

    private String address(OutputPath path) {
        return root.resolve(Percent.encode(Guard.address(path).substring(1))).toString();
    }

    private static String form(List<String> feeds) {
        var form = new StringBuilder("hub.mode=publish");
        feeds.forEach(feed -> form.append("&hub.url=").append(URLEncoder.encode(feed, StandardCharsets.UTF_8)));
        return form.toString();
    }

    private String json(List<String> pages) {
        var json = new JsonWriter();
        json.object();
        json.member("host", root.getAuthority());
        json.member("key", key);
        json.member("keyLocation", root.resolve(key + ".txt").toString());
        json.array("urlList");
        pages.forEach(json::value);
        return new String(json.end().end().toBytes(), StandardCharsets.UTF_8);
    }

    private static Optional<String> send(HttpClient client, URI to, String type, String body) {
        var request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of(to + " answered " + status);
        } catch (IOException e) {
            return Optional.of(to + " cannot be reached (" + e.getClass().getSimpleName()
                    + (e.getMessage() == null ? "" : ": " + e.getMessage()) + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(to + " was not told: interrupted");
        }
    }
}
