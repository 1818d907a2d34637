package press.broadsheet.view;

import org.jspecify.annotations.Nullable;

/** Somebody named in a byline. {@code address} is empty if they have no page; {@code role} is empty for an author. */
public record PersonView(
        String name, String address, String role, @Nullable PictureView portrait) {}
