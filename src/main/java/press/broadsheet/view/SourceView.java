package press.broadsheet.view;

/**
 * A source of an article.
 *
 * @param name as the article names it
 * @param address absolute; empty if none
 * @param kind document, interview, statement or anonymous
 * @param label the kind's name in the paper's language
 * @param reason why a source is not named; empty if it is
 */
public record SourceView(String name, String address, String kind, String label, String reason) {}
