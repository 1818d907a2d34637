package press.broadsheet.desk;

import java.util.List;
import java.util.Optional;
import press.broadsheet.news.Article;
import press.broadsheet.news.Author;
import press.broadsheet.news.Section;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.StoryPackage;

/**
 * A question about what stays while the news goes: sections, people, story packages and standing pages.
 *
 * @param <A> what the answer is
 */
public sealed interface StandingNeed<A> extends Need<A> {
    /** What other pages show of a section. */
    record OfSection(Section.Id id) implements StandingNeed<Optional<NewsDesk.SectionHead>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<NewsDesk.SectionHead> ask(NewsDesk desk) {
            return desk.section(id);
        }

        @Override
        public String words() {
            return "the section " + id.path();
        }
    }

    /** The words at the top of a section's own page. */
    record OfSectionIntro(Section.Id id) implements StandingNeed<NewsDesk.SectionIntro> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public NewsDesk.SectionIntro ask(NewsDesk desk) {
            return desk.sectionIntro(id);
        }

        @Override
        public String words() {
            return "the introduction of the section " + id.path();
        }
    }

    /** The parts of a section. */
    record OfSubsections(Section.Id id) implements StandingNeed<List<NewsDesk.SectionHead>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public List<NewsDesk.SectionHead> ask(NewsDesk desk) {
            return desk.subsections(id);
        }

        @Override
        public String words() {
            return "the parts of the section " + id.path();
        }
    }

    /** Whom a credit names. */
    record OfCredited(String reference) implements StandingNeed<Author> {
        @Override
        public Object about() {
            return reference;
        }

        @Override
        public Author ask(NewsDesk desk) {
            return desk.credited(reference);
        }

        @Override
        public String words() {
            return "the contributor \"" + reference + "\"";
        }
    }

    /** A contributor. */
    record OfAuthor(Author.Id id) implements StandingNeed<Optional<Author>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<Author> ask(NewsDesk desk) {
            return desk.author(id);
        }

        @Override
        public String words() {
            return "the contributor " + id.value();
        }
    }

    /** Everybody with a page. */
    record OfAuthors() implements StandingNeed<List<Author>> {
        @Override
        public List<Author> ask(NewsDesk desk) {
            return desk.authors();
        }

        @Override
        public String words() {
            return "the contributors";
        }
    }

    /** A story package. */
    record OfStory(String id) implements StandingNeed<Optional<StoryPackage>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<StoryPackage> ask(NewsDesk desk) {
            return desk.story(id);
        }

        @Override
        public String words() {
            return "the story " + id;
        }
    }

    /** All story packages. */
    record OfStories() implements StandingNeed<List<String>> {
        @Override
        public List<String> ask(NewsDesk desk) {
            return desk.stories();
        }

        @Override
        public String words() {
            return "which stories there are";
        }
    }

    /** A standing page. */
    record OfStandingPage(Article.Id id) implements StandingNeed<Optional<StandingPage>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<StandingPage> ask(NewsDesk desk) {
            return desk.standingPage(id);
        }

        @Override
        public String words() {
            return "the page " + id;
        }
    }

    /** All standing pages. */
    record OfStandingPages() implements StandingNeed<List<StandingPage>> {
        @Override
        public List<StandingPage> ask(NewsDesk desk) {
            return desk.standingPages();
        }

        @Override
        public String words() {
            return "the standing pages";
        }
    }
}
