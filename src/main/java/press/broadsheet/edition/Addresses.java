package press.broadsheet.edition;

import java.time.LocalDate;
import java.time.ZoneId;
import press.broadsheet.news.Card;
import press.broadsheet.news.Site;
import press.broadsheet.text.Percent;

/**
 * Where things of one edition stand. Pure rules: an address follows from the card alone, so that it never depends on
 * what else is in the paper.
 */
public final class Addresses {
    private final String basePath;
    private final String prefix;
    private final ZoneId zone;

    public Addresses(Site site, Site.EditionSettings edition) {
        this.basePath = site.basePath();
        this.prefix = edition.folder().isEmpty() ? "" : edition.folder() + "/";
        this.zone = site.zone();
    }

    /** The folder of an article below the published folder, with a closing slash, not encoded. */
    public String folder(Card card) {
        LocalDate day = LocalDate.ofInstant(card.timing().published(), zone);
        return prefix + card.filing().section().path() + "/" + day.getYear() + "/" + twoDigits(day.getMonthValue())
                + "/" + twoDigits(day.getDayOfMonth()) + "/" + card.naming().slug() + "/";
    }

    /** The folder of a list, a front or an overview, as {@link #folder(Card)}; empty for the root. */
    public String folder(Subject subject) {
        return switch (subject) {
            case Subject.Front front -> prefix;
            case Subject.Listed listed -> folder(listed);
            case Subject.Overview overview -> prefix + folderName(overview.kind()) + "/";
            case Subject.Missing missing -> prefix;
            case Subject.Withdrawn gone -> throw new IllegalArgumentException("A notice's folder is its article's");
            case Subject.Versions versions -> throw new IllegalArgumentException("They stand below their article");
            case Subject.Entries entries ->
                throw new IllegalArgumentException("Where entries stand follows from their article's card");
            case Subject.Story story -> throw new IllegalArgumentException("An article's folder follows from its card");
            case Subject.Standing page -> throw new IllegalArgumentException("A page's folder follows from the page");
        };
    }

    /** The folder of a page of a list. */
    String folder(Subject.Listed page) {
        return folder(page.listing()) + (page.page() == 0 ? "" : "page/" + page.page() + "/");
    }

    /** The folder of a list. */
    public String folder(Listing.Id id) {
        return prefix
                + switch (id.kind()) {
                    case LATEST -> "latest/";
                    case CORRECTIONS -> "corrections/";
                    case SECTION -> id.key() + "/";
                    case TAG -> "tag/" + id.key() + "/";
                    case CONTRIBUTOR -> "by/" + id.key() + "/";
                    case STORY -> "story/" + id.key() + "/";
                    case YEAR, MONTH, DAY -> "archive/" + id.key() + "/";
                    case PERSON -> "people/" + id.key() + "/";
                    case ORGANISATION -> "organisations/" + id.key() + "/";
                    case PLACE -> "places/" + id.key() + "/";
                    case EVENT -> "events/" + id.key() + "/";
                };
    }

    /** The folder of a standing page. */
    public String standingFolder(String path) {
        return prefix + path + "/";
    }

    /** Where a folder's page is asked for: root-relative, with the base path, encoded. */
    public String address(String folder) {
        return basePath + Percent.encode(folder);
    }

    private static String folderName(Subject.Overview.Kind kind) {
        return switch (kind) {
            case TAGS -> "tag";
            case CONTRIBUTORS -> "by";
            case STORIES -> "story";
            case ARCHIVE -> "archive";
            case PEOPLE -> "people";
            case ORGANISATIONS -> "organisations";
            case PLACES -> "places";
            case EVENTS -> "events";
        };
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
