package press.broadsheet.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Manuscript;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Quotation;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.ArticleReader;
import press.broadsheet.read.FileKind;
import press.broadsheet.read.Typesetters;
import press.broadsheet.text.Escape;

/** Reads and typesets articles, one at a time. Thread-safe. */
final class ArticleIntake {
    private static final int WORDS_PER_MINUTE = 220;
    private static final int LONGEST_STANDFIRST = 240;

    private final SourceTree content;
    private final Body.Typesetter typesetter;

    /** By the folders of the editions. */
    private final Map<String, ArticleReader> readers = new HashMap<>();

    private final List<String> folders;

    ArticleIntake(SourceTree content, Stylebook book, Typesetters typesetters) {
        this.content = content;
        this.typesetter = typesetters.body();
        this.folders = book.folders();
        for (Stylebook.Edition edition : book.editions()) {
            readers.put(edition.folder(), new ArticleReader(book, edition, typesetters.inline()));
        }
    }

    /** What the bytes of an article's file give; it and its text go to where they are kept. */
    Sources.Result<Filed> read(String path, byte[] bytes, SourceStore store, Codecs codecs) {
        var own = new Problems();
        Manuscript manuscript = readerOf(path).read(path, bytes, own).orElse(null);
        if (manuscript == null) {
            return Filed.of(own.inOrder(), store, codecs);
        }
        Article article = typeset(manuscript, typesetter, own);
        Promised.check(article, manuscript.text().text(), bytes, own);
        return Filed.of(article, manuscript.shortLinks(), own.inOrder(), store, codecs);
    }

    /** The text of an article whose kept one is lost; its problems are known already. */
    Body again(@Nullable Card card) {
        if (card == null) {
            return Body.EMPTY;
        }
        String path = SourceTree.pathOf(card.place());
        return content.read(path, new Problems())
                .flatMap(bytes -> readerOf(path).read(path, bytes, new Problems()))
                .map(manuscript -> typesetter.typeset(manuscript.text(), new Problems()))
                .orElse(Body.EMPTY);
    }

    private ArticleReader readerOf(String path) {
        ArticleReader reader = readers.get(FileKind.folderOf(path, folders));
        if (reader == null) {
            throw new IllegalStateException("No edition has " + path);
        }
        return reader;
    }

    private static Article typeset(Manuscript manuscript, Body.Typesetter typesetter, Problems problems) {
        Body body = typesetter.typeset(manuscript.text(), problems);
        int minutes = Math.max(1, Math.round((float) body.words() / WORDS_PER_MINUTE));
        List<Piece.Entry> entries = body.entries();
        var extent = new Card.Extent(
                minutes,
                body.pictures(),
                entries.size(),
                entries.isEmpty() ? null : entries.getFirst().time(),
                body.quotations().stream().map(Quotation::speaker).distinct().toList());
        return new Article(manuscript.card().withText(extent, standfirst(body.opening())), body);
    }

    /** The opening, cut after a sentence or at least after a word. */
    private static Inline standfirst(String opening) {
        String cut = opening;
        if (opening.length() > LONGEST_STANDFIRST) {
            String head = opening.substring(0, LONGEST_STANDFIRST);
            int sentence = Math.max(head.lastIndexOf(". "), Math.max(head.lastIndexOf("? "), head.lastIndexOf("! ")));
            int word = head.lastIndexOf(' ');
            cut = sentence > LONGEST_STANDFIRST / 4
                    ? head.substring(0, sentence + 1)
                    : (word > 0 ? head.substring(0, word) : head) + "…";
        }
        return new Inline(Escape.text(cut), cut);
    }
}
