package press.broadsheet.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Notes what a page links to, which anchors and headings it has, and which languages it names. For one page. */
final class PageReading implements HtmlTags.Listener {
    private final Set<String> links = new LinkedHashSet<>();
    private final Set<String> anchors = new LinkedHashSet<>();
    private final List<PublishedPage.Heading> headings = new ArrayList<>();
    private final Map<String, String> alternates = new LinkedHashMap<>();
    private final StringBuilder heading = new StringBuilder();
    private boolean indexed = true;
    private int level;

    @Override
    public void opened(String element, Map<String, String> attributes) {
        note(anchors, attributes.get("id"));
        switch (element) {
            case "a" -> {
                note(anchors, attributes.get("name"));
                note(links, attributes.get("href"));
            }
            case "area" -> note(links, attributes.get("href"));
            case "img", "source", "script", "iframe", "video", "audio", "track", "embed" -> {
                note(links, attributes.get("src"));
                note(links, attributes.get("poster"));
                noteSet(attributes.getOrDefault("srcset", ""));
            }
            case "link" -> link(attributes);
            case "meta" -> {
                if (attributes.getOrDefault("name", "").equalsIgnoreCase("robots")
                        && attributes.getOrDefault("content", "").contains("noindex")) {
                    indexed = false;
                }
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                level = element.charAt(1) - '0';
                heading.setLength(0);
            }
            default -> {}
        }
    }

    private void link(Map<String, String> attributes) {
        String href = attributes.getOrDefault("href", "");
        String kind = attributes.getOrDefault("rel", "").toLowerCase(Locale.ROOT);
        String language = attributes.getOrDefault("hreflang", "");
        if (kind.contains("alternate") && !language.isEmpty() && !attributes.containsKey("type")) {
            alternates.putIfAbsent(language, href);
        } else if (!kind.contains("canonical") && !kind.contains("preconnect") && !kind.contains("dns-prefetch")) {
            note(links, href);
        }
    }

    private void noteSet(String srcset) {
        for (String candidate : srcset.split(",\\s+", -1)) {
            note(links, candidate.strip().split("\\s+", 2)[0]);
        }
    }

    private static void note(Set<String> into, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isBlank()) {
            into.add(value.strip());
        }
    }

    @Override
    public void closed(String element) {
        if (level > 0 && element.length() == 2 && element.equals("h" + level)) {
            String text = HtmlTags.unescape(heading.toString()).strip().replaceAll("\\s+", " ");
            headings.add(new PublishedPage.Heading(level, text));
            level = 0;
        }
    }

    @Override
    public void text(String text) {
        if (level > 0) {
            heading.append(text);
        }
    }

    List<String> links() {
        return List.copyOf(links);
    }

    Set<String> anchors() {
        return Collections.unmodifiableSet(anchors);
    }

    List<PublishedPage.Heading> headings() {
        return List.copyOf(headings);
    }

    Map<String, String> alternates() {
        return Collections.unmodifiableMap(alternates);
    }

    boolean isIndexed() {
        return indexed;
    }
}
