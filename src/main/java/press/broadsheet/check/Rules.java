package press.broadsheet.check;

import java.util.List;

/** All that the second reader looks for, in the order of the guide. */
public final class Rules {
    /** Another rule is one more line here. */
    private static final List<Rule> ALL = List.of(
            // What was typed
            new DoubleWords(),
            new UnbalancedQuotations(),
            new MixedQuotations(),
            new YearlessDates(),
            new TwoNames(),
            new UnattributedQuotations(),
            new TitleLengths(TitleLengths.Title.HEADLINE),
            new TitleLengths(TitleLengths.Title.STANDFIRST),
            new MalformedTopics(),
            new HiddenComments(),
            new ShownMarks(),
            // What the whole paper says
            new TwinTags(),
            new TwinNames(),
            new OrphanedStories(),
            new OrphanedPictures(),
            new ContributorsWithoutPage(),
            new MissingPolicies(),
            new SectionColours(),
            // What would be published
            new BrokenLinks(BrokenLinks.Target.ADDRESS),
            new BrokenLinks(BrokenLinks.Target.ANCHOR),
            new OrphanedPages(),
            new HeadingOrder(),
            new OneSidedHreflang(),
            new TellingPictures());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }
}
