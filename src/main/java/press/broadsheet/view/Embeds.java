package press.broadsheet.view;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Root;
import press.broadsheet.text.Escape;

/** Shows what is embedded in a text, and what stands in for it where there is no template. */
final class Embeds {
    private Embeds() {}

    static EmbedView of(Piece.Embed embed, Root root) {
        Map<String, String> values = embed.values();
        String address = values.getOrDefault("url", "");
        String provider = values.getOrDefault("provider", "");
        return new EmbedView(
                embed.name(),
                values.getOrDefault("title", ""),
                provider.isEmpty() ? host(address) : provider,
                address,
                values.getOrDefault("player", ""),
                embed.text().isBlank() ? described(values) : Markup.fromRoot(embed.text(), root),
                values);
    }

    /**
     * For feeds, which run nothing: title, provider, words and the plain address, without a word of any language's own.
     */
    static String standIn(EmbedView embed) {
        String name = embed.title().isEmpty() ? embed.address() : embed.title();
        String linked = embed.address().isEmpty()
                ? Escape.attribute(name)
                : "<a href=\"" + Escape.attribute(embed.address()) + "\">" + Escape.attribute(name) + "</a>";
        String provider = embed.provider().isEmpty() ? "" : " (" + Escape.attribute(embed.provider()) + ")";
        return (linked.isEmpty() ? "" : "<p>" + linked + provider + "</p>\n") + embed.textHtml();
    }

    private static String described(Map<String, String> values) {
        return Stream.of("description", "caption", "text")
                .map(name -> values.getOrDefault(name, ""))
                .filter(text -> !text.isBlank())
                .map(text -> "<p>" + Escape.text(text) + "</p>\n")
                .collect(Collectors.joining());
    }

    /** The address was checked when the text was typeset. */
    private static String host(String address) {
        String host = address.isEmpty() ? null : URI.create(address).getHost();
        return host == null ? "" : host.startsWith("www.") ? host.substring(4) : host;
    }
}
