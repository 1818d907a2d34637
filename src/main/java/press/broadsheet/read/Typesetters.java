package press.broadsheet.read;

import press.broadsheet.news.Body;
import press.broadsheet.news.Inline;

/** Both ways to turn what the newsroom types into safe HTML: whole texts, and short ones such as captions. */
public record Typesetters(Body.Typesetter body, Inline.Typesetter inline) {}
