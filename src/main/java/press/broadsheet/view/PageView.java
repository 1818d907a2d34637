package press.broadsheet.view;

import java.util.List;

/** What every template sees of the page that it makes. {@code kind} is front, section, article, list, overview, standing, missing; {@code breadcrumbs} lead from the front to the page; {@code languages} are the same page (or the front) in the other editions; {@code updated} is the moment that the paper shows. */
public record PageView(
        String kind,
        String address,
        String language,
        String direction,
        HeadView head,
        List<LinkView> breadcrumbs,
        List<LanguageView> languages) {}
