package press.broadsheet.news;

import java.util.List;

/**
 * A content file that is understood but not yet typeset.
 *
 * @param card everything but what the text will teach: its extent is empty, and so may be its standfirst
 * @param shortLinks what its short texts link to, such as its standfirst and its captions
 */
public record Manuscript(Card card, Body.Source text, List<Body.Mention> shortLinks) {}
