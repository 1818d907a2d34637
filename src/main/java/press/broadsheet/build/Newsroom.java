package press.broadsheet.build;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.cache.Written;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.Fingerprint;
import press.broadsheet.text.PatchedMap;

/**
 * All that was read in {@code content/}. Immutable, thread-safe.
 *
 * @param shelves one for each edition, the default first
 * @param articles all that could be read
 * @param bodies their texts
 * @param sources where it was read from
 * @param reading what it was read by
 * @param data by file name without ending
 * @param counts how the files add up
 * @param hosting what the paper asks of its host
 * @param home the paper's address by its settings, which a build may be told to replace
 * @param shortLinks what the short texts of standing matter link to
 * @param faulty articles of which reading and typesetting told something, and what
 */
record Newsroom(
        Site site,
        List<Shelf> shelves,
        Map<Article.Id, Filed> articles,
        Bodies bodies,
        Sources sources,
        Written reading,
        Map<String, Object> data,
        Counts counts,
        Hosting hosting,
        URI home,
        List<Body.Mention> shortLinks,
        Map<Article.Id, List<Problem>> faulty) {
    /**
     * What one edition has.
     *
     * @param cards in the order of their files
     */
    record Shelf(Site.EditionSettings settings, StandingMatter matter, List<Card> cards) {
        /**
         * The same after some files were read again.
         *
         * @param again what they give, by path below {@code content/}
         * @param gone files that are not there any more
         */
        Shelf with(SortedMap<String, Card> again, Set<String> gone) {
            var all = new ArrayList<>(cards);
            gone.forEach(path -> {
                int place = place(path, all);
                if (place >= 0) {
                    all.remove(place);
                }
            });
            again.forEach((path, card) -> {
                int place = place(path, all);
                if (place >= 0) {
                    all.set(place, card);
                } else {
                    all.add(-place - 1, card);
                }
            });
            boolean isSame = again.isEmpty() && all.size() == cards.size();
            return isSame ? this : new Shelf(settings, matter, List.copyOf(all));
        }

        /** Where a file's card stands, or, less than 0, where it would: as a binary search tells it. */
        private static int place(String path, List<Card> cards) {
            int low = 0;
            int high = cards.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int order = SourceTree.pathOf(cards.get(middle).place()).compareTo(path);
                if (order == 0) {
                    return middle;
                }
                low = order < 0 ? middle + 1 : low;
                high = order < 0 ? high : middle - 1;
            }
            return -low - 1;
        }
    }

    /**
     * How the text files add up: {@code texts} are {@code broken}, {@code other}, {@code undated}, or cards on a shelf.
     *
     * @param texts all of them, those that could not even be opened included
     * @param broken articles that could not be read
     * @param other not articles
     * @param undated wire stories that nothing gives a date: held back without being an article yet
     * @param twins among the broken ones: files that are called what the file of another article is called, by path
     */
    record Counts(int texts, int broken, int other, List<BuildReport.HeldBack> undated, Map<String, Article.Id> twins) {
        static final Counts NONE = new Counts(0, 0, 0, List.of(), Map.of());
    }

    /**
     * The same after articles were touched.
     *
     * @param again what the files give that are there
     * @param gone articles whose files are not
     * @param all of each edition, in the order of the editions
     * @param found where everything was read from
     * @param sum how the files add up
     * @param texts where they all are
     */
    Newsroom with(
            Map<Article.Id, Filed> again,
            Set<Article.Id> gone,
            List<Shelf> all,
            Sources found,
            Counts sum,
            SourceStore texts) {
        Map<Article.Id, Filed> filed = PatchedMap.of(articles, again, gone);
        var told = new HashMap<>(faulty);
        told.keySet().removeAll(gone);
        told.keySet().removeAll(again.keySet());
        told.putAll(faulty(again));
        return new Newsroom(
                site,
                all,
                filed,
                new Bodies(texts, filed, bodies.reader()),
                found,
                reading,
                data,
                sum,
                hosting,
                home,
                shortLinks,
                told);
    }

    /** Those of articles of which something was told, and what. */
    static Map<Article.Id, List<Problem>> faulty(Map<Article.Id, Filed> articles) {
        var faulty = new HashMap<Article.Id, List<Problem>>();
        articles.forEach((id, filed) -> {
            if (!filed.problems().isEmpty()) {
                faulty.put(id, filed.problems());
            }
        });
        return faulty;
    }

    /** What an article's text needs of others. */
    Body.Ends ends(Article.Id id) {
        Filed filed = articles.get(id);
        return filed == null ? Body.Ends.NONE : filed.ends();
    }

    Fingerprint print(Card card) {
        Filed filed = articles.get(card.id());
        return filed == null ? Fingerprint.NONE : filed.print();
    }

    /** Told only if the article matters to readers. */
    List<Problem> problemsOf(Article.Id id) {
        return faulty.getOrDefault(id, List.of());
    }
}
