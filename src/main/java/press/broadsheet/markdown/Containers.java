package press.broadsheet.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Piece;

/** Sets fenced containers, and says which there are. */
record Containers(BlockSetter blocks, InlineSetter inline, Links links, Sheet sheet) {
    private static final Set<String> NOTHING = Set.of();
    /** Embeds that come with the app, each of something that has an address. */
    private static final Set<String> OURS = Set.of("video", "audio", "map", "post", "document");
    /** What people write for {@code url}. */
    private static final List<String> MISNAMED = List.of("src", "href", "link", "address", "source");
    /** What says nothing of where it is. A site's own template may go by something else. */
    private static final Set<String> OTHERS = Set.of("title", "provider");

    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            Map.entry("pull-quote", Set.of("by")),
            Map.entry("quote", Set.of("by")),
            Map.entry("entry", LiveEntries.KNOWN),
            Map.entry("fact-box", Set.of("title")),
            Map.entry("key-points", Set.of("title")),
            Map.entry("qa", Set.of("title")),
            Map.entry("timeline", Set.of("title")),
            Map.entry("profile", Set.of("name", "role", "picture", "alt", "credit")),
            Map.entry("gallery", Set.of("title")),
            Map.entry("disclaimer", Set.of("title")),
            Map.entry("embed", NOTHING));

    void set(Container container) {
        String name = container.name().toLowerCase(Locale.ROOT);
        int offset = container.start();
        tellFaults(container, name);
        Attributes given = container.attributes() == null ? Attributes.NONE : container.attributes();
        Names.checkTwice(given, sheet, offset);
        if (!KNOWN.containsKey(name)) {
            blocks.children(container);
            return;
        }
        if (name.equals("embed")) {
            embed(container, given, offset);
            return;
        }
        Names.check(given, KNOWN.getOrDefault(name, NOTHING), "The container \"" + name + "\"", sheet, offset);
        switch (name) {
            case "pull-quote" -> {
                lines().add("<div class=\"pull-quote\"><blockquote>\n");
                blocks.children(container);
                lines().add("</blockquote>");
                paragraph("by", given.get("by"), offset);
                lines().add("</div>\n");
            }
            case "quote" -> blocks.quotes().set(container, given);
            case "entry" -> blocks.entries().set(container, given);
            // A landmark has a name, or is none: within an article nobody could tell it from the text.
            case "fact-box" ->
                box(given.get("title").isEmpty() ? "div" : "aside", name, "", container, given.get("title"));
            case "key-points" -> box("section", name, "", container, given.get("title"));
            case "disclaimer" -> box("div", name, " role=\"note\"", container, given.get("title"));
            case "profile" -> profile(container, given, offset);
            default -> box("div", name, "", container, given.get("title"));
        }
    }

    private Lines lines() {
        return inline.lines();
    }

    private void tellFaults(Container container, String name) {
        int offset = container.start();
        if (!KNOWN.containsKey(name)) {
            sheet.tell(
                    TextFault.UNKNOWN_CONTAINER,
                    offset,
                    name.isEmpty()
                            ? "This container has no name."
                            : "There is no container \"" + container.name() + "\".",
                    withoutBraces(container.name()));
        }
        if (!container.isClosed()) {
            sheet.tell(
                    TextFault.UNCLOSED_CONTAINER,
                    offset,
                    "The container \"" + name + "\" is opened here and never closed.",
                    "Close it with a line of three colons: :::");
        }
        if (!container.after().replace(":", "").isBlank()) {
            sheet.tell(
                    TextFault.UNREADABLE_ATTRIBUTES,
                    offset,
                    "What stands behind the braces is not shown: " + container.after(),
                    "Put it on a line of its own, below.");
        }
        if (container.attributes() == null) {
            sheet.tell(
                    TextFault.UNREADABLE_ATTRIBUTES,
                    offset,
                    "What stands in braces behind \"" + name + "\" cannot be read.",
                    "Write it on one line, values in quotation marks: {title=\"In brief\"}");
        }
    }

    /** What is meant by a name; also where attributes follow it without the braces that they need. */
    private static String withoutBraces(String name) {
        int blank = name.indexOf(' ');
        String first = blank < 0 ? name : name.substring(0, blank);
        return blank > 0 && KNOWN.containsKey(first.toLowerCase(Locale.ROOT))
                ? "Put what follows the name in braces: ::: " + first + " {" + name.substring(blank + 1) + "}"
                : Names.didYouMean(name.toLowerCase(Locale.ROOT), KNOWN.keySet());
    }

    private void box(String element, String name, String more, Container container, String title) {
        // A name is announced only for what has a role; a plain division has none.
        boolean named = !title.isEmpty() && (!element.equals("div") || !more.isEmpty());
        lines().add("<" + element + " class=\"" + name + "\"" + more
                + (named ? InlineSetter.attribute("aria-label", title) : "") + ">\n");
        paragraph("box-title", title, container.start());
        blocks.children(container);
        lines().add("</" + element + ">\n");
    }

    private void paragraph(String kind, String text, int offset) {
        if (!text.isEmpty()) {
            lines().add("<p class=\"" + kind + "\">")
                    .add(links.caption(text, offset).html());
            lines().add("</p>\n");
        }
    }

    private void profile(Container container, Attributes given, int offset) {
        String name = given.get("name");
        String element = name.isEmpty() ? "div" : "aside";
        lines().add("<" + element + " class=\"profile\""
                + (name.isEmpty() ? "" : InlineSetter.attribute("aria-label", name)) + ">\n");
        if (!given.get("picture").isEmpty()) {
            String alt = given.values().containsKey("alt") ? given.get("alt") : name;
            links.figure(given.get("picture"), alt, Inline.NONE, given, offset).ifPresent(lines().galley()::hole);
        }
        paragraph("box-title", name, offset);
        paragraph("role", given.get("role"), offset);
        blocks.children(container);
        lines().add("</" + element + ">\n");
    }

    private void embed(Container container, Attributes given, int offset) {
        var values = new LinkedHashMap<>(given.values());
        String name = values.getOrDefault("name", "");
        if (name.isEmpty()) {
            // ::: embed {video url="..."}: the first flag names it.
            name = values.entrySet().stream()
                    .filter(entry ->
                            entry.getValue().isEmpty() && !entry.getKey().equals("name"))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            values.remove(name);
        }
        values.remove("name");
        String unreachable = Stream.of("url", "player")
                .filter(key -> values.containsKey(key) && !isAbsoluteHttps(values.getOrDefault(key, "")))
                .findFirst()
                .orElse("");
        if (name.isEmpty()) {
            sheet.tell(
                    TextFault.EMBED_WITHOUT_NAME,
                    offset,
                    "This embed does not say what it embeds.",
                    "Name it: ::: embed {name=\"video\" url=\"https://...\" title=\"...\"}");
        }
        String misnamed = values.containsKey("url") || !OURS.contains(name)
                ? ""
                : MISNAMED.stream().filter(values::containsKey).findFirst().orElse("");
        boolean nowhere = OURS.contains(name) && OTHERS.containsAll(values.keySet());
        if (!misnamed.isEmpty() || nowhere) {
            sheet.tell(
                    TextFault.EMBED_ADDRESS,
                    offset,
                    "Nothing says where readers find this " + name + ".",
                    misnamed.isEmpty()
                            ? "Give the whole address: url=\"https://...\""
                            : "Did you mean url=\"" + values.get(misnamed) + "\"?");
        }
        if (!unreachable.isEmpty()) {
            sheet.tell(
                    TextFault.EMBED_ADDRESS,
                    offset,
                    "The embed's address " + values.get(unreachable) + " is not an absolute https address.",
                    "Give the whole address: " + unreachable + "=\"https://...\"");
        }
        String text = blocks.standIn(container);
        if (name.isEmpty() || !unreachable.isEmpty()) {
            lines().add(text);
            return;
        }
        lines().galley().hole(new Piece.Embed(name, Map.copyOf(values), text, sheet.place(offset)));
    }

    private static boolean isAbsoluteHttps(String url) {
        try {
            var address = new URI(url);
            return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
