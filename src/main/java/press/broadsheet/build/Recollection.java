package press.broadsheet.build;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.LedgerLookup;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.cache.Written;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.desk.Need;
import press.broadsheet.desk.Numbers;
import press.broadsheet.desk.RememberingDesk;
import press.broadsheet.desk.RememberingDesk.Unanswered;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Language;
import press.broadsheet.text.Fingerprint;

/**
 * What some files of the paper asked when they were made, and what they were answered: read in a ledger of which nothing
 * else is read. For one thread.
 */
final class Recollection implements RememberingDesk.Past {
    private final LedgerLookup ledger;
    private final SourceStore store;

    /** Sources that were read again, by path. */
    private final Map<String, Ledger.Kept> again;

    private final Codecs kept;
    private final Codecs answers;
    private final Map<Written, Integer> numbers = new HashMap<>();
    private final Map<Integer, Written> written = new HashMap<>();

    /** By the numbers of what they were made from. */
    private final Map<Numbers, Integer> together = new HashMap<>();

    /** Each build numbers anew what it makes together: of several numbers of the same thing, the one that is used here. */
    private final Map<Integer, Integer> first = new HashMap<>();

    private final Map<Fingerprint, Card> cards = new HashMap<>();
    private final Map<Article.Id, Card> articles = new HashMap<>();
    private boolean exhausted;

    /**
     * @param store of what the ledger's sources gave
     * @param again what is known of sources that were read since
     */
    Recollection(LedgerLookup ledger, SourceStore store, Map<String, Ledger.Kept> again, Codecs kept) {
        this.ledger = ledger;
        this.store = store;
        this.again = again;
        this.kept = kept;
        this.answers = new Codecs(Card.class, card -> Fingerprint.NONE, this::card);
    }

    /** Takes in what a file asked. */
    void learn(Numbers needs) {
        for (int i = 0; i < needs.size(); i++) {
            learn(needs.get(i));
        }
    }

    private void learn(int number) {
        if (first.containsKey(number)) {
            return;
        }
        LedgerLookup.Question question = ledger.question(number);
        if (question.key().equals(Written.NONE)) {
            learn(question.needs());
            first.put(number, together.computeIfAbsent(firstOf(question.needs()), needs -> number));
        } else {
            first.put(number, number);
            numbers.put(question.key(), number);
            written.put(number, question.answer());
        }
    }

    private Numbers firstOf(Numbers needs) {
        return Numbers.of(needs.stream()
                .map(number -> Objects.requireNonNull(first.get(number)))
                .sorted()
                .distinct()
                .toArray());
    }

    /** Whether something was asked that nobody asked before: who answered that is of no account then. */
    boolean isExhausted() {
        return exhausted;
    }

    @Override
    public int number(Language language, Need<?> need) {
        return orElseNothing(numbers.get(ledger.key(language, need)), need.words());
    }

    @Override
    public int together(Numbers needs) {
        return orElseNothing(together.get(needs), "what others had in common");
    }

    @Override
    @SuppressWarnings("unchecked") // The answer to a question for a text is a text.
    public <A> A answer(int number, Need<A> need) {
        if (need instanceof ArticleNeed.OfBody text) {
            return (A) orElseNothing(body(text.id()).orElse(null), need.words());
        }
        if (need instanceof ArticleNeed.OfEntries) {
            // Only its fingerprints are known.
            return orElseNothing(null, need.words());
        }
        return answers.read(need, Objects.requireNonNull(written.get(number)).read());
    }

    private Optional<Body> body(Article.Id id) {
        return Optional.ofNullable(articles.get(id))
                .map(card -> SourceTree.pathOf(card.place()))
                .flatMap(path -> Optional.ofNullable(again.get(path)).or(() -> ledger.source(path)))
                .map(Ledger.Kept::text)
                .flatMap(store::body);
    }

    private Card card(Fingerprint print) {
        Card known = cards.get(print);
        if (known == null) {
            known = orElseNothing(
                    ledger.card(print)
                            .flatMap(store::read)
                            .map(source -> Filed.read(source, null, kept).card())
                            .orElse(null),
                    "a card");
            cards.put(print, known);
            articles.put(known.id(), known);
        }
        return known;
    }

    private <T> T orElseNothing(@Nullable T found, String words) {
        if (found == null) {
            exhausted = true;
            throw new Unanswered(words);
        }
        return found;
    }
}
