package press.broadsheet.view;

/** A standing page. */
public record StandingView(String headline, String standfirstHtml, BodyView body) {}
