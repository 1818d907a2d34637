package press.broadsheet.view;

/**
 * Somebody or something that an article names.
 *
 * @param kind {@code person}, {@code organisation}, {@code place} or {@code event}
 * @param label the kind's list in the paper's language: People, Places, ...
 * @param name as the article writes it
 * @param address of the page with all articles that name it
 * @param about whether the article is about it, and does not only mention it
 */
public record NamedView(String kind, String label, String name, String address, boolean about) {}
