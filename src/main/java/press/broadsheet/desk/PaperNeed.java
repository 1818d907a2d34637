package press.broadsheet.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import press.broadsheet.edition.Listing;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Language;
import press.broadsheet.news.Root;
import press.broadsheet.news.Site;

/**
 * A question about the paper itself: what its settings say of it.
 *
 * @param <A> what the answer is
 */
public sealed interface PaperNeed<A> extends Need<A> {
    /** Where the paper stands on the web. */
    record OfRoot() implements PaperNeed<Root> {
        @Override
        public Root ask(NewsDesk desk) {
            return desk.root();
        }

        @Override
        public String words() {
            return "the address of the paper";
        }
    }

    /** In which zone the paper counts days. */
    record OfZone() implements PaperNeed<ZoneId> {
        @Override
        public ZoneId ask(NewsDesk desk) {
            return desk.zone();
        }

        @Override
        public String words() {
            return "the zone of the paper";
        }
    }

    /** Which editions there are, the one at the root first. */
    record OfEditions() implements PaperNeed<List<Language>> {
        @Override
        public List<Language> ask(NewsDesk desk) {
            return desk.editions().stream().map(NewsDesk::language).toList();
        }

        @Override
        public String words() {
            return "which editions there are";
        }
    }

    /** What the edition calls itself. */
    record OfNameplate() implements PaperNeed<NewsDesk.Nameplate> {
        @Override
        public NewsDesk.Nameplate ask(NewsDesk desk) {
            return desk.nameplate();
        }

        @Override
        public String words() {
            return "the names of the paper";
        }
    }

    /** The edition's further links. */
    record OfNavigation() implements PaperNeed<NewsDesk.Navigation> {
        @Override
        public NewsDesk.Navigation ask(NewsDesk desk) {
            return desk.navigation();
        }

        @Override
        public String words() {
            return "the links at the top and at the foot";
        }
    }

    /** Who publishes the paper. */
    record OfPublisher() implements PaperNeed<Site.Organisation> {
        @Override
        public Site.Organisation ask(NewsDesk desk) {
            return desk.publisher();
        }

        @Override
        public String words() {
            return "the organisation that publishes the paper";
        }
    }

    /** How long pages of lists are. */
    record OfPageSize() implements PaperNeed<Integer> {
        @Override
        public Integer ask(NewsDesk desk) {
            return desk.pageSize();
        }

        @Override
        public String words() {
            return "how many articles a page of a list has";
        }
    }

    /** Which feeds lists of a kind have. */
    record OfFeeds(Listing.Kind kind) implements PaperNeed<List<String>> {
        @Override
        public Object about() {
            return kind;
        }

        @Override
        public List<String> ask(NewsDesk desk) {
            return desk.feeds(kind);
        }

        @Override
        public String words() {
            return "which feeds there are of the lists of the kind "
                    + kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much feeds carry. */
    record OfFeedExtent() implements PaperNeed<NewsDesk.FeedExtent> {
        @Override
        public NewsDesk.FeedExtent ask(NewsDesk desk) {
            return desk.feedExtent();
        }

        @Override
        public String words() {
            return "how much a feed carries";
        }
    }

    /** The hub of the feeds. */
    record OfHub() implements PaperNeed<String> {
        @Override
        public String ask(NewsDesk desk) {
            return desk.hub();
        }

        @Override
        public String words() {
            return "the hub of the feeds";
        }
    }

    /** The content security policy that pages carry. */
    record OfPagePolicy() implements PaperNeed<PagePolicy> {
        @Override
        public PagePolicy ask(NewsDesk desk) {
            return desk.pagePolicy();
        }

        @Override
        public String words() {
            return "the policy that pages carry";
        }
    }

    /** What crawlers may do. */
    record OfCrawlers() implements PaperNeed<Site.Crawlers> {
        @Override
        public Site.Crawlers ask(NewsDesk desk) {
            return desk.crawlers();
        }

        @Override
        public String words() {
            return "what crawlers may do";
        }
    }

    /** What the paper states for machines. */
    record OfStatements() implements PaperNeed<Site.Statements> {
        @Override
        public Site.Statements ask(NewsDesk desk) {
            return desk.statements();
        }

        @Override
        public String words() {
            return "the statements of the paper";
        }
    }

    /** One of the newsroom's own settings. */
    record OfParam(String name) implements PaperNeed<Optional<Object>> {
        @Override
        public Object about() {
            return name;
        }

        @Override
        public Optional<Object> ask(NewsDesk desk) {
            return desk.param(name);
        }

        @Override
        public String words() {
            return "the setting params." + name;
        }
    }

    /** All of the newsroom's own settings. */
    record OfParams() implements PaperNeed<Map<String, Object>> {
        @Override
        public Map<String, Object> ask(NewsDesk desk) {
            return desk.params();
        }

        @Override
        public String words() {
            return "the settings below params";
        }
    }

    /** What the paper asks of its host. */
    record OfHosting() implements PaperNeed<Hosting> {
        @Override
        public Hosting ask(NewsDesk desk) {
            return desk.hosting();
        }

        @Override
        public String words() {
            return "what the paper asks of its host";
        }
    }
}
