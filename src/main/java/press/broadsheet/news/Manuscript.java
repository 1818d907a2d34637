package press.broadsheet.news;

/**
 * A content file that is understood but not yet typeset.
 *
 * @param card everything but what the text will teach: its extent is empty, and so may be its standfirst
 */
public record Manuscript(Card card, Body.Source text) {}
