package press.broadsheet.edition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.problem.Place;
import press.broadsheet.text.Slug;

/** Everybody who has a file in {@code people/}, and everybody whom an edition's articles credit. Immutable. */
final class Contributors {
    private final Language language;
    private final Map<Author.Id, Author> withFile;
    private final Map<String, Author> byReference;

    private Contributors(Language language, Map<Author.Id, Author> withFile, Map<String, Author> byReference) {
        this.language = language;
        this.withFile = withFile;
        this.byReference = byReference;
    }

    /** @param published all articles; who has no file is known by the first that names them */
    static Contributors of(StandingMatter matter, Language language, List<Card> published) {
        var all = new Contributors(language, new TreeMap<>(), new HashMap<>());
        for (Author author : matter.authors().values()) {
            all.withFile.put(author.id(), author);
            all.byReference.put(author.id().value(), author);
        }
        for (Author author : matter.authors().values()) {
            all.byReference.putIfAbsent(author.name(), author);
        }
        for (Card card : published) {
            card.credits().authors().forEach(credit -> all.gather(credit, card));
            card.credits().contributors().forEach(credit -> all.gather(credit, card));
        }
        return all;
    }

    /** The same after some cards went and others came: who has a file is who they were. */
    Contributors after(CardChange change, List<Card> published) {
        Set<String> named =
                change.credits().map(Credits.Credit::reference).collect(Collectors.toCollection(HashSet::new));
        for (Author author : withFile.values()) {
            named.remove(author.id().value());
            named.remove(author.name());
        }
        if (named.isEmpty()) {
            return this;
        }
        var all = new Contributors(language, withFile, new HashMap<>(byReference));
        all.byReference.keySet().removeAll(named);
        for (Card card : published) {
            if (named.isEmpty()) {
                break;
            }
            all.gather(card.credits().authors(), card, named);
            all.gather(card.credits().contributors(), card, named);
        }
        return all;
    }

    /** @param named whom nobody has named yet */
    private void gather(List<Credits.Credit> credits, Card card, Set<String> named) {
        for (Credits.Credit credit : credits) {
            if (named.remove(credit.reference())) {
                gather(credit, card);
            }
        }
    }

    private void gather(Credits.Credit credit, Card card) {
        byReference.computeIfAbsent(credit.reference(), name -> {
            String slug = Slug.of(name, language.tag());
            Author known = slug.isEmpty() ? null : withFile.get(new Author.Id(slug));
            return known != null ? known : withoutFile(name, slug, credit.url(), card.place());
        });
    }

    private static Author withoutFile(String name, String slug, String url, Place place) {
        return new Author(
                new Author.Id(slug.isEmpty() ? "contributor" : slug),
                name,
                "",
                Inline.NONE,
                null,
                null,
                "",
                url.isEmpty() ? List.of() : List.of(url),
                List.of(),
                List.of(),
                false,
                place);
    }

    /**
     * Who a card's credit names, if they have a list of their articles: who paid for a piece is named above it and is no
     * contributor of the paper's, unless a file says so.
     */
    Optional<Author> of(Card card, Credits.Credit credit) {
        Author author = named(credit.reference());
        boolean paid = card.filing().genre() == Genre.SPONSORED && !hasFile(author.id());
        return paid ? Optional.empty() : Optional.of(author);
    }

    /** Who a reference names; somebody without a file gets a name and an id only. */
    Author named(String reference) {
        Author author = byReference.get(reference);
        if (author != null) {
            return author;
        }
        String slug = Slug.of(reference, language.tag());
        return withoutFile(reference, slug, "", Place.in(Path.of("content")));
    }

    /** Somebody with a file, or somebody whose articles name them. */
    Optional<Author> find(Author.Id id) {
        Author declared = withFile.get(id);
        if (declared != null) {
            return Optional.of(declared);
        }
        return byReference.values().stream()
                .filter(author -> author.id().equals(id))
                .min(Comparator.comparing(Author::name));
    }

    boolean hasFile(Author.Id id) {
        return withFile.containsKey(id);
    }

    /** Everybody with a file or with a list of articles, by id. */
    List<Author.Id> all(Listings listings) {
        var ids = new ArrayList<>(withFile.keySet());
        listings.ids(Listing.Kind.CONTRIBUTOR).stream()
                .map(id -> new Author.Id(id.key()))
                .filter(id -> !hasFile(id))
                .forEach(ids::add);
        ids.sort(Comparator.naturalOrder());
        return ids;
    }
}
