package press.broadsheet.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Hosting;

/**
 * What the planner must know beside the paper itself.
 *
 * @param pictures that published articles show and that exist, as paths below {@code content/}
 * @param assets of the theme: name below {@code templates/assets/} to a digest of its bytes
 * @param templates names without ending
 * @param hosting what the paper asks of its host
 * @param ended where nothing may stand any more, see {@link Ended}
 */
public record Materials(
        Collection<String> pictures,
        Map<String, String> assets,
        Set<String> templates,
        Hosting hosting,
        List<String> ended) {

    /** Where a picture is published. */
    public static OutputPath picturePath(String source) {
        return new OutputPath("media/" + source);
    }

    /** Where an asset is published: its digest stands before its ending, so that it may be kept forever. */
    public static OutputPath assetPath(String name, String digest) {
        int dot = name.lastIndexOf('.');
        int slash = name.lastIndexOf('/');
        return new OutputPath("assets/"
                + (dot > slash ? name.substring(0, dot) + "." + digest + name.substring(dot) : name + "." + digest));
    }
}
