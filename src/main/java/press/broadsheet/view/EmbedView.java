package press.broadsheet.view;

/**
 * Something of somebody else's that stands in a text: a film, a map, a post. Nothing of it is loaded with the page; what
 * is told here stands in for it, and the reader may follow its address.
 *
 * @param name the template in {@code embeds/} that shows it, without ending
 * @param title empty if none
 * @param provider whose it is: as the reporter says, else the host of its address; empty if neither is known
 * @param address absolute https; empty if none
 * @param player absolute https: a page made to stand in a frame, for a script to load after the reader has asked for it;
 *     empty if none
 * @param textHtml what it holds, in words: finished HTML of whole paragraphs; may be empty
 * @param values all that the reporter gave, by name
 */
public record EmbedView(
        String name,
        String title,
        String provider,
        String address,
        String player,
        String textHtml,
        java.util.Map<String, String> values) {}
