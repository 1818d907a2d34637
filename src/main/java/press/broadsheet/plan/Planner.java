package press.broadsheet.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.Paging;
import press.broadsheet.edition.Subject;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Language;
import press.broadsheet.news.Named;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.Withdrawal;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;

/** Decides what is published and where. Pure: the same paper and materials give the same plan. */
public final class Planner {
    private static final Place SETTINGS = Place.in(Path.of("content", "site.yaml"));

    private final Newspaper paper;
    private final Materials materials;
    private final Site site;
    private final Problems problems;
    private final OutputList outputs;

    Planner(Newspaper paper, Materials materials, Function<Output, Place> where, Problems problems) {
        this.paper = paper;
        this.materials = materials;
        this.site = paper.editions().getFirst().site();
        this.problems = problems;
        this.outputs = new OutputList(where, problems);
    }

    public static Plan plan(Newspaper paper, Materials materials, Problems problems) {
        return plan(paper, materials, Output::place, problems);
    }

    /**
     * The same.
     *
     * @param where somebody who must mend it finds what an output's address is made from; asked only for faults
     */
    public static Plan plan(Newspaper paper, Materials materials, Function<Output, Place> where, Problems problems) {
        var planner = new Planner(paper, materials, where, problems);
        for (Edition edition : paper.editions()) {
            planner.fronts(edition);
            planner.articles(edition);
            planner.notices(edition);
            planner.lists(edition);
        }
        planner.sitemaps();
        planner.notices();
        planner.assets();
        // Redirects come after all else: nothing real is ever lost to an old address.
        var former = new FormerAddresses(planner.outputs, problems);
        former.plan(paper);
        former.check();
        return planner.withHostFiles(former.rules());
    }

    /** Whether anything stood at an address where it stands no more. */
    boolean hasFormer() {
        return paper.editions().stream()
                .anyMatch(edition -> !edition.matter().redirects().isEmpty()
                        || !edition.withdrawals().isEmpty()
                        || edition.cards().stream()
                                .anyMatch(card -> !card.naming().aliases().isEmpty()));
    }

    /**
     * What hosts look for, of a paper that has nothing former.
     *
     * @param folders the first parts of all addresses
     */
    List<Output> hostFiles(Set<String> folders) {
        List<String> missing = paper.editions().stream()
                .map(edition -> edition.addresses().folder(new Subject.Missing()))
                .toList();
        var layout = new Layout(
                List.of(),
                folders.stream()
                        .filter(folder -> !Layout.STANDING.contains(folder))
                        .sorted()
                        .toList(),
                missing,
                List.of(),
                List.of());
        return new HostFiles(materials.hosting(), layout).published();
    }

    /** What stands in an edition beside the pages of articles and lists. */
    void beside(Edition edition) {
        fronts(edition);
        notices(edition);
        overviews(edition);
    }

    /** What the paper has once. */
    void once() {
        sitemaps();
        notices();
        assets();
    }

    /** All that was planned so far. */
    List<Output> outputs() {
        return outputs.all();
    }

    private void fronts(Edition edition) {
        page(edition, new Subject.Front(), "front", SETTINGS);
        String prefix = edition.addresses().folder(new Subject.Missing());
        outputs.add(new Output.Page(
                new OutputPath(prefix + "404.html"),
                edition.settings().language(),
                new Subject.Missing(),
                "404",
                SETTINGS));
        for (StandingPage standing : edition.matter().pages()) {
            String template = chosen(standing.template(), "standing");
            page(edition, new Subject.Standing(standing.id()), template, standing.place());
        }
    }

    private void articles(Edition edition) {
        edition.cards().forEach(card -> article(edition, card));
    }

    /** What is published of an article. */
    void article(Edition edition, Card card) {
        String genre = "article-" + card.filing().genre().id();
        String template =
                chosen(card.apparatus().template(), materials.templates().contains(genre) ? genre : "article");
        page(edition, new Subject.Story(card.id()), template, card.place());
        if (card.filing().genre() == Genre.LIVE) {
            live(edition, card, template);
        }
    }

    /** What stands beside articles, or where they stood: earlier versions, and notices of withdrawal. */
    private void notices(Edition edition) {
        for (Card card : edition.cards()) {
            if (edition.hasVersions(card)) {
                page(edition, new Subject.Versions(card.id()), "versions", card.place());
            }
        }
        for (Withdrawal gone : edition.withdrawals()) {
            page(edition, new Subject.Withdrawn(gone.id()), "withdrawn", gone.place());
        }
    }

