package press.broadsheet.view;

import org.jspecify.annotations.Nullable;

/**
 * Somebody named in a byline.
 *
 * @param name as readers know them
 * @param address their page here or elsewhere; empty if none
 * @param role what they did; empty for an author
 * @param portrait null if there is none
 */
public record PersonView(
        String name, String address, String role, @Nullable PictureView portrait) {}
