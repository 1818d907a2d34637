package press.broadsheet.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.Release;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Status;

/**
 * Where nothing of an article may stand any more, because the newsroom said so: what has expired or is withheld, its former
 * addresses and its pictures, and the pictures of what was withdrawn, whose notice stays. Drafts and what is under embargo
 * are not among them: that something which readers had is one of these may well be a slip.
 */
public final class Ended {
    private Ended() {}

    /**
     * Files, and folders with a slash at their end, of which all that is in them counts; in order. Some of the pictures may be shown
     * by others, and be planned.
     *
     * @param releases of the editions, in their order
     */
    public static List<String> of(Newspaper paper, List<Release> releases) {
        var ended = new TreeSet<String>();
        for (int i = 0; i < releases.size(); i++) {
            Edition edition = paper.editions().get(i);
            var noticed = new HashSet<Article.Id>();
            releases.get(i).withdrawn().forEach(gone -> noticed.add(gone.id()));
            for (Release.HeldBack held : releases.get(i).heldBack()) {
                Card card = held.card();
                if (card.status() == Status.WITHDRAWN || card.status() == Status.WITHHELD || held.isExpired()) {
                    pictures(card, ended);
                    if (!noticed.contains(card.id())) {
                        ended.add(edition.addresses().folder(card));
                        card.naming().aliases().forEach(alias -> ended.add(FormerAddresses.file(alias)));
                    }
                }
            }
        }
        return List.copyOf(ended);
    }

    private static void pictures(Card card, Collection<String> ended) {
        Picture main = card.picture();
        if (main != null) {
            picture(main.source(), ended);
        }
        card.extent().pictures().forEach(source -> picture(source, ended));
    }

    /** Nobody has looked yet whether it is there, or could be. */
    private static void picture(String source, Collection<String> ended) {
        if (OutputPath.isSafe(source)) {
            ended.add(Materials.picturePath(source).path());
        }
    }
}
