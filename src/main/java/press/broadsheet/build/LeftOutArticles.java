package press.broadsheet.build;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import press.broadsheet.edition.Addresses;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.PaperFault;
import press.broadsheet.edition.Release;
import press.broadsheet.edition.Subject;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Card;
import press.broadsheet.plan.AddressFault;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.Whereabouts;

/** Tells which articles claim an address or an identity that something else has, where they do so. */
final class LeftOutArticles {
    private final SourceTree content;
    private final Problems problems;

    LeftOutArticles(SourceTree content, Problems problems) {
        this.content = content;
        this.problems = problems;
    }

    /** Whether where a fault stands is looked up in its file, and may be somewhere else although nothing that the file gives is. */
    static boolean isLookedUp(Problem.Code code) {
        return code == AddressFault.SAME_ADDRESS_TWICE || code == PaperFault.SAME_ID_TWICE;
    }

    /** @param addresses of the articles' edition */
    void tell(List<Release.LeftOut> articles, Addresses addresses) {
        articles.forEach(one -> one.disputes().forEach(dispute -> tell(one.card(), dispute, addresses)));
    }

    private void tell(Card card, Release.Dispute dispute, Addresses addresses) {
        String id = card.naming().name();
        switch (dispute.cause()) {
            case SAME_ADDRESS ->
                problems.add(
                        AddressFault.SAME_ADDRESS_TWICE,
                        place(card.place(), Whereabouts::ofAddress),
                        "/" + addresses.folder(card) + "index.html would be published twice: from this file and from "
                                + dispute.other() + ".",
                        "Give one of them another slug.");
            case SAME_ID ->
                problems.add(
                        PaperFault.SAME_ID_TWICE,
                        place(card.place(), Whereabouts::ofId),
                        "This article and " + dispute.other() + " have the same id, "
                                + card.naming().uri() + ".",
                        id.isEmpty()
                                ? "It is made from their date and slug. Give one of them another slug, or an id of its own: feed"
                                        + " readers would take them for one."
                                : "Give one of them an id of its own: feed readers would take them for one.");
            case ID_OF_WITHDRAWN ->
                problems.add(
                        PaperFault.SAME_ID_TWICE,
                        place(card.place(), Whereabouts::ofId),
                        "The id \"" + id + "\" is that of " + dispute.other() + ", which was withdrawn.",
                        "Give this article an id of its own: the notice keeps its article's for as long as it stands.");
            case TEXT_REFUSED -> {
                // Told when it was set.
            }
        }
    }

    /** Where the newsroom wrote what an output's address is made from. */
    Place of(Output output) {
        Place place = output.place();
        if (place.line() > 0 || !place.file().toString().matches(".*\\.(md|txt)")) {
            return place;
        }
        if (output instanceof Output.Redirect) {
            return place(
                    place,
                    (bytes, file) -> Whereabouts.ofItem(bytes, file, "aliases", alias -> leadsTo(alias, output)));
        }
        if (output instanceof Output.Page page && page.subject() instanceof Subject.Listed listed) {
            String field = fieldOf(listed.listing().kind());
            return place(place, (bytes, file) -> Whereabouts.ofField(bytes, file, field));
        }
        return place(place, Whereabouts::ofAddress);
    }

    private static boolean leadsTo(String alias, Output output) {
        return bare(alias).equals(bare("/" + output.path().path()));
    }

    private static String bare(String address) {
        return address.replaceFirst("(?:/index\\.html|/)$", "");
    }

    /** The field that puts an article on a list. */
    private static String fieldOf(Listing.Kind kind) {
        return switch (kind) {
            case TAG -> "tags";
            case STORY -> "story";
            case CONTRIBUTOR -> "authors";
            case PERSON -> "people";
            case ORGANISATION -> "organisations";
            case PLACE -> "places";
            case EVENT -> "events";
            case SECTION -> "section";
            case LATEST, YEAR, MONTH, DAY -> "published";
            case CORRECTIONS -> "corrections";
        };
    }

    private Place place(Place file, BiFunction<byte[], Place, Place> where) {
        return content.read(SourceTree.pathOf(file), new Problems())
                .map(bytes -> Objects.requireNonNull(where.apply(bytes, file)))
                .orElse(file);
    }
}
