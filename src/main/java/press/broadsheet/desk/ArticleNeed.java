package press.broadsheet.desk;

import java.util.List;
import java.util.Optional;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Version;
import press.broadsheet.news.Withdrawal;

/**
 * A question about an article, or about what a reporter named in one.
 *
 * @param <A> what the answer is
 */
public sealed interface ArticleNeed<A> extends Need<A> {
    /** What others show of an article. */
    record OfCard(Article.Id id) implements ArticleNeed<Optional<Card>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<Card> ask(NewsDesk desk) {
            return desk.card(id);
        }

        @Override
        public String words() {
            return "the card of " + id;
        }
    }

    /** The text of an article. */
    record OfBody(Article.Id id) implements ArticleNeed<Body> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Body ask(NewsDesk desk) {
            return desk.body(id);
        }

        @Override
        public String words() {
            return "the text of " + id;
        }
    }

    /** What pages with a live report's earlier entries show of it. */
    record OfReport(Article.Id id) implements ArticleNeed<Optional<NewsDesk.Report>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<NewsDesk.Report> ask(NewsDesk desk) {
            return desk.report(id);
        }

        @Override
        public String words() {
            return "what stays of the card of " + id;
        }
    }

    /** A page of a live report's earlier entries. */
    record OfEntries(Subject.Entries page) implements ArticleNeed<NewsDesk.EntryRun> {
        @Override
        public Object about() {
            return page;
        }

        @Override
        public NewsDesk.EntryRun ask(NewsDesk desk) {
            return desk.entries(page);
        }

        @Override
        public String words() {
            return "page " + page.page() + " of the entries of " + page.article();
        }
    }

    /** Where a reporter's reference leads. */
    record OfTarget(String reference) implements ArticleNeed<Optional<NewsDesk.Target>> {
        @Override
        public Object about() {
            return reference;
        }

        @Override
        public Optional<NewsDesk.Target> ask(NewsDesk desk) {
            return desk.find(reference);
        }

        @Override
        public String words() {
            return "where \"" + reference + "\" leads";
        }
    }

    /** The article that a reference names. */
    record OfArticle(String reference) implements ArticleNeed<Optional<Card>> {
        @Override
        public Object about() {
            return reference;
        }

        @Override
        public Optional<Card> ask(NewsDesk desk) {
            return desk.article(reference);
        }

        @Override
        public String words() {
            return "the article \"" + reference + "\"";
        }
    }

    /** What stands before and after an article. */
    record OfNeighbours(Article.Id id) implements ArticleNeed<NewsDesk.Neighbours> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public NewsDesk.Neighbours ask(NewsDesk desk) {
            return desk.neighbours(id);
        }

        @Override
        public String words() {
            return "the articles before and after " + id;
        }
    }

    /** What is read before and after an article in its story package. */
    record OfParts(Article.Id id) implements ArticleNeed<NewsDesk.Neighbours> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public NewsDesk.Neighbours ask(NewsDesk desk) {
            return desk.parts(id);
        }

        @Override
        public String words() {
            return "the parts of the story before and after " + id;
        }
    }

    /** Whether an article is breaking at this moment. */
    record OfBreakingState(Article.Id id) implements ArticleNeed<Boolean> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Boolean ask(NewsDesk desk) {
            return desk.isBreaking(id);
        }

        @Override
        public String words() {
            return "whether " + id + " is breaking news";
        }
    }

    /** The notice where an article stood. */
    record OfWithdrawal(Article.Id id) implements ArticleNeed<Optional<Withdrawal>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<Withdrawal> ask(NewsDesk desk) {
            return desk.withdrawal(id);
        }

        @Override
        public String words() {
            return "the notice of " + id;
        }
    }

    /** The earlier versions of an article. */
    record OfVersions(Article.Id id) implements ArticleNeed<List<Version>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public List<Version> ask(NewsDesk desk) {
            return desk.versions(id);
        }

        @Override
        public String words() {
            return "the earlier versions of " + id;
        }
    }
}
