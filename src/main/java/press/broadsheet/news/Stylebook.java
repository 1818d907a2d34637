package press.broadsheet.news;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;

/**
 * What a paper's texts are read and typeset by: the part of the settings that can change what a file in {@code content/}
 * gives. Readers are given this and no more, so that whatever else is changed there lets every text stay as it was read.
 *
 * @param host the host of the paper's address, by which articles without an identity of their own get one (RFC 4151)
 * @param zone in which dates without one are meant
 * @param editions in the order of the settings
 */
public record Stylebook(String host, ZoneId zone, Site.Text text, List<Edition> editions) {
    /**
     * Where and in which language an edition's texts are.
     *
     * @param folder in {@code content/}; empty for the edition at the root
     * @param sections that articles may be filed in, in the paper's order
     */
    public record Edition(Language language, String folder, List<SectionName> sections) {}

    /** What articles may call a section. */
    public record SectionName(Section.Id id, String name) {}

    /** Of a paper. */
    public static Stylebook of(Site site) {
        return new Stylebook(
                host(site.url()),
                site.zone(),
                site.text(),
                site.editions().stream().map(Stylebook::of).toList());
    }

    private static String host(URI url) {
        return String.valueOf(url.getHost());
    }

    private static Edition of(Site.EditionSettings edition) {
        return new Edition(
                edition.language(),
                edition.folder(),
                edition.sections().stream()
                        .map(section -> new SectionName(section.id(), section.name()))
                        .toList());
    }

    /** The folders of the editions that do not stand at the root. */
    public List<String> folders() {
        return editions.stream()
                .map(Edition::folder)
                .filter(folder -> !folder.isEmpty())
                .toList();
    }
}
