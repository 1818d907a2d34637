package press.broadsheet.view;

/**
 * A page that is not news: about us, ethics, contact.
 *
 * @param headline plain text
 * @param standfirstHtml finished HTML without block elements; empty if none
 * @param body its text
 */
public record StandingView(String headline, String standfirstHtml, BodyView body) {}
