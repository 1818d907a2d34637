package press.broadsheet.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Section;
import press.broadsheet.text.Escape;

/** Shows articles as feeds carry them: complete without the paper's pages, styles and scripts. For one page. */
final class Entries {
    private final NewsDesk desk;
    private final Dates dates;

    Entries(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
    }

    EntryView of(Card card) {
        String address =
                desk.root().absolute(desk.address(new Subject.Story(card.id())).orElse(""));
        BylineView byline = new People(desk).byline(card);
        Credits.Source source = card.credits().source();
        Picture picture = card.picture();
        boolean hasOriginal = source != null && !source.original().isEmpty();
        String rights = Articles.rights(card);
        return new EntryView(
                card.naming().uri(),
                address,
                new CardViews(desk, dates).labelled(card.titles().headline(), card),
                card.titles().standfirst().plain(),
                Markup.fitForFeeds(card.titles().standfirst(), address, desk.root()),
                desk.feedExtent().fullText() ? content(card, address) : "",
                byline.people().stream().map(this::absolute).toList(),
                byline.text(),
                categories(card),
                dates.iso(card.timing().published()),
                dates.iso(card.timing().modified()),
                card.timing().published(),
                new Pictures(desk).absolute(new Pictures(desk).of(picture), address),
                picture == null
                        ? ""
                        : desk.picture(picture.source())
                                .map(NewsDesk.PublishedPicture::mediaType)
                                .orElse(""),
                card.language().tag(),
                rights.isEmpty() ? desk.nameplate().copyright() : rights,
                source != null && hasOriginal ? source.name() : "",
                source != null && hasOriginal ? source.original() : "");
    }

    private PersonView absolute(PersonView person) {
        return new PersonView(
                person.name(),
                desk.root().absolute(person.address()),
                person.role(),
                new Pictures(desk).absolute(person.portrait(), desk.root().absolute(person.address())));
    }

    private List<String> categories(Card card) {
        var categories = new ArrayList<String>();
        categories.add(sectionName(card.filing().section()));
        card.filing().sections().forEach(section -> categories.add(sectionName(section)));
        categories.addAll(card.filing().tags());
        String label = new CardViews(desk, dates).genreLabel(card.filing().genre());
        if (!label.isEmpty()) {
            categories.add(label);
        }
        return categories.stream().distinct().toList();
    }

    private String sectionName(Section.Id id) {
        return desk.section(id).map(NewsDesk.SectionHead::name).orElse(id.path());
    }

    private String content(Card card, String address) {
        var html = new StringBuilder();
        if (!card.apparatus().warning().isEmpty()) {
            html.append("<p><strong>")
                    .append(Escape.attribute(card.apparatus().warning()))
                    .append("</strong></p>\n");
        }
        Body body = desk.body(card.id());
        append(body.pieces(), html);
        for (Piece.Entry entry : body.entries()) {
            html.append("<h3>").append(Escape.text(dates.of(entry.time()).full()));
            html.append(entry.title().isEmpty() ? "" : ": " + Markup.of(entry.title(), desk.root()));
            html.append("</h3>\n");
            append(entry.pieces(), html);
        }
        Card.Disclosure disclosure = card.apparatus().disclosure();
        if (disclosure.ai() != Card.Disclosure.Ai.NONE) {
            String label = "ai." + disclosure.ai().name().toLowerCase(Locale.ROOT);
            html.append("<p><strong>")
                    .append(Escape.attribute(new Words(desk).say(label)))
                    .append("</strong> ")
                    .append(Markup.of(disclosure.aiNote(), desk.root()))
                    .append("</p>\n");
        }
        var articles = new Articles(desk, dates);
        for (NoteView note : Stream.concat(articles.updates(card).stream(), articles.corrections(card).stream())
                .toList()) {
            html.append("<p><strong>")
                    .append(Escape.attribute(note.label()))
                    .append(", ")
                    .append(Escape.attribute(note.date().date()))
                    .append(":</strong> ")
                    .append(note.html())
                    .append("</p>\n");
        }
        return Markup.fitForFeeds(Markup.paid(html.toString(), card, desk), address, desk.root());
    }

    private void append(List<Piece> pieces, StringBuilder html) {
        var bodies = new BodyViews(desk);
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Html finished -> html.append(Markup.fromRoot(finished.html(), desk.root()));
                case Piece.Link link -> bodies.link(link, html);
                case Piece.Figure figure -> figure(figure, html);
                case Piece.Embed embed -> html.append(Embeds.standIn(Embeds.of(embed, desk.root())));
                // Entries come after the text, newest first.
                case Piece.Entry ignored -> {}
            }
        }
    }

    private void figure(Piece.Figure figure, StringBuilder html) {
        PictureView picture = new Pictures(desk).of(figure);
        if (picture == null) {
            return;
        }
        html.append("<figure><img src=\"")
                .append(Escape.attribute(picture.address()))
                .append("\" alt=\"")
                .append(Escape.attribute(picture.alt()))
                .append('"');
        if (picture.width() > 0 && picture.height() > 0) {
            html.append(" width=\"")
                    .append(picture.width())
                    .append("\" height=\"")
                    .append(picture.height())
                    .append('"');
        }
        html.append('>');
        if (!picture.captionHtml().isEmpty() || !picture.credit().isEmpty()) {
            html.append("<figcaption>").append(picture.captionHtml());
            if (!picture.credit().isEmpty()) {
                html.append(picture.captionHtml().isEmpty() ? "" : " ").append(Escape.attribute(picture.credit()));
            }
            html.append("</figcaption>");
        }
        html.append("</figure>\n");
    }
}
