package press.broadsheet.edition;

import java.util.HashMap;
import java.util.Map;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;

/**
 * What an edition is assembled by, and what follows from that alone: the same as long as nothing but articles changes.
 *
 * @param sections by id
 */
record Basis(
        Site site,
        Site.EditionSettings settings,
        StandingMatter matter,
        Map<Section.Id, Section> sections,
        Addresses addresses) {

    static Basis of(Site site, Site.EditionSettings settings, StandingMatter matter) {
        var sections = new HashMap<Section.Id, Section>();
        settings.sections().forEach(section -> sections.put(section.id(), section));
        return new Basis(site, settings, matter, sections, new Addresses(site, settings));
    }
}
