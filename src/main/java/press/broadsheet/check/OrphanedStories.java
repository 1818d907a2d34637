package press.broadsheet.check;

import java.util.HashSet;
import java.util.Set;
import press.broadsheet.news.Card;
import press.broadsheet.news.StoryPackage;

/** A story package that no article belongs to. */
final class OrphanedStories implements Rule.OfPaper {
    @Override
    public String id() {
        return "orphaned-story";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Paper paper, Remarks remarks) {
        for (Paper.Shelf shelf : paper.shelves()) {
            Set<String> told = new HashSet<>();
            for (Card card : shelf.published()) {
                told.add(card.filing().story());
            }
            for (Card card : shelf.heldBack()) {
                told.add(card.filing().story());
            }
            for (StoryPackage story : shelf.matter().stories().values()) {
                if (!told.contains(story.id())) {
                    remarks.add(
                            story.place(),
                            "No article belongs to the story package \"" + story.id() + "\".",
                            "Write \"story: " + story.id() + "\" in its articles, or delete the file.");
                }
            }
        }
    }
}
