package press.broadsheet.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Written;
import press.broadsheet.desk.EditionDesk;
import press.broadsheet.desk.Holdings;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.RecordingDesk;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.news.Language;
import press.broadsheet.plan.InlineCode;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;

/** What the files of one paper are made with: the desks that they ask, and the press. Thread-safe. */
final class PressRoom {
    private final Newspaper paper;
    private final Newsroom newsroom;
    private final Holdings holdings;
    private final Press press;
    private final List<NewsDesk> desks;
    private final Answers answers;

    private PressRoom(Newspaper paper, Newsroom newsroom, Holdings holdings, Press press) {
        this.paper = paper;
        this.newsroom = newsroom;
        this.holdings = holdings;
        this.press = press;
        this.desks = paper.editions().stream()
                .map(edition -> (NewsDesk) new EditionDesk(paper, edition, holdings))
                .toList();
        this.answers = new Answers(desks, newsroom::print, newsroom.bodies());
    }

    /** That of a paper which was put together from what was read. */
    static PressRoom of(Assembly assembly, Newsroom newsroom, Theme theme) {
        var addressing = new Addressing(newsroom.site(), assembly.pictures().found(), theme);
        var holdings = new Holdings(
                newsroom.bodies()::of,
                addressing.pictures(),
                addressing.assets(),
                newsroom.data(),
                theme.digests(),
                newsroom.hosting(),
                id -> assembly.versions().getOrDefault(id, List.of()));
        return new PressRoom(
                assembly.paper(),
                newsroom,
                holdings,
                Press.of(theme, newsroom.sources().content()));
    }

    /** The same after some texts were read again, and nothing else is other. */
    PressRoom with(Newsroom read) {
        return new PressRoom(paper, read, holdings.with(read.bodies()::of), press);
    }

    /** All that was read. */
    Newsroom newsroom() {
        return newsroom;
    }

    /** What an output's desk is asked is noted. */
    RecordingDesk deskOf(Output output, Notebook notebook) {
        return new RecordingDesk(notebook, deskOf(output));
    }

    /** The desk of the output's edition; of what is published once, that of the first. */
    private NewsDesk deskOf(Output output) {
        Language language = switch (output) {
            case Output.Page page -> page.language();
            case Output.Feed feed -> feed.language();
            case Output.LiveFile live -> live.language();
            case Output.Notice notice -> notice.language();
            case Output.Sitemap sitemap -> desks.getFirst().language();
            case Output.Asset asset -> desks.getFirst().language();
            case Output.Redirect redirect -> desks.getFirst().language();
            case Output.HostFile file -> desks.getFirst().language();
        };
        return desks.stream()
                .filter(desk -> desk.language().equals(language))
                .findFirst()
                .orElse(desks.getFirst());
    }

    /** The bytes of an output; empty, with the problem told, if it cannot be made. */
    Optional<byte[]> make(Output output, NewsDesk desk, Problems problems) {
        return press.make(output, desk, problems);
    }

    /**
     * What is made beside the published folder, by name; always, because it is little and nothing is kept of it.
     *
     * @param code what is in pages
     */
    Map<String, byte[]> beside(List<Output.HostFile> wanted, InlineCode code, Problems problems) {
        var files = new TreeMap<String, byte[]>();
        wanted.forEach(planned -> press.make(planned.with(code), desks.getFirst(), problems)
                .ifPresent(bytes -> files.put(planned.path().path(), bytes)));
        return files;
    }

    /** What a file is to be. */
    Written identity(Output output) {
        return Identity.of(output, newsroom.sources());
    }

    /** Today's answer to a question of the last build; the very same that it had, if that still holds: there are many. */
    Written answer(int number, Ledger last) {
        Written now = answer(last.questions().get(number));
        Written then = last.answers().get(number);
        return now.equals(then) ? then : now;
    }

    /** That to any question; none to what was made together. */
    Written answer(Notebook.Entry question) {
        return question instanceof Notebook.Entry.Asked asked ? answers.of(asked) : Written.NONE;
    }
}