    private void live(Edition edition, Card card, String template) {
        for (int page = 1; page <= edition.entryPages(card).pages(); page++) {
            page(edition, new Subject.Entries(card.id(), page), template, card.place());
        }
        var path = new OutputPath(edition.addresses().folder(card) + Output.LiveFile.NAME);
        outputs.add(new Output.LiveFile(path, edition.settings().language(), card.id(), card.place()));
    }

    /** The theme's own template for something, or the one that any theme has. */
    private String usual(String own, String otherwise) {
        return materials.templates().contains(own) ? own : otherwise;
    }

    private String chosen(Card.@Nullable Reference wanted, String usual) {
        if (wanted == null) {
            return usual;
        }
        String name = wanted.text();
        if (!materials.templates().contains(name)) {
            problems.add(
                    AddressFault.UNKNOWN_TEMPLATE,
                    wanted.place(),
                    "There is no template \"" + name + "\".",
                    Nearest.of(name, materials.templates())
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Add templates/" + name + ".peb."));
            return usual;
        }
        return name;
    }

    private void lists(Edition edition) {
        list(edition, Listing.Id.LATEST);
        list(edition, Listing.Id.CORRECTIONS);
        edition.listings(Listing.Kind.SECTION).forEach(id -> list(edition, id));
        for (Author.Id author : edition.authors()) {
            list(edition, new Listing.Id(Listing.Kind.CONTRIBUTOR, author.value()));
        }
        for (String story : edition.storyIds()) {
            list(edition, new Listing.Id(Listing.Kind.STORY, story));
        }
        edition.listings(Listing.Kind.TAG).forEach(id -> list(edition, id));
        for (Named.Kind kind : Named.Kind.values()) {
            edition.listings(Listing.Kind.of(kind)).forEach(id -> list(edition, id));
        }
        for (var kind : List.of(Listing.Kind.YEAR, Listing.Kind.MONTH, Listing.Kind.DAY)) {
            edition.listings(kind).forEach(id -> list(edition, id));
        }
        overviews(edition);
    }

    private void overviews(Edition edition) {
        for (var kind : Subject.Overview.Kind.values()) {
            var overview = new Subject.Overview(kind);
            if (edition.folder(overview).isPresent()) {
                page(edition, overview, "overview", SETTINGS);
            }
        }
    }

    /** What is published of a list; nothing if the edition does not have it. */
    void list(Edition edition, Listing.Id id) {
        boolean isThere = edition.folder(Subject.Listed.root(id)).isPresent();
        switch (id.kind()) {
            case LATEST -> list(edition, id, "list", SETTINGS);
            case CORRECTIONS -> list(edition, id, "corrections", SETTINGS);
            case SECTION ->
                edition.section(new Section.Id(id.key()))
                        .ifPresent(section -> list(edition, id, "section", section.place()));
            case CONTRIBUTOR -> {
                if (isThere) {
                    Place place = edition.author(new Author.Id(id.key()))
                            .map(Author::place)
                            .orElse(SETTINGS);
                    list(edition, id, "contributor", place);
                }
            }
            case STORY, TAG -> {
                if (isThere) {
                    String template = id.kind() == Listing.Kind.TAG ? "tag" : "story";
                    list(edition, id, template, firstPlace(edition, id));
                }
            }
            case PERSON, ORGANISATION, PLACE, EVENT -> {
                if (isThere) {
                    list(edition, id, usual("named", "list"), firstPlace(edition, id));
                }
            }
            case YEAR, MONTH, DAY -> {
                if (isThere) {
                    list(edition, id, "list", firstPlace(edition, id));
                }
            }
        }
    }

    private void list(Edition edition, Listing.Id id, String template, Place place) {
        if (edition.folder(Subject.Listed.root(id)).isPresent()) {
            page(edition, Subject.Listed.root(id), template, place);
            int pages = Paging.of(edition.listing(id).size(), site.lists().pageSize())
                    .pages();
            for (int page = 1; page <= pages; page++) {
                page(edition, new Subject.Listed(id, page), template.equals("section") ? "list" : template, place);
            }
        }
        if (id.kind().hasFeeds(site.lists())) {
            String folder = id.equals(Listing.Id.LATEST)
                    ? edition.addresses().folder(new Subject.Front())
                    : edition.addresses().folder(id);
            for (Output.FeedFormat format : formats()) {
                var path = new OutputPath(folder + format.fileName());
                outputs.add(new Output.Feed(path, edition.settings().language(), id, format, place));
            }
        }
    }

    private List<Output.FeedFormat> formats() {
        var formats = new ArrayList<Output.FeedFormat>();
        for (Output.FeedFormat format : Output.FeedFormat.values()) {
            if (site.lists().feedFormats().contains(format.name().toLowerCase(java.util.Locale.ROOT))) {
                formats.add(format);
            }
        }
        return formats;
    }

    private static Place firstPlace(Edition edition, Listing.Id id) {
        Listing listing = edition.listing(id);
        return listing.size() == 0 ? SETTINGS : listing.cards().getLast().place();
    }

    private void page(Edition edition, Subject subject, String template, Place place) {
        String folder = edition.folder(subject).orElseThrow();
        outputs.add(new Output.Page(OutputPath.page(folder), edition.settings().language(), subject, template, place));
    }

    /** No part is empty: the protocol asks each for an address at least. */
    private void sitemaps() {
        var parts = new ArrayList<OutputPath>();
        for (int part = 1; part <= SitemapParts.ofPages(paper); part++) {
            add("sitemaps/pages" + suffix(part) + ".xml", new Output.SitemapPart.Pages(part), parts);
        }
        for (String month : listedMonths()) {
            for (int part = 1; part <= SitemapParts.ofMonth(paper, month); part++) {
                add("sitemaps/" + month + suffix(part) + ".xml", new Output.SitemapPart.Month(month, part), parts);
            }
        }
        long news = paper.editions().stream()
                .flatMap(edition -> edition.recent().stream())
                .filter(ForCrawlers::isNews)
                .count();
        for (int part = 1; (part - 1L) * ForCrawlers.MOST_NEWS < news; part++) {
            add("sitemap-news" + suffix(part) + ".xml", new Output.SitemapPart.News(part), parts);
        }
        add("sitemap.xml", new Output.SitemapPart.Index(List.copyOf(parts)), parts);
    }

    private static String suffix(int part) {
        return part == 1 ? "" : "-" + part;
    }

    private void add(String path, Output.SitemapPart part, List<OutputPath> parts) {
        var output = new Output.Sitemap(new OutputPath(path), part, SETTINGS);
        outputs.add(output);
        parts.add(output.path());
    }

    /** As {@code 2026-11}. */
    private Collection<String> listedMonths() {
        var months = new TreeSet<String>();
        for (Edition edition : paper.editions()) {
            for (Listing.Id id : edition.listings(Listing.Kind.MONTH)) {
                if (edition.listing(id).cards().stream().anyMatch(ForCrawlers::isListed)) {
                    months.add(id.key().replace('/', '-'));
                }
            }
        }
        return months;
    }

    /** Last of all, because they speak of all the rest. */
    private Plan withHostFiles(List<Layout.Former> former) {
        var files = new HostFiles(materials.hosting(), Layout.of(outputs.all(), former, materials.ended()));
        files.published().forEach(outputs::add);
        return new Plan(outputs.all(), files.beside());
    }

    private void notices() {
        var language = site.defaultEdition().language();
        outputs.add(new Output.Notice(new OutputPath("robots.txt"), Output.NoticeKind.ROBOTS, language, SETTINGS));
        if (site.crawlers().llmsTxt()) {
            outputs.add(new Output.Notice(new OutputPath("llms.txt"), Output.NoticeKind.LLMS, language, SETTINGS));
        }
        statements(language);
        for (Edition edition : paper.editions()) {
            String prefix = edition.addresses().folder(new Subject.Front());
            outputs.add(new Output.Notice(
                    new OutputPath(prefix + "manifest.webmanifest"),
                    Output.NoticeKind.MANIFEST,
                    edition.settings().language(),
                    SETTINGS));
        }
    }

    /** Where RFC 9116, the JournalList and the IAB look for them; trust.txt in both of its places. */
    private void statements(Language language) {
        Site.Statements statements = site.statements();
        if (statements.security() != null) {
            notice(".well-known/security.txt", Output.NoticeKind.SECURITY, language);
        }
        if (!statements.trust().isEmpty()) {
            notice("trust.txt", Output.NoticeKind.TRUST, language);
            notice(".well-known/trust.txt", Output.NoticeKind.TRUST, language);
        }
        if (!statements.ads().isEmpty()) {
            notice("ads.txt", Output.NoticeKind.ADS, language);
        }
    }

    private void notice(String path, Output.NoticeKind kind, Language language) {
        outputs.add(new Output.Notice(new OutputPath(path), kind, language, SETTINGS));
    }

    private void assets() {
        for (String picture : new TreeSet<>(materials.pictures())) {
            var source = new Output.AssetSource.Picture(picture);
            outputs.add(new Output.Asset(
                    Materials.picturePath(picture),
                    source,
                    Place.in(Path.of("content").resolve(picture))));
        }
        new TreeMap<>(materials.assets())
                .forEach((name, digest) -> outputs.add(new Output.Asset(
                        Materials.assetPath(name, digest),
                        new Output.AssetSource.Theme(name),
                        Place.in(Path.of("templates", "assets").resolve(name)))));
    }
}
