package press.broadsheet.desk;

import java.util.List;
import java.util.Optional;
import press.broadsheet.edition.Subject;

/**
 * A question about what a page is put together from beside the news: addresses, pictures, words, data and templates.
 *
 * @param <A> what the answer is
 */
public sealed interface PageNeed<A> extends Need<A> {
    /** Where something is published. */
    record OfAddress(Subject subject) implements PageNeed<Optional<String>> {
        @Override
        public Object about() {
            return subject;
        }

        @Override
        public Optional<String> ask(NewsDesk desk) {
            return desk.address(subject);
        }

        @Override
        public String words() {
            return "the address of " + subject;
        }
    }

    /** The same in other languages. */
    record OfTranslations(Subject subject) implements PageNeed<List<NewsDesk.Translation>> {
        @Override
        public Object about() {
            return subject;
        }

        @Override
        public List<NewsDesk.Translation> ask(NewsDesk desk) {
            return desk.translations(subject);
        }

        @Override
        public String words() {
            return "the translations of " + subject;
        }
    }

    /** Where a picture is published. */
    record OfPicture(String source) implements PageNeed<Optional<NewsDesk.PublishedPicture>> {
        @Override
        public Object about() {
            return source;
        }

        @Override
        public Optional<NewsDesk.PublishedPicture> ask(NewsDesk desk) {
            return desk.picture(source);
        }

        @Override
        public String words() {
            return "the picture " + source;
        }
    }

    /** Where an asset is published. */
    record OfAsset(String name) implements PageNeed<Optional<String>> {
        @Override
        public Object about() {
            return name;
        }

        @Override
        public Optional<String> ask(NewsDesk desk) {
            return desk.asset(name);
        }

        @Override
        public String words() {
            return "the asset " + name;
        }
    }

    /** A word or sentence of the theme. */
    record OfString(String key) implements PageNeed<Optional<String>> {
        @Override
        public Object about() {
            return key;
        }

        @Override
        public Optional<String> ask(NewsDesk desk) {
            return desk.string(key);
        }

        @Override
        public String words() {
            return "the words \"" + key + "\"";
        }
    }

    /** A data file of the newsroom's. */
    record OfData(String name) implements PageNeed<Optional<Object>> {
        @Override
        public Object about() {
            return name;
        }

        @Override
        public Optional<Object> ask(NewsDesk desk) {
            return desk.data(name);
        }

        @Override
        public String words() {
            return "the data file " + name;
        }
    }

    /** The state of a template. */
    record OfTemplate(String name) implements PageNeed<Optional<String>> {
        @Override
        public Object about() {
            return name;
        }

        @Override
        public Optional<String> ask(NewsDesk desk) {
            return desk.template(name);
        }

        @Override
        public String words() {
            return "the template " + name;
        }
    }
}
