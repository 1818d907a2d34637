package press.broadsheet.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Manuscript;
import press.broadsheet.news.Section;
import press.broadsheet.news.Status;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Place;

/** Makes a wire story an article, and tells what it lacks. Invents nothing. */
final class WireReader {
    private final Assignment assignment;
    private final ShortLinks links;
    private final ContentPath path;

    /** @param links of the assignment's short texts */
    WireReader(Assignment assignment, ShortLinks links) {
        this.assignment = assignment;
        this.links = links;
        this.path = assignment.path();
    }

    Optional<Manuscript> read(byte[] bytes) {
        Optional<String> text = TextFile.decode(bytes, path.file(), assignment.problems());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (FrontMatter.Part.find(text.get()).isPresent()) {
            assignment
                    .problems()
                    .add(
                            ContentFault.FIELDS_IN_WIRE_TEXT,
                            path.place().atLine(1),
                            "A wire text has no fields; these would be printed.",
                            "Give the file a name that ends in .md: then it is an article.");
            return Optional.empty();
        }
        Optional<WireText> wire = WireText.read(text.get(), assignment.edition().sections());
        if (wire.isEmpty()) {
            assignment
                    .problems()
                    .add(ContentFault.EMPTY_FILE, path.place(), "The file is empty.", "Delete it, or fill it.");
            return Optional.empty();
        }
        return article(wire.get());
    }

    private Optional<Manuscript> article(WireText wire) {
        wire.tellLacks(path.file(), assignment.problems());
        Instant published = Dates.parse(path.date(), assignment.zone())
                .map(Dates.Moment::instant)
                .orElse(null);
        if (published == null) {
            assignment
                    .problems()
                    .add(
                            ContentFault.WIRE_DATE_MISSING,
                            path.place(),
                            "Nothing says when this wire story was published; it is held back.",
                            "Begin the file's name with the date, the year first: 2026-11-24-"
                                    + path.id().name().replaceFirst("^\\d{1,2}[-._]\\d{1,2}[-._]\\d{4}[-._ ]?", "")
                                    + ".txt");
        }
        Section.Id section = section(wire);
        if (published == null || section == null) {
            return Optional.empty();
        }
        var card = card(wire, published, section);
        // The rest of a wire story has one line for each paragraph, so its lines are not those of the Markdown.
        var source = new Body.Source(wire.markdown(), assignment.language(), path.place(), path.folder());
        return Optional.of(new Manuscript(card, source, links.links()));
    }

    private Card card(WireText wire, Instant published, Section.Id section) {
        Fields none = Fields.none(new Sheet(path.file(), 0, assignment.problems()), ArticleReader.VOCABULARY);
        Place place = path.place().atLine(1);
        String headline = assignment.line(wire.headline());
        TitlesReader.tellLong(assignment.problems(), headline, place);
        return new Card(
                path.id(),
                path.place(),
                assignment.language(),
                Status.PUBLISHED,
                new Card.Filing(section, List.of(), List.of(), "", Genre.NEWS, 5, false, Set.of()),
                new Card.Titles("", headline, standfirst(wire), false, headline, headline),
                credits(wire, place),
                new Card.Timing(published, published, true, true, null, null, null),
                NamingReader.read(none, headline, "", published, assignment),
                null,
                new ApparatusReader(none, assignment, published).read(Genre.NEWS, Status.PUBLISHED),
                ArticleReader.UNREAD);
    }

    private Inline standfirst(WireText wire) {
        return wire.standfirst().isEmpty()
                ? Inline.NONE
                : assignment
                        .inlines()
                        .inline(
                                WireText.escape(wire.standfirst()),
                                assignment.language(),
                                path.place().atLine(2),
                                assignment.problems());
    }

    private static Credits credits(WireText wire, Place place) {
        return new Credits(
                wire.authors().stream()
                        .map(name -> new Credits.Credit(name, "", "", place))
                        .toList(),
                "",
                List.of(),
                wire.source().isEmpty() ? null : new Credits.Source(wire.source(), "", ""));
    }

    /** Null after telling that there is none. */
    private Section.@Nullable Id section(WireText wire) {
        var declared = new FilingReader.Sections(assignment.edition().sections());
        WireText.Line wanted = wire.wantedSection();
        if (wanted.line() > 0) {
            String word = wanted.text().substring(1).strip();
            assignment
                    .problems()
                    .add(
                            ContentFault.UNKNOWN_SECTION,
                            new Place(path.file(), wanted.line(), wanted.column()),
                            "There is no section \"" + word + "\".",
                            declared.hint(word));
            return null;
        }
        Optional<Section.Id> section = wire.section().isEmpty()
                ? declared.ofFolder(FilingReader.folder(assignment)).or(() -> declared.find("news"))
                : Optional.of(new Section.Id(wire.section()));
        if (section.isEmpty() && FilingReader.folder(assignment).isEmpty()) {
            section = assignment.edition().sections().stream()
                    .map(Stylebook.SectionName::id)
                    .findFirst();
        }
        WireText.Line like = wire.likeSection();
        if (section.isPresent() && like.line() > 0) {
            String word = like.text().substring(1).strip();
            assignment
                    .problems()
                    .add(
                            ContentFault.SECTION_UNCERTAIN,
                            new Place(path.file(), like.line(), like.column()),
                            "There is no section \"" + word
                                    + "\": this line is printed as an item of a list, and the story is filed"
                                    + " under \"" + section.get().path() + "\".",
                            declared.hint(word));
        }
        if (section.isEmpty()) {
            declared.tellMissing(assignment, FilingReader.folder(assignment));
        }
        return section.orElse(null);
    }
}
