package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every template sees of the page that it makes.
 *
 * @param kind front, section, article, list, overview, standing, versions, withdrawn or missing
 * @param address root-relative
 * @param language a BCP 47 tag, for the lang attribute
 * @param direction {@code ltr} or {@code rtl}, for the dir attribute
 * @param head what the head element tells machines
 * @param breadcrumbs from the front page to the page; an article's end at its section; empty on the front page
 * @param languages the same page, or the front, in all editions; empty if there is only one
 * @param updated on the front page, the date of the newest article; else null
 */
public record PageView(
        String kind,
        String address,
        String language,
        String direction,
        HeadView head,
        List<LinkView> breadcrumbs,
        List<LanguageView> languages,
        @Nullable DateView updated) {}
