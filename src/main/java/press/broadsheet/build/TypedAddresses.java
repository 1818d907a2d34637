package press.broadsheet.build;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Named;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Redirect;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.news.Withdrawal;
import press.broadsheet.problem.Place;

/**
 * Finds the addresses that the newsroom typed into fields which pages, data or feeds show, whether they become links or
 * not. Those of long texts are found where they are set.
 */
final class TypedAddresses {
    /** Is told each address. */
    interface Reader {
        void read(String address, Place place);
    }

    private static final Place SETTINGS = Place.in(Path.of("content", "site.yaml"));
    private static final Place DATA = Place.in(Path.of("content", "data"));

    private final Reader reader;

    TypedAddresses(Reader reader) {
        this.reader = reader;
    }

    void of(Newspaper paper, Newsroom newsroom) {
        settings(newsroom.site());
        anything(newsroom.data(), DATA);
        for (Edition edition : paper.editions()) {
            edition.cards().forEach(this::card);
            for (Withdrawal gone : edition.withdrawals()) {
                inline(gone.reason(), gone.place());
            }
            for (Redirect redirect : edition.matter().redirects()) {
                words(redirect.to(), redirect.place());
            }
            standing(edition);
            Standing.pictures(edition.matter()).forEach(this::picture);
        }
    }

    private void standing(Edition edition) {
        for (Author author : edition.matter().authors().values()) {
            all(author.sameAs(), author.place());
            all(author.expertise(), author.place());
            inline(author.summary(), author.place());
        }
        for (StoryPackage story : edition.matter().stories().values()) {
            inline(story.summary(), story.place());
            story.timeline().forEach(event -> inline(event.text(), story.place()));
        }
        for (Section section : edition.settings().sections()) {
            inline(section.description(), section.place());
        }
        for (StandingPage page : edition.matter().pages()) {
            inline(page.standfirst(), page.place());
        }
    }

    private void settings(Site site) {
        all(site.organisation().sameAs(), SETTINGS);
        site.organisation()
                .policies()
                .forEach((policy, address) ->
                        words(address, site.organisationPlaces().getOrDefault(policy, SETTINGS)));
        all(site.statements().trust(), SETTINGS);
        Site.Security security = site.statements().security();
        if (security != null) {
            all(security.contacts(), security.place());
            all(List.of(security.policy(), security.encryption(), security.acknowledgments()), security.place());
        }
        anything(site.params(), SETTINGS);
        for (Site.EditionSettings edition : site.editions()) {
            Stream.concat(edition.navigation().stream(), edition.footer().stream())
                    .forEach(link -> words(link.target(), link.place()));
            all(List.of(edition.description(), edition.motto()), SETTINGS);
        }
    }

    private void card(Card card) {
        Place place = card.place();
        all(List.of(card.titles().headline(), card.titles().kicker()), place);
        inline(card.titles().standfirst(), place);
        words(card.naming().canonical(), place);
        Credits.Source source = card.credits().source();
        if (source != null) {
            all(List.of(source.url(), source.original()), place);
        }
        Stream.concat(card.credits().authors().stream(), card.credits().contributors().stream())
                .forEach(credit -> words(credit.url(), credit.place()));
        for (Named named : card.filing().named()) {
            words(named.uri(), place);
        }
        picture(card.picture());
        apparatus(card.apparatus(), place);
    }

    private void apparatus(Card.Apparatus apparatus, Place place) {
        apparatus.keyPoints().forEach(point -> inline(point, place));
        apparatus.corrections().forEach(correction -> inline(correction.text(), place));
        apparatus.updates().forEach(update -> inline(update.text(), place));
        inline(apparatus.method(), place);
        for (Card.Citation citation : apparatus.sources()) {
            all(List.of(citation.name(), citation.url(), citation.reason()), place);
        }
        Card.Sponsor sponsor = apparatus.sponsor();
        if (sponsor != null) {
            words(sponsor.url(), place);
        }
        Card.Rights rights = apparatus.rights();
        all(List.of(rights.holder(), rights.notice(), rights.terms(), rights.license()), place);
        inline(apparatus.disclosure().aiNote(), place);
        words(apparatus.warning(), place);
        anything(apparatus.params(), place);
    }

    private void picture(@Nullable Picture picture) {
        if (picture != null) {
            inline(picture.caption(), picture.place());
            all(
                    List.of(
                            picture.alt(),
                            picture.credit(),
                            picture.creditUrl(),
                            picture.copyright(),
                            picture.license()),
                    picture.place());
        }
    }

    /** @param value text, numbers, booleans, lists and maps of them */
    private void anything(@Nullable Object value, Place place) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> anything(inner, place));
        } else if (value instanceof Collection<?> list) {
            list.forEach(inner -> anything(inner, place));
        } else if (value instanceof String text) {
            words(text, place);
        }
    }

    private void inline(Inline text, Place place) {
        words(text.html(), place);
    }

    private void all(Collection<String> texts, Place place) {
        texts.forEach(text -> words(text, place));
    }

    private void words(String text, Place place) {
        SecretAddresses.in(text).forEach(address -> reader.read(address, place));
    }
}
